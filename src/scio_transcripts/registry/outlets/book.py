"""The registry as it is loaded: who asks, found by name.

In: a label as printed. Out: the outlet with exactly that name or alias, or None. Promises: spelling variants are one
outlet, and similar names are not; the file is read when a name is first looked up, and an entry becomes an `Outlet`
when it is first found. Knows no reporter.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any
from zlib import crc32

from scio_transcripts.lazy import re
from scio_transcripts.registry.files import DATA, lines
from scio_transcripts.registry.outlets.entry import Outlet, fold, fold_all

_ASKER = re.compile(
    r"^(?:(?:a|the) )?(?:reporter|journalist|correspondent)s? (?:from|of|with|at) (?:the )?"
    r"|\s(?:reporter|journalist|correspondent)s?$|(?<=[\u4e00-\u9fff》])记者$"
)
_TITLE_MARKS = str.maketrans("", "", "《》〈〉")
_LISTS = ("en", "zh", "brands")

Row = bytes | Mapping[str, Any]
"""A row as it stands in the file, or its fields."""


class Book:
    """Rows, and where in them ids and folded names are. It never changes; another registry is another book."""

    __slots__ = ("_found", "_rows", "by_id", "by_name")

    def __init__(self, rows: Sequence[Row], by_id: Mapping[str, int], by_name: Mapping[str, int]) -> None:
        self._rows = rows
        self._found: dict[int, Outlet] = {}
        self.by_id = by_id
        self.by_name = by_name

    def row(self, place: int) -> Mapping[str, Any]:
        """The fields of the row at a place."""
        row = self._rows[place]
        return json.loads(row) if isinstance(row, bytes) else row

    def at(self, place: int) -> Outlet:
        """The outlet at a place."""
        outlet = self._found.get(place)
        if outlet is None:
            row = self.row(place)
            lists = {key: tuple(row[key]) for key in _LISTS if key in row}
            outlet = self._found.setdefault(place, Outlet(**{**row, **lists}))
        return outlet

    def get(self, outlet_id: str) -> Outlet | None:
        """The outlet with this id."""
        place = self.by_id.get(outlet_id)
        return None if place is None else self.at(place)

    def named(self, words: str) -> Outlet | None:
        """The outlet with exactly this name, letter case, dashes and stops aside."""
        place = self.by_name.get(fold(words))
        return None if place is None else self.at(place)


def book_of(rows: Sequence[Mapping[str, Any]]) -> Book:
    """A book of well-formed rows. Where two share an id or a name, the later one has it."""
    names: list[str] = []
    places: list[int] = []
    for place, row in enumerate(rows):
        mine = [row["name"], *row.get("en", ()), *row.get("zh", ()), *row.get("brands", ())]
        names += mine
        places += [place] * len(mine)
    by_id = {row["id"]: place for place, row in enumerate(rows)}
    return Book(rows, by_id, dict(zip(fold_all(names), places, strict=True)))


@cache
def ours() -> Book:
    """The outlets that come with the package. Its lines are checked by the tests, not here.

    An index beside the file spares the reading of all rows; where it is not the index of this file, rows are read.
    """
    data = (DATA / "outlets.jsonl").read_bytes()
    stored = json.loads((DATA / "outlets.index.json").read_bytes())
    rows = data.splitlines()
    if stored["crc32"] != crc32(data):
        return book_of([json.loads(row) for row in rows])
    return Book(rows, dict(zip(stored["ids"], range(len(rows)), strict=True)), stored["names"])


def index() -> str:
    """The index of the file of outlets, to be stored beside it."""
    data = (DATA / "outlets.jsonl").read_bytes()
    whole = book_of([json.loads(row) for row in data.splitlines()])
    stored = {"crc32": crc32(data), "ids": list(whole.by_id), "names": whole.by_name}
    return json.dumps(stored, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n"


class _Shelf:
    """The one place that changes: the book in use, and what was remembered from it."""

    book: Book | None = None
    forget: list[Callable[[], None]]


_SHELF = _Shelf()
_SHELF.forget = []


def book() -> Book:
    """The book in use: ours, or what `use` made of it."""
    return _SHELF.book or ours()


def put(chosen: Book | None) -> None:
    """Take a book into use, for the whole process; None is ours."""
    _SHELF.book = chosen
    for clear in _SHELF.forget:
        clear()


def on_change(clear: Callable[[], None]) -> None:
    """Have `clear` called whenever another book comes into use: for whoever remembers what `find` said."""
    _SHELF.forget.append(clear)


def outlets() -> dict[str, Outlet]:
    """All outlets by id."""
    known = book()
    return {outlet_id: known.at(place) for outlet_id, place in known.by_id.items()}


def get(outlet_id: str) -> Outlet | None:
    """The outlet with this id, as documents store it.

    >>> get("xinhua").name
    'Xinhua News Agency'
    """
    return book().get(outlet_id)


def parents(outlet: Outlet) -> tuple[Outlet, ...]:
    """What the outlet belongs to, the nearest first.

    >>> [parent.id for parent in parents(get("cctv-4"))]
    ['cctv', 'cmg']
    """
    chain: list[Outlet] = []
    above = outlet.parent
    while above is not None and (parent := book().get(above)) is not None:
        chain.append(parent)
        above = parent.parent
    return tuple(chain)


@cache
def outlet_words() -> frozenset[str]:
    """Words that mark a label as an outlet's: `daily`, `tv`, `news`."""
    return frozenset(lines("outlet_words.txt"))


@lru_cache(maxsize=4096)
def find(label: str) -> Outlet | None:
    """The outlet with exactly this name or alias, or None.

    >>> find("Xinhua").id, find("《北京日报》记者").id, find("Harbour Daily")
    ('xinhua', 'beijing-daily', None)
    """
    known = book()
    folded = fold(label)
    place = known.by_name.get(folded)
    if place is None:
        place = known.by_name.get(asker := fold(_ASKER.sub("", folded)))
        if place is None and "》" in folded:
            place = known.by_name.get(fold(asker.translate(_TITLE_MARKS)))
    return None if place is None else known.at(place)


on_change(find.cache_clear)


def name_of(outlet_id: str) -> str:
    """The name of the outlet with this id; the id itself, where a later registry no longer has it.

    >>> name_of("xinhua"), name_of("harbour-daily")
    ('Xinhua News Agency', 'harbour-daily')
    """
    outlet = get(outlet_id)
    return outlet.name if outlet else outlet_id


def find_within(label: str) -> Outlet | None:
    """The outlet that a longer label names: before a comma, or after a brand's `of`.

    Of several, the first; but a part rather than the house that it belongs to.

    >>> find_within("Wall Street Journal, Dow Jones").name
    'The Wall Street Journal'
    >>> find_within("China Media Group, CGTN").name
    'CGTN'
    """
    pieces = [p for p in re.split(r",|\b(?:of|from|with)\b|\(|\)|/", label) if p.strip()]
    if len(pieces) < 2:
        return None
    return most_specific([o for p in pieces if (o := find(p.strip()))])


def most_specific(found: list[Outlet]) -> Outlet | None:
    """The first outlet, or a later one that is a part of it."""
    if not found:
        return None
    chosen = found[0]
    for outlet in found[1:]:
        if chosen in parents(outlet):
            chosen = outlet
    return chosen


def has_outlet_word(label: str) -> bool:
    """Whether a word of the label is one that outlets have in their names.

    >>> has_outlet_word("Harbour Daily"), has_outlet_word("Gu Yunliang")
    (True, False)
    """
    known = outlet_words()
    return any(word in known for word in fold(label).split())
