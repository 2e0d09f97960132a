"""Offsets of a text as the lines and columns that an editor shows, each page of an event in its own file."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scio_transcripts.model import Transcript


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


class FilePlaces:
    """File, line and column for any offset of a transcript, which may have been read from several files."""

    def __init__(self, name: str, transcript: Transcript) -> None:
        read = [part for part in transcript.pages.parts if part.use == "read"]
        self._starts = [part.start for part in read] or [0]
        self._names = [part.source.uri or name for part in read] or [name]
        texts = [transcript.text[part.start : part.end] for part in read] or [transcript.text]
        self._places = [Places(text) for text in texts]

    def of(self, offset: int) -> str:
        """Such as `page.txt:12:3`."""
        return ":".join(map(str, self.parts(offset)))

    def parts(self, offset: int) -> tuple[str, int, int]:
        """The same, apart."""
        page = bisect_right(self._starts, offset) - 1
        return self._names[page], *self._places[page].of(offset - self._starts[page])
