"""The lexer's words: token kinds, tokens, and the lines they stand on.

A `Token` is what the public `lex()` gives; a `Line` is the same tokens kept together with what the parser asks of
them, and `Lines` are all of a text. Offsets are characters of the text, half-open. Knows no rule and no pattern.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, overload


class Kind(StrEnum):
    """What a token, or a whole line, looks like. Looks only: the parser decides what it is."""

    BLANK = "blank"
    """White space, line ends, zero-width characters."""
    TEXT = "text"
    """Running text, or anything that no rule knows."""
    LABEL = "label"
    """Words in the place and shape of a speaker's label."""
    MARK = "mark"
    """What sets a label off: colon, brackets, heading signs, a clock time beside it."""
    TAG = "tag"
    """An editor's page-break tag."""
    HEADING = "heading"
    """A roster's or a field's heading, with its value where that stands on the same line."""
    DATE = "date"
    """A line that is only a date, or a date and a time."""
    STAMP = "stamp"
    """A line that is only a time-stamp of a live record."""
    PAGER = "pager"
    """Page numbers, `Previous`, `Next`."""
    CRUMBS = "crumbs"
    """A breadcrumb."""
    CHROME = "chrome"
    """Other furniture of a site."""
    LINK = "link"
    """A link to another page."""
    CAPTION = "caption"
    """A caption with its photo credit."""
    COUNTER = "counter"
    """A picture counter of a gallery, such as `/5    Group photo`."""
    CREDIT = "credit"
    """Translators, editors, photographers."""
    DISCLAIMER = "disclaimer"
    """Which language prevails."""
    STAGE = "stage"
    """A stage direction on a line of its own."""


class Form(StrEnum):
    """How a label is set off from the speech."""

    OWN_LINE = "own-line"
    INLINE = "inline"
    BRACKETED = "bracketed"
    MARKDOWN = "markdown"


class Token(NamedTuple):
    """A stretch of the text. The tokens of a text, joined, are the text."""

    kind: Kind
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Looks:
    """What a line looks like. Offsets count from its beginning, so equal lines share them."""

    kind: Kind
    label: str = ""
    """For a LABEL, the words of the label."""
    label_start: int = -1
    label_end: int = -1
    speech: int = -1
    """Where the speech begins on the same line; -1 where the label stands alone."""
    form: Form | None = None
    tag_end: int = 0
    """End of a page-break tag glued to the line's beginning; 0 without one."""


PLAIN = Looks(Kind.TEXT)
"""Speech, and nothing about it could be anything else: most lines."""


class Line(NamedTuple):
    """One printed line without its outer blanks."""

    kind: Kind
    start: int
    end: int
    text: str
    gap: int
    """Blank lines above it."""
    looks: Looks

    @property
    def label(self) -> str:
        """The words of the label; empty for a line that is none."""
        return self.looks.label

    @property
    def form(self) -> Form | None:
        """How the label is set off."""
        return self.looks.form


class Lines(Sequence[Line]):
    """The lines of a text that are not blank, kept as columns.

    A transcript is mostly plain paragraphs. Each costs its words and its place here, and no object of its own; those
    who read speech take whole stretches of them, and look only at the lines that are `marked`. A `Line` is put together
    when one is asked for, as the readers of the head do.
    """

    __slots__ = ("_order", "glued", "marked", "starts", "texts", "whole")

    def __init__(
        self,
        whole: str,
        texts: list[str],
        starts: list[int],
        marked: dict[int, Looks],
        glued: frozenset[int] = frozenset(),
    ) -> None:
        self.whole = whole
        """The text that the lines are of."""
        self.glued = glued
        """The lines that go on in the printed line of the one before: there, a head may begin in the middle."""
        self._order = list(marked)
        self.texts: Sequence[str] = texts
        """The words of each line."""
        self.starts: Sequence[int] = starts
        """The place of its first character in the text."""
        self.marked: Mapping[int, Looks] = marked
        """What the lines that are not plain look like, by index, in order."""

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, index: int) -> Line: ...

    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...

    def __getitem__(self, index: int | slice) -> Line | list[Line]:
        if isinstance(index, slice):
            return [self._line(i) for i in range(*index.indices(len(self.texts)))]
        return self._line(range(len(self.texts))[index])

    def __iter__(self) -> Iterator[Line]:
        return map(self._line, range(len(self.texts)))

    def kind(self, index: int) -> Kind:
        """The kind of one line."""
        return self.marked.get(index, PLAIN).kind

    def end(self, index: int) -> int:
        """One past the last character of one line."""
        return self.starts[index] + len(self.texts[index])

    def marked_in(self, first: int, last: int) -> Sequence[int]:
        """The lines from `first` up to, not including, `last` that are not plain."""
        order = self._order
        return order[bisect_left(order, first) : bisect_left(order, last)]

    def marked_as(self, looks: Mapping[int, Looks]) -> Lines:
        """The same lines, some of which are said to look otherwise."""
        if not looks:
            return self
        marked = {**self.marked, **looks}
        return Lines(
            self.whole, [*self.texts], [*self.starts], {index: marked[index] for index in sorted(marked)}, self.glued
        )

    def _line(self, index: int) -> Line:
        text, start = self.texts[index], self.starts[index]
        looks = self.marked.get(index, PLAIN)
        above = self.whole[self.starts[index - 1] + len(self.texts[index - 1]) if index else 0 : start]
        # Between two lines stand the rest of one, blank lines, and the blanks before the other.
        ends = len(f"|{above}|".splitlines()) - 1 if above.strip("\n") else len(above)
        return Line(looks.kind, start, start + len(text), text, max(0, ends - (index > 0)), looks)
