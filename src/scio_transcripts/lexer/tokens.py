"""The lexer's words: token kinds, tokens, and the lines they stand on.

A `Token` is what the public `lex()` gives; a `Line` is the same tokens kept together with what the parser asks of
them. Offsets are characters of the text, half-open. Knows no rule and no pattern.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


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


class Looks(NamedTuple):
    """What a line that may hold a label looks like. Offsets count from its beginning, so equal lines share them."""

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


class Line(NamedTuple):
    """One printed line without its outer blanks."""

    kind: Kind
    start: int
    end: int
    text: str
    gap: int
    """Blank lines above it."""
    looks: Looks | None
    """Only for lines that may hold a label."""

    @property
    def label(self) -> str:
        """The words of the label; empty for a line that is none."""
        return self.looks.label if self.looks else ""

    @property
    def form(self) -> Form | None:
        """How the label is set off."""
        return self.looks.form if self.looks else None
