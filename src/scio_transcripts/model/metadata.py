"""What the page says about the event and about itself: dates, place, pages, credits, source, and the evidence.

Promises: a null means that the page does not say. The event's date and the publication's are two fields that never
stand in for one another. Knows nothing of speech.
"""

from __future__ import annotations

from typing import Literal

from scio_transcripts.model.base import Offset, Part

DateBasis = Literal["label", "dateline", "summary", "summary+year", "caption", "speech", "none"]


class Evidence(Part):
    """One stretch of the text that a value was read or inferred from."""

    field: str
    """What it is evidence for, as a path: `event.date`, `title`, `participants.gu-yunliang`,
    `participants.gu-yunliang.honorific`."""
    start: Offset
    """First character of the stretch."""
    end: Offset
    """One past its last character."""
    basis: str
    """How it counts: `printed` (the value stands there), or the clue that led from there to the value."""


class Event(Part):
    """The press conference itself. Null means that the page does not say."""

    date: str | None
    """ISO date of the event, never the date of publication."""
    date_basis: DateBasis
    """How the date was found. `dateline` is any heading that dates the event: `Beijing | 10 a.m. July 3, 2024`, or a
    date in the title; `label` a value under its own heading (`Date:`, `Time:`); `summary+year` a month and day whose
    year the page settles."""
    start_time: str | None
    """Local time of the beginning, `HH:MM`."""
    end_time: str | None
    """Local time of the end, `HH:MM`."""
    city: str | None
    """City where it was held."""
    venue: str | None
    """The hall, where the page names one."""
    series: str | None
    """The series that it belongs to, where the page names one."""


class Publication(Part):
    """When and by whom the page was published."""

    date: str | None
    """ISO date of publication (or of the update that the page prints)."""
    publisher: str | None
    """The publisher as printed beside the date."""
    url: str | None
    """Address of the page, where it is known."""
    original_url: str | None = None
    """Address of the Chinese original, where the page links to it."""


class Source(Part):
    """What was read."""

    uri: str | None
    """Path or address of the source, where there is one."""
    media_type: str
    """`text/plain` or `text/html`."""
    encoding: str | None
    """Encoding that the bytes were decoded with; null where a `str` was given."""
    sha256: str
    """SHA-256 of the bytes that were read (of the text in UTF-8, where a `str` was given)."""
    length: int
    """Number of characters of `Transcript.text`."""


class PagePart(Part):
    """One of several pages that were read together."""

    number: int | None
    """Its number; null where nothing shows it."""
    use: Literal["read", "duplicate", "foreign"]
    """`read`: its text is in the transcript; `duplicate`: another page says the same; `foreign`: it is of another
    event."""
    start: Offset
    """First character of its text in `Transcript.text`; for pages that were left out, 0."""
    end: Offset
    """One past the last; for pages that were left out, 0."""
    source: Source
    """Where it came from."""


class Pages(Part):
    """Which pages of a transcript in several pages these are."""

    numbers: tuple[int, ...]
    """Numbers of the pages that were read, in order; empty where unknown."""
    total: int | None
    """How many pages there are, from the pager."""
    complete: bool | None
    """Whether all pages are present; null where the page does not show it."""
    missing: tuple[int, ...] = ()
    """Numbers of the pages that are known to exist and were not given."""
    urls: tuple[str, ...] = ()
    """Addresses of the other pages, from the pager's links."""
    parts: tuple[PagePart, ...] = ()
    """Every page that was given, in order, where several were read together."""


class Credits(Part):
    """Who made the page. Names as printed, in order."""

    translators: tuple[str, ...]
    """Translators (also those named in `Translated and edited by ...`)."""
    editors: tuple[str, ...]
    """Editors of the page."""
    photographers: tuple[str, ...]
    """Photographers named in captions, each once."""


class Place(Part):
    """Where a stretch of the text stands in the page's HTML."""

    start: Offset
    """First character in `Transcript.text`."""
    end: Offset
    """One past the last character."""
    selector: str
    """The element that holds it, as a CSS selector."""
