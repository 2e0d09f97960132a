"""Where something stands in a text.

In: two offsets. Out: a half-open range. Promises: `text[span.start:span.end]` is the thing meant. Knows nothing of
pages, labels or people."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of characters: `start` is the first one, `end` is one past the last.

    >>> Span(0, 4).of("SCIO press conference")
    'SCIO'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def moved(self, offset: int) -> Span:
        """The same range so many characters on."""
        return Span(self.start + offset, self.end + offset)
