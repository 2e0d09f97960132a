"""What a head is made of: stretches, each with its part in it.

In: nothing. Out: the records that `head.py` fills and `normalizer/` reads, and the heads of several pages as one.
Decides nothing about a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from scio_transcripts.spans import Span


class Part(StrEnum):
    """What a stretch of the head is."""

    TITLE = "title"
    CATEGORY = "category"
    SUMMARY = "summary"
    INTRODUCTION = "introduction"
    """A sentence that says who answers: the roster of pages without one."""
    DATELINE = "dateline"
    SOURCE = "source"
    EVENT_DATE = "event-date"
    FIELD = "field"
    """A heading with its value; `name` says which."""
    ROSTER = "roster"
    CAPTION = "caption"
    OTHER = "other"
    """Neither metadata nor speech: furniture, headlines, tickers."""


class Piece(NamedTuple):
    """One stretch of the head."""

    part: Part
    span: Span
    line: int
    name: str = ""
    value: Span | None = None
    """For a FIELD, the value's place."""


class Head:
    """The head, in reading order, and the index of the first line of speech (or of the first label)."""

    __slots__ = ("_by_part", "closed", "pieces", "repeated", "speech")

    def __init__(self, pieces: Sequence[Piece], *, speech: int, closed: bool, repeated: Sequence[Piece] = ()) -> None:
        self.pieces = pieces
        self.speech = speech
        self.closed = closed
        """Whether the head is whole: something of it stands before the speech."""
        self.repeated = repeated
        """What the heads of further pages say again."""
        self._by_part: dict[Part, list[Piece]] = {}
        for piece in pieces:
            self._by_part.setdefault(piece.part, []).append(piece)

    def first(self, part: Part) -> Piece | None:
        """The first piece of this kind, or None."""
        return next(iter(self.all(part)), None)

    def all(self, part: Part) -> Sequence[Piece]:
        """All pieces of this kind, in order."""
        return self._by_part.get(part, ())


def join_heads(heads: Sequence[Head], firsts: Sequence[int]) -> Head:
    """The heads of several pages as one. `firsts`: the index of each page's first line.

    The first page with a roster gives it, or else the first page; the others give what that one does not have.
    """
    if len(heads) == 1:
        return heads[0]
    shifted = [
        [piece._replace(line=piece.line + first) for piece in head.pieces]
        for head, first in zip(heads, firsts, strict=True)
    ]
    chief = next((n for n, pieces in enumerate(shifted) if any(p.part is Part.ROSTER for p in pieces)), 0)
    kept: list[Piece] = []
    repeated: list[Piece] = []
    known: set[tuple[Part, str]] = set()
    for pieces in [shifted[chief], *shifted[:chief], *shifted[chief + 1 :]]:
        for piece in pieces:
            is_kept = piece.part in (Part.CAPTION, Part.OTHER) or (piece.part, piece.name) not in known
            (kept if is_kept else repeated).append(piece)
        known.update((piece.part, piece.name) for piece in pieces)
    return Head(
        sorted(kept, key=lambda piece: piece.span),
        speech=firsts[0] + heads[0].speech,
        closed=any(head.closed for head in heads),
        repeated=repeated,
    )
