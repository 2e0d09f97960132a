"""Pages that may be of one event: what was read of each alone, and where it was put.

In: sources and facts. Out: nothing but these records. Knows no order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scio_transcripts.diagnostics import Log
from scio_transcripts.document import Facts, title_of
from scio_transcripts.sources.text import Source

Use = Literal["read", "duplicate", "foreign"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """One page, read on its own."""

    source: Source
    facts: Facts
    log: Log
    """What was odd about it."""
    begins: bool
    """Whether it begins with a greeting."""
    closes: bool = False
    """Whether its last words are such as close an event."""

    @property
    def name(self) -> str:
        """How messages name it."""
        return str(self.source.facts["uri"] or "a page without a name")

    @property
    def title(self) -> str | None:
        """Its title, as titles are compared."""
        title = title_of(self.facts)
        return " ".join(title.lower().split()) if title else None

    @property
    def opens(self) -> bool:
        """Whether an event opens here: an official who greets without a roster above may be the second to speak."""
        return self.begins and (bool(self.facts.written.roster.people) or self.facts.voices[0].role != "official")

    @property
    def concludes(self) -> bool:
        """Whether whoever leads the event closes it: officials, too, speak of the end of the year."""
        return self.closes and self.facts.voices[-1].role in ("chair", "unknown")

    @property
    def ends(self) -> bool:
        """Whether it closes as an event does."""
        return bool(self.facts.credits.names["translators"])

    @property
    def is_last(self) -> bool:
        """Whether it ends as the last page of an event does."""
        return self.concludes or self.ends

    @property
    def printed_number(self) -> int | None:
        """The number that the page shows for itself."""
        return self.facts.pages.number if self.facts.pages.shown else None


@dataclass(slots=True, kw_only=True)
class Placed:
    """A page in its place, and its use."""

    page: PageRead
    number: int | None
    use: Use = "read"
