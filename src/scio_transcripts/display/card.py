"""The header card: what the event was, when, where, and what the page is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from scio_transcripts.display.surface import Surface, line, lines
from scio_transcripts.display.wording import BASES, LANGUAGES, counted, listed, long_date, which_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scio_transcripts.model import Transcript

_FRAME = 6
"""Border and padding, both sides."""


def card(transcript: Transcript, surface: Surface) -> RenderableType:
    """The card, as wide as the surface."""
    width = surface.width - _FRAME
    title = surface.say(transcript.title, "bold") if transcript.title else Text("(no title)", "dim italic")
    content = [*lines(title, width), Text()]
    if transcript.summary and transcript.kind != "transcript":  # without turns, it is all there is to read
        content += [*lines(surface.say(transcript.summary), width), Text()]
    rows = list(_rows(transcript, surface))
    margin = max(cell_len(name) for name, _ in rows) + 2
    for name, value in rows:
        first, *more = lines(value, width - margin) or [Text()]  # a value can be of unseen characters only
        content.append(line((name.ljust(margin), "dim"), first))
        content += [line(" " * margin, following) for following in more]
    frame = box.ASCII if surface.plain else box.ROUNDED
    return Panel(Group(*content), box=frame, border_style="dim", padding=(1, 2), width=surface.width)


def _rows(transcript: Transcript, surface: Surface) -> Iterator[tuple[str, Text]]:
    """The rows of the card; what the page does not say has none, but for the date."""
    yield "Date", _date(transcript, surface)
    event, publication = transcript.event, transcript.publication
    if place := listed(part for part in (event.venue, event.city) if part):
        yield "Place", surface.say(place)
    if event.series:
        yield "Series", surface.say(event.series)
    if published := _published(transcript):
        yield "Published", surface.say(published)
    if publication.url:
        yield "Address", surface.say(publication.url)
    if pages := which_pages(transcript.pages):
        yield "Pages", Text.assemble(pages, (_completeness(transcript), "dim"))
    yield "Kind", _kind(transcript, surface)


def _date(transcript: Transcript, surface: Surface) -> Text:
    event = transcript.event
    if event.date is None:
        return Text("the page does not say", "dim italic")
    dot = surface.sign(" · ", ", ")
    hours = surface.sign("–", "-").join(time for time in (event.start_time, event.end_time) if time)
    basis = BASES[event.date_basis]
    return Text.assemble(
        surface.say(long_date(event.date)),
        surface.say(f", {hours}" if hours else ""),
        (dot + basis if basis else "", "dim"),
    )


def _published(transcript: Transcript) -> str:
    publication = transcript.publication
    day = long_date(publication.date) if publication.date else None
    return " by ".join(part for part in (day, publication.publisher) if part)


def _completeness(transcript: Transcript) -> str:
    if transcript.pages.complete is None:
        return ""
    return ", complete" if transcript.pages.complete else ", in part"


def _kind(transcript: Transcript, surface: Surface) -> Text:
    dot = surface.sign(" · ", ", ")
    parts = ((len(transcript.turns), "turn"), (len(transcript.exchanges), "exchange"))
    return Text.assemble(
        "not recognized" if transcript.kind == "unknown" else transcript.kind,
        f" in {LANGUAGES[transcript.language]}" if transcript.language != "und" else "",
        (dot, "dim"),
        surface.say(f"{transcript.dialect} layout"),
        *(piece for number, noun in parts if number for piece in ((dot, "dim"), counted(number, noun))),
    )
