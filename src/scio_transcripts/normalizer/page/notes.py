"""What is neither speech nor metadata: kept and typed.

In: what the parser wrote. Out: notes, the prose of pages without speech, and the time-stamps. Promises: nothing of the
page vanishes. Knows nothing of people.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from scio_transcripts.lexer import Form, Kind
from scio_transcripts.lexer.read import Written
from scio_transcripts.lexer.turns.raw import RawNote
from scio_transcripts.lexer.zones.pieces import Part
from scio_transcripts.spans import Span

_KINDS: Mapping[Kind, str] = {
    Kind.TAG: "page-break",
    Kind.PAGER: "pager",
    Kind.LINK: "link",
    Kind.DISCLAIMER: "disclaimer",
    Kind.STAGE: "stage",
    Kind.CAPTION: "caption",
}

_LEAST_STAMP = 10
"""Characters around a label's words that may be a stamp with a day."""
_SHORTEST_PROSE = 41
"""Characters of a line that tells something; shorter ones are furniture."""


class Notes(NamedTuple):
    """What `notes_of` found."""

    notes: list[RawNote]
    prose: list[Span]
    """The prose of a page without speech."""
    stamps: list[Span]
    """Time-stamps of live records, on lines of their own."""
    beside: list[Span]
    """Labels that may have a time-stamp beside them."""

    def of(self, kind: str) -> list[Span]:
        """The places of all notes of one kind."""
        return [Span(note.start, note.end) for note in self.notes if note.kind == kind]


def notes_of(written: Written, *, is_transcript: bool) -> Notes:
    """Notes, prose and time-stamps of one page."""
    found = Notes([], [], [], [])
    for piece in written.head.pieces:
        if piece.part is Part.CAPTION:
            found.notes.append(RawNote("caption", *piece.span))
        elif piece.part is Part.OTHER:
            line = written.lines[piece.line]
            length = piece.span.end - piece.span.start
            is_prose = line.kind is Kind.TEXT and not is_transcript and length >= _SHORTEST_PROSE
            kind = piece.name or _KINDS.get(line.kind, "chrome")
            found.notes.append(RawNote("stage" if is_prose else kind, *piece.span))
            if is_prose:
                found.prose.append(piece.span)
    found.notes.extend(written.page.notes)
    found.stamps.extend(found.of("timestamp"))
    _add_turns(found, written, is_transcript=is_transcript)
    return found


def _add_turns(found: Notes, written: Written, *, is_transcript: bool) -> None:
    """What the turns give: labels with stamps, and, where nobody speaks, prose."""
    for turn in written.page.turns:
        place = turn.label_span
        if place and (turn.form is Form.BRACKETED or place.end - place.start > len(turn.label or "") + _LEAST_STAMP):
            found.beside.append(place)
        if not is_transcript:
            spans = [Span(paragraph["start"], paragraph["end"]) for paragraph in turn.paragraphs]
            found.notes.extend(RawNote("stage", *span) for span in spans)
            found.prose.extend(spans)


def foot_of(written: Written) -> list[Span]:
    """The notes below the last speech; no foot where nobody speaks."""
    end = max((turn.end for turn in written.page.turns), default=None)
    return [Span(note.start, note.end) for note in written.page.notes if end is not None and note.start >= end]
