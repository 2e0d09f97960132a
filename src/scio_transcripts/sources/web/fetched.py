"""What a fetch came to.

In: the records of its pages. Out: one frozen answer for the caller. Knows nothing of how it went.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scio_transcripts.model import Transcript
from scio_transcripts.sources.web.manifest import Page
from scio_transcripts.sources.web.notices import Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One transcript as it now lies in its folder."""

    url: str
    folder: Path
    pages: tuple[Page, ...]
    """By number, those that could not be got included."""
    new: tuple[int, ...]
    """Pages that were got for the first time."""
    changed: tuple[int, ...]
    """Pages with other bytes than at the last fetch, which are kept as versions."""
    notices: tuple[Notice, ...]
    transcript: Transcript | None
    """The pages, joined and parsed; None where nothing was to be parsed or could be."""

    @property
    def missing(self) -> tuple[int, ...]:
        """Pages that this fetch could not get, whether or not an older copy is there."""
        return tuple(page.number for page in self.pages if page.problem is not None)

    @property
    def complete(self) -> bool:
        """Whether nothing went wrong."""
        return all(notice.severity != "error" for notice in self.notices)
