"""Filters as people say them: `foreign`, `reuters`, `Japan`, `2023`.

In: what a caller asked for. Out: the filters of a lookup. Promises: what does not exist is refused with what does.
Reads the registry of outlets.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from scio_transcripts.corpus.asked import QueryError
from scio_transcripts.corpus.lookup import Filters
from scio_transcripts.corpus.words import fold
from scio_transcripts.lazy import re
from scio_transcripts.registry import outlets as registry
from scio_transcripts.registry.countries import code_of

ROLES = ("chair", "official", "reporter", "unknown")
GROUPS = {
    "foreign": ("foreign-public", "foreign-private"),
    "mainland": ("central-state", "local-state", "party", "private"),
}
"""Words for several classes of ownership."""
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?")


def filters_of(
    *,
    role: str | Sequence[str] | None = None,
    outlet: str | Sequence[str] | None = None,
    country: str | None = None,
    ownership: str | None = None,
    speaker: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
) -> Filters:
    """The filters. Raises `QueryError` for a role, outlet, country, class or day that there is none of."""
    roles = tuple(one.strip().lower() for one in given) if (given := _several(role)) else None
    for one in roles or ():
        if one not in ROLES:
            raise QueryError(one, "is no role", f"use {', '.join(ROLES)}")
    first = day_of(since, last=False) if since is not None else None
    end = day_of(until, last=True) if until is not None else None
    if first is not None and end is not None and first > end:
        raise QueryError(f"{since} to {until}", "ends before it begins", "put the earlier day first")
    return Filters(
        roles=roles,
        outlets=outlets_of(_several(outlet), country, ownership),
        speaker=_speaker(speaker),
        since=first,
        until=end,
    )


def outlets_of(names: Sequence[str] | None, country: str | None, ownership: str | None) -> tuple[str, ...] | None:
    """The ids of the outlets that are meant; None where all are.

    >>> "afp" in outlets_of(["foreign"], None, None), "cctv-4" in outlets_of(["cctv"], None, None)
    (True, True)
    """
    if names is None and country is None and ownership is None:
        return None
    code = code_of(country) if country is not None else None
    if country is not None and code is None:
        raise QueryError(country, "is no country", "use a name such as Japan or a code such as JP")
    if ownership is not None and ownership not in registry.OWNERSHIPS:
        raise QueryError(ownership, "is no class of ownership", f"use {', '.join(registry.OWNERSHIPS)}")
    chosen = {one.id for one in registry.select(country=code, ownership=ownership)}
    if names is not None:
        chosen &= {own for name in names for own in _named(name)}
    return tuple(sorted(chosen))


def _named(name: str) -> set[str]:
    """The outlets of a group or class, or the one of this name with all that belong to it."""
    word = name.strip().lower()
    classes = GROUPS.get(word) or ((word,) if word in registry.OWNERSHIPS else None)
    if classes is not None:
        return {one.id for one in registry.outlets().values() if one.ownership in classes}
    own = registry.get(word) or registry.find(name.strip())
    if own is None:
        like = [hit.outlet.id for hit in registry.search(name)[:3]]
        hint = f"is it {' or '.join(like)}" if like else "scio-transcripts outlets lists them"
        raise QueryError(name, "is no outlet", f"{hint}, and groups are {' and '.join(GROUPS)}")
    return {one.id for one in registry.outlets().values() if one.id == own.id or own in registry.parents(one)}


def _several(given: str | Sequence[str] | None) -> tuple[str, ...] | None:
    if given is None:
        return None
    several = (given,) if isinstance(given, str) else tuple(given)
    return several or None


def _speaker(given: str | None) -> str | None:
    if given is None:
        return None
    folded = " ".join(fold(given).split())
    if not folded:
        raise QueryError(given, "is no speaker", "type a name, or part of one")
    return folded


def day_of(given: str | date, *, last: bool) -> date:
    """A day; of a year or a month, the first or the last.

    >>> str(day_of("2023", last=True)), str(day_of("2024-02", last=True))
    ('2023-12-31', '2024-02-29')
    """
    if isinstance(given, date):
        return given
    found = _DAY.fullmatch(given.strip())
    try:
        if found is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in found.groups())
        if year is None or day is not None:
            return date(year or 0, month or 0, day or 0)
        if not last:
            return date(year, month or 1, 1)
        if month is None or month == 12:
            return date(year, 12, 31)
        return date(year, month + 1, 1) - timedelta(days=1)
    except ValueError:
        raise QueryError(given, "is no day", "write 2023, 2023-05 or 2023-05-09") from None
