"""Written, not yet known: what the parser reads off a page before anybody asks who these people are."""

from __future__ import annotations

from dataclasses import dataclass, field

from scio_transcripts.lexer import Form
from scio_transcripts.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPerson:
    """One mention of a person with a role: a roster's line, or a name with its post in a sentence."""

    name: str
    name_span: Span
    honorific: str | None = None
    description: str | None = None
    span: Span
    """The whole entry."""
    heading: str | None = None
    """`speakers` or `chair`, where a heading stands above."""
    group: int = 0
    """Entries of one group stand together; a wider gap or a heading begins the next."""
    copy: int = 0
    """Which copy of the roster it belongs to, from 0."""


@dataclass(slots=True, kw_only=True)
class RawTurn:
    """One label with the speech under it, as printed. The parser fills it line by line, then nobody changes it."""

    label: str | None
    label_span: Span | None
    clues: tuple[str, ...]
    form: Form | None
    start: int
    end: int
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    """Start and end of each."""
    continued: bool = False

    def opening(self, text: str) -> str:
        """The first paragraph."""
        return text[slice(*self.paragraphs[0])] if self.paragraphs else ""

    def speech(self, text: str) -> str:
        """All paragraphs, a line each."""
        return "\n".join(text[start:end] for start, end in self.paragraphs)
