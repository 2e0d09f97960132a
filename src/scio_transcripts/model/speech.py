"""What was said: turns of paragraphs, the exchanges that they form, and the notes that stand between them.

Promises: offsets into `Transcript.text`, half-open, and `text[start:end]` is what the part holds. Speakers are ids;
who they are, the participants say.
"""

from __future__ import annotations

from typing import Literal

from scio_transcripts.model.base import Offset, Part, Role

NoteKind = Literal["caption", "disclaimer", "stage", "chrome", "pager", "page-break", "link", "timestamp"]


class Paragraph(Part):
    """One paragraph of speech. `transcript.text[start:end]` is `text`."""

    text: str
    """The words as printed."""
    start: Offset
    """First character in `Transcript.text`."""
    end: Offset
    """One past the last character."""


class Turn(Part):
    """What one speaker says from one label to the next."""

    id: str
    """Stable id made of the label and the first words, so it survives another parse."""
    index: int
    """Position among the turns, from 0."""
    label: str | None
    """The label as printed, without colon, brackets and tags; null where the page has none."""
    label_start: Offset | None
    """First character of the label's place in the text, brackets and colon included."""
    label_end: Offset | None
    """One past its last character."""
    clues: tuple[str, ...]
    """What spoke for the label, or for a turn without one: `roster`, `outlet`, `own-line`, `recurs`, ..."""
    speaker: str | None
    """Id of the participant; null where the page does not say who it is."""
    role: Role
    """In what role the words are spoken."""
    paragraphs: tuple[Paragraph, ...]
    """The speech, without captions and stage directions on lines of their own."""
    start: Offset
    """First character of the turn, label included."""
    end: Offset
    """One past its last character."""
    page: int | None
    """Number of the page on which it begins, where known."""
    continued: bool
    """The page opens inside this turn."""


class PartAnswer(Part):
    """Where an answer addresses one part of a question, because it says so."""

    turn: int
    """Index of the turn that answers."""
    start: Offset
    """First character of what addresses the part: the sentence that says so."""
    end: Offset
    """One past the last: the answer's end, or where it turns to another part."""
    said_start: Offset
    """First character of the words that say so, such as `your second question`. They may stand in an earlier answer."""
    said_end: Offset
    """One past their last character."""


class QuestionPart(Part):
    """One of several questions that are asked in one speech."""

    turn: int
    """Index of the turn in which it begins."""
    number: int
    """Its number, from 1 in each speech that asks."""
    start: Offset
    """First character, with the words that count it."""
    end: Offset
    """One past the last character."""
    answers: tuple[PartAnswer, ...] = ()
    """What addresses this part, as far as the answers say so."""


class Exchange(Part):
    """A question, its answers, and any follow-up with its answers. Numbers are indices into `Transcript.turns`."""

    questions: tuple[int, ...]
    """Turns that ask. Empty where the page has lost the question."""
    answers: tuple[int, ...]
    """Turns that answer. Empty where nobody does."""
    asker: str | None
    """Participant id of the asker."""
    answerers: tuple[str, ...]
    """Participant ids of those who answer, in order, each once; not of those who only pass the question on."""
    follow_ups: tuple[int, ...] = ()
    """Those of `questions` that come after an answer."""
    handovers: tuple[int, ...] = ()
    """Turns that only pass the question on: the chair's, which stand nowhere else, and those of `answers` that say no
    more than who will answer."""
    parts: tuple[QuestionPart, ...] = ()
    """The parts of the questions, where they are counted in the text."""


class Section(Part):
    """A stretch of the event. The sections of a transcript follow each other and hold every turn."""

    kind: Literal["opening", "statements", "questions", "closing", "unknown"]
    """`unknown`: the page does not show what its first turns belong to."""
    first: int
    """Index of its first turn."""
    last: int
    """Index of its last turn."""


class Note(Part):
    """Something on the page that is neither speech nor metadata: kept and typed."""

    kind: NoteKind
    """`caption`, `disclaimer`, `stage` (narration by the page), `chrome` (furniture of the site), `pager`,
    `page-break`, `link`, `timestamp`."""
    text: str
    """As printed."""
    start: Offset
    """First character in `Transcript.text`."""
    end: Offset
    """One past the last character."""


class Reference(Part):
    """Somebody named in a speech: `Mr. Gu`, `Minister Gu`, `Gu Yunliang`."""

    text: str
    """As printed."""
    start: Offset
    """First character in `Transcript.text`."""
    end: Offset
    """One past the last."""
    turn: int
    """Index of the turn in which it stands."""
    participant: str | None
    """Id of the one participant that it can mean; null where none or several could be meant."""
