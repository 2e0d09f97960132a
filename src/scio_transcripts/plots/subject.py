"""What a chart is about: one event by its title and day, or many by their number and years.

In: transcripts as they pass by. Out: the same transcripts, and afterwards a line about them. Promises: no transcript is
kept. Knows no chart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from scio_transcripts.errors import ScioTranscriptsError
from scio_transcripts.model import Transcript
from scio_transcripts.plots.wording import counted, label

_MONTHS = (
    "January February March April May June July August September October November December"  # not the locale's
).split()


class PlotError(ScioTranscriptsError, ValueError):
    """A chart cannot be drawn. `chart` is its name, `reason` what is wrong, `hint` what to do.

    >>> print(PlotError("shares", "nobody speaks in 1 document", "give a page with speech"))
    shares: nobody speaks in 1 document; give a page with speech
    """

    def __init__(self, chart: str, reason: str, hint: str) -> None:
        super().__init__(chart, reason, hint)
        self.chart = chart
        self.reason = reason
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.chart}: {self.reason}; {self.hint}"


class Subject:
    """Counts the transcripts that pass through it."""

    def __init__(self, transcripts: Transcript | Iterable[Transcript]) -> None:
        self._given: Iterable[Transcript] = [transcripts] if isinstance(transcripts, Transcript) else transcripts
        self._title: str | None = None
        self._first: date | None = None
        self._last: date | None = None
        self.events = 0
        self.undated = 0
        self.counts_characters = False
        """Whether words of Chinese are among those counted."""

    def __iter__(self) -> Iterator[Transcript]:
        for transcript in self._given:
            self.events += 1
            day = day_of(transcript)
            self.undated += day is None
            self._first = min(filter(None, (self._first, day)), default=None)
            self._last = max(filter(None, (self._last, day)), default=None)
            self._title = self._title or transcript.title
            self.counts_characters |= transcript.language in ("zh-Hans", "zh-Hant", "mul")
            yield transcript

    def line(self, *facts: str) -> str:
        """A line about all that passed, with facts behind it."""
        return " · ".join(part for part in (self._name(), self._when(), *facts) if part)

    def _name(self) -> str:
        if self.events == 1:
            return label(self._title or "Untitled", 120)
        return counted(self.events, "event")

    def _when(self) -> str:
        if self._first is None or self._last is None:
            return ""
        if self._first == self._last:
            return f"{self._first.day} {_MONTHS[self._first.month - 1]} {self._first.year}"
        return f"{self._first.year}" + (f"–{self._last.year}" if self._last.year > self._first.year else "")

    def words_note(self) -> str:
        """How words were counted, where that is not plain."""
        return "In Chinese, each character counts as a word." if self.counts_characters else ""

    def nothing(self, chart: str, what: str) -> PlotError:
        """What to raise where there is nothing to draw."""
        if not self.events:
            return PlotError(chart, "no transcript was given", "give at least one")
        return PlotError(
            chart, f"{what} in {counted(self.events, 'document')}", "give a page with questions and answers"
        )


def day_of(transcript: Transcript) -> date | None:
    """The day of the event, or else null: what is no date is none."""
    try:
        return date.fromisoformat(transcript.event.date or "")
    except ValueError:
        return None
