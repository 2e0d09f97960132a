"""Pages by address, and the versions of each.

In: captures, one after the other. Out: for each address the versions that were captured, with the times. Promises:
keeps small facts only; the bytes are for somebody else to keep. Versions are told apart by their bytes alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from scio_transcripts.extract.addresses import Address, leads_to_sibling
from scio_transcripts.extract.reading import hrefs_of, parsed, source_of
from scio_transcripts.sources.archive import Capture, Place

_DATED_BY_TALK = "speech"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One time that a page was captured."""

    url: str
    """The address as the archive writes it."""
    time: str | None
    record_id: str | None
    payload_digest: str | None
    place: Place
    revisit: bool = False
    """The archive holds only a note that the page was the same as before."""
    cut: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What parsing said of a page, as far as grouping needs it."""

    kind: str
    title: str | None
    event_date: str | None
    """The date of the event, unless only the talk names it."""
    publication_date: str | None
    number: int | None
    """The number that the page's pager shows for it."""
    total: int | None
    in_pager: bool
    """Whether the page shows a pager, or leads to another page of its stem."""


@dataclass(slots=True, kw_only=True)
class Version:
    """The same bytes at one address, captured once or more often."""

    sha256: str
    size: int
    media_type: str
    charset: str | None
    facts: Facts
    visits: list[Visit] = field(default_factory=list)

    @property
    def is_transcript(self) -> bool:
        """Whether the page's kind is `transcript`."""
        return self.facts.kind == "transcript"

    @property
    def last_seen(self) -> tuple[str, str]:
        """Orders versions by time. Captures without a time come first, and the hash settles what time does not."""
        return max(visit.time or "" for visit in self.visits), self.sha256


@dataclass(slots=True)
class Page:
    """One address with everything that was captured there."""

    key: str
    """Its normal address."""
    address: Address
    versions: dict[str, Version] = field(default_factory=dict)

    @property
    def newest_first(self) -> list[Version]:
        """The versions; the first is number 1."""
        return sorted(self.versions.values(), key=lambda version: version.last_seen, reverse=True)

    @property
    def best(self) -> Version:
        """The newest version that is a transcript; without one, the newest."""
        versions = self.newest_first
        return next((version for version in versions if version.is_transcript), versions[0])

    @property
    def is_transcript(self) -> bool:
        """Whether any version is a transcript."""
        return any(version.is_transcript for version in self.versions.values())


def facts_of(capture: Capture) -> Facts:
    """Parse a page and keep what grouping needs. Raises `SourceError` for what is not text."""
    source = source_of(capture.data, media_type=capture.media_type, charset=capture.charset, url=capture.url)
    transcript = parsed([source])
    event, numbers = transcript.event, transcript.pages.numbers
    return Facts(
        kind=transcript.kind,
        title=transcript.title,
        event_date=event.date if event.date_basis != _DATED_BY_TALK else None,
        publication_date=transcript.publication.date,
        number=numbers[0] if len(numbers) == 1 else None,
        total=transcript.pages.total,
        in_pager=transcript.pages.total is not None or leads_to_sibling(capture.url, hrefs_of(source)),
    )
