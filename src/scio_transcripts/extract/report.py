"""What a run of `extract` did, in numbers and with what went wrong.

In: the tallies of the archives and what was made of the pages. Out: `Report`, and its JSON. Promises: stays small; of
many troubles the first are named and all are counted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from scio_transcripts.sources.archive import Tally

NAMED = 1000
"""How many captures that were passed over are named."""


@dataclass(slots=True)
class Report:
    """The numbers of one run. In the order in which they come about."""

    archives: dict[str, Tally] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    """Archives that could not be read at all, with the reason."""
    likely: int = 0
    """Pages that were parsed."""
    transcripts: int = 0
    """Captures that are transcripts."""
    events: int = 0
    pages: int = 0
    """Pages that were kept, of whatever kind."""
    versions: int = 0
    captures: int = 0
    """Captures of these pages, revisits among them."""
    too_long: list[str] = field(default_factory=list)
    """Events whose pages are too long to be joined; their pages are kept."""
    others: int = 0
    """Other captures at the addresses of kept pages, such as notices that the transcript replaced."""
    other_captures: list[dict[str, Any]] = field(default_factory=list)

    def total(self, name: str) -> int:
        """`records`, `pages`, `revisits`, or troubles by their kind, over all archives."""
        return sum(getattr(t, name) if hasattr(t, name) else t.counts[name] for t in self.archives.values())

    def as_json(self) -> dict[str, Any]:
        """For `report.json`."""
        return {
            "records": self.total("records"),
            "html_and_text_pages": self.total("pages"),
            "revisits": self.total("revisits"),
            "parsed": self.likely,
            "transcripts": self.transcripts,
            "events": self.events,
            "pages": self.pages,
            "versions": self.versions,
            "captures": self.captures,
            "damaged": self.total("damaged"),
            "too_large": self.total("too large"),
            "unreadable": self.total("unreadable"),
            "refused": self.refused,
            "not_joined": self.too_long,
            "troubles": [
                {"kind": t.kind, "reason": t.reason, **t.place._asdict()}
                for tally in self.archives.values()
                for t in tally.troubles
            ],
            "other_captures": self.others,
            "other_captures_named": self.other_captures,
        }
