"""Written, not yet known: what the parser reads off a page before anybody asks who these people are.

Promises: labels and names stand here as printed, each with its place. Knows no role and no participant.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypedDict

from scio_transcripts.lexer import Form
from scio_transcripts.spans import Span


class RawPerson(NamedTuple):
    """One mention of a person with a role: a roster's line, or a name with its post in a sentence."""

    name: str
    name_span: Span
    span: Span
    """The whole entry."""
    honorific: str | None = None
    description: str | None = None
    heading: str | None = None
    """`speakers` or `chair`, where a heading stands above."""
    group: int = 0
    """Entries of one group stand together; a wider gap or a heading begins the next."""
    copy: int = 0
    """Which copy of the roster it belongs to, from 0."""


class RawParagraph(TypedDict):
    """One paragraph of speech, in the form in which the document takes it."""

    text: str
    start: int
    end: int


@dataclass(slots=True, kw_only=True)
class RawTurn:
    """One label with the speech under it, as printed. The parser fills it line by line, then nobody changes it."""

    label: str | None
    label_end: int | None
    """One past the label's place, brackets and colon included; with that place the turn begins."""
    clues: tuple[str, ...]
    form: Form | None
    start: int
    end: int
    paragraphs: list[RawParagraph] = field(default_factory=list)
    continued: bool = False

    def add(self, start: int, end: int, words: str) -> None:
        """Add a paragraph."""
        self.paragraphs.append({"text": words, "start": start, "end": end})
        self.end = end

    @property
    def label_span(self) -> Span | None:
        """The label's place."""
        return Span(self.start, self.label_end) if self.label_end is not None else None

    def as_prose(self, text: str) -> RawTurn:
        """The same lines without a label, for a page on which nobody speaks: its words are part of the prose."""
        if self.label_end is None:
            return self
        first, rest = self.label_end, self.paragraphs
        if rest and "\n" not in text[self.label_end : rest[0]["start"]]:
            first, rest = rest[0]["end"], rest[1:]
        headline: RawParagraph = {"text": text[self.start : first], "start": self.start, "end": first}
        return replace(self, label=None, label_end=None, clues=(), form=None, paragraphs=[headline, *rest])

    @property
    def opening(self) -> str:
        """The first paragraph."""
        return self.paragraphs[0]["text"] if self.paragraphs else ""

    @property
    def speech(self) -> str:
        """All paragraphs, a line each."""
        paragraphs = self.paragraphs
        return paragraphs[0]["text"] if len(paragraphs) == 1 else "\n".join([p["text"] for p in paragraphs])


class RawNote(NamedTuple):
    """Something on the page that nobody says."""

    kind: str
    """As in `model.Note`."""
    start: int
    end: int
