"""The stretches of a page that may say when and where the event was held.

In: nothing. Out: the record that the pipeline fills, and `event.py` and `eventdate.py` read. Promises: stretches of the
text, never their words alone, so that every value keeps its place. Decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scio_transcripts.language.dates import PrintedDate, full_date_in
from scio_transcripts.lexer.zones.pieces import Head, Part
from scio_transcripts.spans import Span

_LEAST_STAMPED = 2
"""Stamps behind speeches that make a live record: a single one may be when the page was put up."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """The stretches of a page that may speak of the event."""

    text: str
    head: Head
    opening: Span | None
    """The first speech, unless the page opens inside it."""
    prose: Sequence[Span]
    """The prose of a page without speech."""
    stamps: Sequence[Span]
    """Time-stamps on lines of their own."""
    beside: Sequence[Span]
    """Labels that may have a time-stamp beside them."""
    notice: bool
    """Whether the event is still to come."""

    def read(self, span: Span) -> str:
        """The words of a stretch."""
        return span.of(self.text)

    @property
    def sentences(self) -> list[Span]:
        """The sentences of the head about the event."""
        return [piece.span for piece in (*self.head.all(Part.SUMMARY), *self.head.all(Part.INTRODUCTION))]

    @property
    def stamped(self) -> PrintedDate | None:
        """The day of the time-stamps of a live record, if it is one day: beside its labels, or behind its speeches."""
        begin = self.opening.start if self.opening else 0
        beside = self._days(self.beside)
        behind = self._days([span for span in self.stamps if span.start > begin])
        known = beside or (behind if len(behind) >= _LEAST_STAMPED else [])
        return known[0] if known and len({day.iso for day in known}) == 1 else None

    def _days(self, spans: Sequence[Span]) -> list[PrintedDate]:
        days = (full_date_in(self.read(span), span.start) for span in spans)
        return [day for day in days if day is not None]
