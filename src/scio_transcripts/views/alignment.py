"""Where in a row of words a shorter row of words fits best.

In: the words of a quotation, and words of a page that hold them about where they are. Out: the stretch of the page that
takes the fewest and smallest changes. Promises: as much work as there are pairs of words. Knows no text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scio_transcripts.views.likeness import plain

_CASE = 1
"""The same word in other letters: `MAP` for `map`."""
_KIN = 3
"""Words that begin alike: `footprints` for `footsteps`."""
_OTHER = 4
_WORD = 5
"""A word more or less: dearer than another word, so that a stretch is as long as the quotation where it can be."""
_SIGN = 2
_ALIKE = 4
"""Letters that words of a kind begin with."""


class Fit(NamedTuple):
    """The stretch that fits best. Smaller is better, and of equals the one further ahead."""

    cost: int
    start: int
    end: int
    """One past the last word."""


class _Cell(NamedTuple):
    """The cheapest way to some words of the quotation that ends at some word of the page, and where it begins."""

    cost: int
    start: int


def best_fit(asked: Sequence[str], there: Sequence[str]) -> Fit:
    """The stretch of `there` most like `asked`, word by word.

    >>> best_fit("a map of footprints".split(), "no map of land , a map of footsteps".split())
    Fit(cost=3, start=5, end=9)
    """
    folded = [plain(word) for word in there]
    added = [_SIGN if _is_sign(word) else _WORD for word in there]
    row = [_Cell(0, place) for place in range(len(there) + 1)]
    for word in asked:
        own, left_out = plain(word), _SIGN if _is_sign(word) else _WORD
        before, row = row, [_Cell(row[0].cost + left_out, 0)]
        for place, other in enumerate(there):
            cost, start = before[place]
            best = cost + _changed(word, own, other, folded[place]), start
            best = min(best, (before[place + 1].cost + left_out, before[place + 1].start), key=_cost)
            best = min(best, (row[place].cost + added[place], row[place].start), key=_cost)
            row.append(_Cell(*best))
    end = min(range(len(row)), key=lambda place: (row[place].cost, row[place].start, -place))
    return Fit(row[end].cost, row[end].start, end)


def _cost(way: tuple[int, int]) -> int:
    return way[0]


def _changed(word: str, own: str, other: str, folded: str) -> int:
    """What it costs to make one word the other."""
    if word == other:
        return 0
    if own == folded:
        return _CASE
    if own[:_ALIKE] == folded[:_ALIKE] and len(own) > _ALIKE < len(folded):
        return _KIN
    if _is_sign(word) != _is_sign(other):
        return _SIGN + _WORD
    return _SIGN if _is_sign(word) else _OTHER


def _is_sign(word: str) -> bool:
    return len(word) == 1 and not word.isalnum()
