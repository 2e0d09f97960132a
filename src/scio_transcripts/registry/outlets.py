"""The registry of news outlets: who asks.

In: a label as printed. Out: the outlet with exactly that name or alias, or None. Promises: spelling variants are one
outlet, and similar names are not. Knows no reporter.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from scio_transcripts.registry.files import lines

_FOLD = str.maketrans({"’": "'", "‘": "'", "-": " ", "‐": " ", "–": " ", "\xa0": " ", ".": None, ",": " ", "·": None})
_AND = re.compile(r"\s*&\s*")
_ASKER = re.compile(
    r"^(?:(?:a|the) )?(?:reporter|journalist|correspondent)s? (?:from|of|with|at) (?:the )?"
    r"|\s(?:reporter|journalist|correspondent)s?$|(?<=[\u4e00-\u9fff])记者$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One news outlet. Facts only."""

    id: str
    name: str
    en: tuple[str, ...]
    """Other English names that serve as labels."""
    zh: tuple[str, ...]
    """Chinese names."""
    country: str
    """ISO 3166 code."""
    kind: str
    """agency, newspaper, television, radio, online or magazine."""
    ownership: str
    """central-state, local-state, party, hk-mo-tw, foreign-private, foreign-public or private."""
    parent: str | None
    """Id of the outlet that it belongs to."""


def fold(label: str) -> str:
    """A label as it is compared: without case, article, stops, and kinds of dash and apostrophe.

    >>> fold("The Farmers’ Daily") == fold("Farmers' daily")
    True
    """
    folded = " ".join(_AND.sub(" and ", label.translate(_FOLD)).lower().split())
    return folded.removeprefix("the ")


@cache
def outlets() -> dict[str, Outlet]:
    """All outlets by id."""
    found = {}
    for line in lines("outlets.jsonl"):
        row = json.loads(line)
        row["en"], row["zh"] = tuple(row["en"]), tuple(row["zh"])
        found[row["id"]] = Outlet(**row)
    return found


@cache
def _by_alias() -> dict[str, str]:
    return {fold(alias): o.id for o in outlets().values() for alias in (o.name, *o.en, *o.zh)}


@cache
def known_names() -> dict[str, str]:
    """Every name and alias, folded, with the name of its outlet."""
    return {alias: outlets()[outlet_id].name for alias, outlet_id in _by_alias().items()}


@cache
def outlet_words() -> frozenset[str]:
    """Words that mark a label as an outlet's: `daily`, `tv`, `news`."""
    return frozenset(lines("outlet_words.txt"))


@lru_cache(maxsize=4096)
def find(label: str) -> Outlet | None:
    """The outlet with exactly this name or alias, or None.

    >>> find("Xinhua").id, find("Harbour Daily")
    ('xinhua', None)
    """
    folded = fold(label)
    known = _by_alias()
    outlet_id = known.get(folded) or known.get(fold(_ASKER.sub("", folded)))
    return outlets()[outlet_id] if outlet_id else None


def name_of(outlet_id: str) -> str:
    """The name of the outlet with this id; the id itself, where a later registry no longer has it.

    >>> name_of("xinhua"), name_of("harbour-daily")
    ('Xinhua News Agency', 'harbour-daily')
    """
    outlet = outlets().get(outlet_id)
    return outlet.name if outlet else outlet_id


def find_within(label: str) -> Outlet | None:
    """The outlet that a longer label names: before a comma, or after a brand's `of`.

    >>> find_within("Wall Street Journal, Dow Jones").name
    'The Wall Street Journal'
    """
    pieces = [p for p in re.split(r",|\b(?:of|from|with)\b|\(|\)|/", label) if p.strip()]
    if len(pieces) < 2:
        return None
    return next((o for p in (*pieces, *reversed(pieces)) if (o := find(p.strip()))), None)


def has_outlet_word(label: str) -> bool:
    """Whether a word of the label is one that outlets have in their names.

    >>> has_outlet_word("Harbour Daily"), has_outlet_word("Gu Yunliang")
    (True, False)
    """
    known = outlet_words()
    return any(word in known for word in fold(label).split())
