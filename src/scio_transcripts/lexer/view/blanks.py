"""Blanks that a typesetter or a copy has doubled.

In: a text. Out: the stretches that are one blank too many. Promises: linear time; a page or a line of which only some
blanks are doubled keeps them, since columns and dates set apart are printed so. Knows no word.
"""

from __future__ import annotations

from collections.abc import Iterator

from scio_transcripts.lazy import re

_TWO = re.compile(r"(?<=[^\s])  (?=[^\s])")
_GAP = re.compile(r"(?<=[^\s]) +(?=[^\s])")
_LEAST_OF_LINE = 3
"""Doubled blanks of a line alone of which that is the manner."""


def doubled_blanks(text: str) -> Iterator[tuple[int, int]]:
    """The second blank of each pair, where most blanks of the page or of the line are pairs.

    >>> list(doubled_blanks("Lin  Dahai  met  the  press.")), list(doubled_blanks("A briefing on ferries  May 5, 2024"))
    ([(4, 5), (11, 12), (16, 17), (21, 22)], [])
    """
    if "  " not in text or _TWO.search(text) is None:
        return
    if _are_most(text, _LEAST_OF_LINE):
        yield from ((found.end() - 1, found.end()) for found in _TWO.finditer(text))
        return
    start = 0
    for line in text.splitlines(keepends=True):
        if "  " in line and _are_most(line, _LEAST_OF_LINE):
            yield from ((start + found.end() - 1, start + found.end()) for found in _TWO.finditer(line))
        start += len(line)


def _are_most(words: str, least: int) -> bool:
    doubled = len(_TWO.findall(words))
    return doubled >= least and doubled * 3 >= len(_GAP.findall(words)) * 2
