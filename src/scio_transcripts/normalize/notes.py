"""What is neither speech nor metadata: kept and typed. In: what the parser wrote. Out: notes, and the prose of
pages without speech."""

from __future__ import annotations

from collections.abc import Mapping

from scio_transcripts.lexer import Kind
from scio_transcripts.parser import Written
from scio_transcripts.parser.head import Part
from scio_transcripts.spans import Span

_KINDS: Mapping[Kind, str] = {
    Kind.TAG: "page-break",
    Kind.PAGER: "pager",
    Kind.LINK: "link",
    Kind.DISCLAIMER: "disclaimer",
    Kind.STAGE: "stage",
    Kind.CAPTION: "caption",
}

RawNotes = list[tuple[str, int, int]]


def notes_of(text: str, written: Written, *, is_transcript: bool) -> tuple[RawNotes, list[Span], list[Span]]:
    """Notes as `(kind, start, end)`, the prose of a page without speech, and the time-stamps."""
    notes: RawNotes = []
    prose: list[Span] = []
    stamps: list[Span] = []
    for piece in written.head.pieces:
        line = written.lines[piece.line]
        if piece.part is Part.CAPTION:
            notes.append(("caption", *piece.span))
        elif piece.part is Part.OTHER:
            is_prose = line.kind is Kind.TEXT and not is_transcript and len(line.text) > 40
            notes.append(("stage" if is_prose else _KINDS.get(line.kind, "chrome"), *piece.span))
            if is_prose:
                prose.append(piece.span)
    for note in written.page.notes:
        notes.append((note.kind, note.start, note.end))
        if note.kind == "timestamp":
            stamps.append(Span(note.start, note.end))
    for turn in written.page.turns:
        if turn.form is not None and turn.form.value == "bracketed" and turn.label_span:
            stamps.append(turn.label_span)
        if not is_transcript:
            notes += [("stage", *span) for span in turn.paragraphs]
            prose += [Span(*span) for span in turn.paragraphs]
    return notes, prose, stamps
