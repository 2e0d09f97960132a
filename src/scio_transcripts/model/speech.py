"""What was said: turns of paragraphs, the exchanges that they form, and the notes that stand between them.

Promises: offsets into `Transcript.text`, half-open, and `text[start:end]` is what the part holds. Speakers are ids;
who they are, the participants say.
"""

from __future__ import annotations

from typing import Literal

from scio_transcripts.model.base import Part, Role

NoteKind = Literal["caption", "disclaimer", "stage", "chrome", "pager", "page-break", "link", "timestamp"]


class Paragraph(Part):
    """One paragraph of speech. `transcript.text[start:end]` is `text`."""

    text: str
    """The words as printed."""
    start: int
    """First character in `Transcript.text`."""
    end: int
    """One past the last character."""


class Turn(Part):
    """What one speaker says from one label to the next."""

    id: str
    """Stable id made of the label and the first words, so it survives another parse."""
    index: int
    """Position among the turns, from 0."""
    label: str | None
    """The label as printed, without colon, brackets and tags; null where the page has none."""
    label_start: int | None
    """First character of the label's place in the text, brackets and colon included."""
    label_end: int | None
    """One past its last character."""
    clues: tuple[str, ...]
    """What spoke for the label, or for a turn without one: `roster`, `outlet`, `own-line`, `recurs`, ..."""
    speaker: str | None
    """Id of the participant; null where the page does not say who it is."""
    role: Role
    """In what role the words are spoken."""
    paragraphs: tuple[Paragraph, ...]
    """The speech, without captions and stage directions on lines of their own."""
    start: int
    """First character of the turn, label included."""
    end: int
    """One past its last character."""
    page: int | None
    """Number of the page on which it begins, where known."""
    continued: bool
    """The page opens inside this turn."""


class Exchange(Part):
    """A question, its answers, and any follow-up with its answers. Numbers are indices into `Transcript.turns`."""

    questions: tuple[int, ...]
    """Turns that ask."""
    answers: tuple[int, ...]
    """Turns that answer."""
    asker: str | None
    """Participant id of the asker."""
    answerers: tuple[str, ...]
    """Participant ids of those who answer, in order, each once."""


class Note(Part):
    """Something on the page that is neither speech nor metadata: kept and typed."""

    kind: NoteKind
    """`caption`, `disclaimer`, `stage` (narration by the page), `chrome` (furniture of the site), `pager`,
    `page-break`, `link`, `timestamp`."""
    text: str
    """As printed."""
    start: int
    """First character in `Transcript.text`."""
    end: int
    """One past the last character."""


class Reference(Part):
    """Somebody named in a speech: `Mr. Gu`, `Minister Gu`, `Gu Yunliang`."""

    text: str
    """As printed."""
    start: int
    """First character in `Transcript.text`."""
    end: int
    """One past the last."""
    turn: int
    """Index of the turn in which it stands."""
    participant: str | None
    """Id of the one participant that it can mean; null where none or several could be meant."""
