"""Offsets of a text as the lines and columns that an editor shows."""

from __future__ import annotations

import re
from bisect import bisect_right


class Places:
    r"""Line and column, both from 1, for any offset of one text.

    A line ends at a line feed, a carriage return, or both together, as editors count: not at a form feed, where
    `str.splitlines` cuts. A column is a character.

    >>> Places("one\r\ntwo").of(6)
    (2, 2)
    """

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", text))]

    def of(self, offset: int) -> tuple[int, int]:
        """The line and the column of a character."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
