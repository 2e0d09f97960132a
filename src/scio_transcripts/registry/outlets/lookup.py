"""Searching the registry, for people: exact names, beginnings, parts of names, and then names that are nearly so.

In: words. Out: outlets with what fitted, best first. Promises: near names are suggestions, given only where nothing
fits; `find`, not this, decides what a label means. Knows no page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from scio_transcripts.registry.files import lines
from scio_transcripts.registry.outlets.book import on_change, outlets
from scio_transcripts.registry.outlets.entry import Outlet, fold

LEAST_ALIKE = 72
"""Of 100: names less alike are not suggested."""
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An outlet that was found."""

    outlet: Outlet
    how: str
    """`exact`, `begins`, `contains` or `near`; `all` where no words were asked for."""
    name: str
    """The name that fitted."""
    score: int = 100
    """For `near`: how alike the names are, of 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A name that several outlets go by, and the rule for it."""

    name: str
    owner: str | None
    """Id of the outlet that has the name; None where it stays unknown."""
    others: tuple[str, ...]
    """Ids of those that it could mean too."""
    rule: str


def select(*, country: str | None = None, kind: str | None = None, ownership: str | None = None) -> list[Outlet]:
    """The outlets of a country (its code), kind and ownership, by name."""
    wanted = {"country": country, "kind": kind, "ownership": ownership}
    fitting = (o for o in outlets().values() if all(v in (None, getattr(o, field)) for field, v in wanted.items()))
    return sorted(fitting, key=lambda outlet: (fold(outlet.name), outlet.id))


def search(words: str, among: Iterable[Outlet] | None = None) -> list[Hit]:
    """Find outlets by name, in any language, or by id.

    >>> [(hit.outlet.id, hit.how) for hit in search("xinhua silk")]
    [('xinhua-silk-road', 'begins')]
    >>> search("Xinhau News Agency")[0].how
    'near'
    """
    wanted = fold(words)[:_LONGEST]
    candidates = list(outlets().values() if among is None else among)
    if not wanted:
        return [Hit(outlet=outlet, how="all", name=outlet.name) for outlet in candidates]
    found = [hit for outlet in candidates if (hit := _fits(wanted, outlet)) is not None]
    if not found:
        return near(words, candidates, most=8)
    return sorted(found, key=lambda hit: (_rank(wanted, hit), len(hit.name), fold(hit.outlet.name), hit.outlet.id))


def _rank(wanted: str, hit: Hit) -> tuple[int, bool]:
    """Whole names, beginnings of names, beginnings of words, and then anything."""
    return ("exact", "begins", "contains").index(hit.how), f" {wanted}" not in f" {fold(hit.name)}"


def _fits(wanted: str, outlet: Outlet) -> Hit | None:
    best: Hit | None = None
    for name in (*outlet.names, outlet.id):
        folded = fold(name)
        if folded == wanted:
            return Hit(outlet=outlet, how="exact", name=name)
        if folded.startswith(wanted):
            best = Hit(outlet=outlet, how="begins", name=name) if best is None or best.how == "contains" else best
        elif best is None and wanted in folded:
            best = Hit(outlet=outlet, how="contains", name=name)
    return best


def near(label: str, among: Sequence[Outlet] | None = None, *, most: int = 3) -> list[Hit]:
    """The outlets whose names are most like a label: suggestions for a person to look at.

    >>> [hit.outlet.id for hit in near("Sceince and Technology Daily", most=1)]
    ['science-and-technology-daily']
    """
    from rapidfuzz import fuzz, process

    owners, names, folded = _every_name() if among is None else _names(among)
    alike = process.extract(fold(label)[:_LONGEST], folded, scorer=fuzz.ratio, score_cutoff=LEAST_ALIKE, limit=most * 6)
    best: dict[str, Hit] = {}
    for _, score, place in alike:
        outlet = owners[place]
        best.setdefault(outlet.id, Hit(outlet=outlet, how="near", name=names[place], score=round(score)))
    return sorted(best.values(), key=lambda hit: (-hit.score, hit.outlet.id))[:most]


def _names(among: Iterable[Outlet]) -> tuple[list[Outlet], list[str], list[str]]:
    """Names as printed and folded, each with its outlet."""
    pairs = [(outlet, name) for outlet in among for name in outlet.names]
    names = [name for _, name in pairs]
    return [outlet for outlet, _ in pairs], names, [fold(name) for name in names]


@cache
def _every_name() -> tuple[list[Outlet], list[str], list[str]]:
    return _names(outlets().values())


on_change(_every_name.cache_clear)


def shared_names() -> tuple[Shared, ...]:
    """The names that several outlets go by.

    >>> [shared.others for shared in shared_names() if shared.name == "文汇报"]
    [('wen-wei-po', 'wenhui-daily')]
    """
    found = []
    for line in lines("shared_names.txt"):
        name, owner, others, rule = line.split("\t")
        found.append(
            Shared(name=name, owner=None if owner == "-" else owner, others=tuple(others.split(",")), rule=rule)
        )
    return tuple(found)
