"""Questions with their answers, each voice with a bar in the colour of its role.

In: exchanges, and the number of lines to which an answer is folded. Out: lines of text. Promises: questions stand in
full, and a folded answer says how many words are left. Knows nothing of how questions and answers were paired.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from scio_transcripts.display.card import card
from scio_transcripts.display.footer import footer
from scio_transcripts.display.roles import LOOKS
from scio_transcripts.display.selection import SelectionError, select
from scio_transcripts.display.surface import Surface, lines
from scio_transcripts.display.wording import counted
from scio_transcripts.views.exchanges import exchanges_of
from scio_transcripts.views.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from scio_transcripts.model import Transcript
    from scio_transcripts.views.exchanges import ExchangeView
    from scio_transcripts.views.speeches import Speech

FOLDED_TO = 4
"""Lines of an answer that are shown."""


def select_exchanges(
    transcript: Transcript, turns: str | Iterable[int] | None = None, speaker: str | None = None
) -> tuple[ExchangeView, ...]:
    """The exchanges that have one of these turns. Raises `SelectionError` as `select` does, or where there is none."""
    views = exchanges_of(transcript)
    if turns is None and speaker is None:
        return views
    chosen = {turn.index for turn in select(transcript, turns, speaker)}
    found = tuple(view for view in views if any(turn.index in chosen for s in view.speeches for turn in s.turns))
    if not found:
        raise SelectionError(speaker or str(turns), "none of these turns stands in an exchange")
    return found


def exchanges(
    transcript: Transcript, views: Sequence[ExchangeView], surface: Surface, *, full: bool = False
) -> Iterator[RenderableType]:
    """The card, these exchanges, and the footer. `full` shows every answer in full."""
    yield card(transcript, surface)
    yield from each_exchange(transcript, views, surface, full=full)
    if not views:
        yield Text()
        yield from lines(Text("No exchanges: nobody asks on this page.", "dim"), surface.measure, first="  ")
    yield from footer(transcript, len(transcript.turns), surface)


def each_exchange(
    transcript: Transcript, views: Sequence[ExchangeView], surface: Surface, *, full: bool = False
) -> Iterator[RenderableType]:
    """These exchanges, each under its heading."""
    digits = len(str(max((turn.index for turn in transcript.turns), default=0)))
    for view in views:
        page = f"{surface.sign(' · ', ', ')}page {view.page}" if view.page is not None else ""
        yield from surface.heading(f"Exchange {view.index}{page}")
        asked = {speech.start for speech in view.questions}
        for number, speech in enumerate(view.speeches):
            if number:
                yield Text()
            about = _outlet(view) if number == 0 else ""
            yield from _speech(speech, about, digits, surface, full=full or speech.start in asked)
        if not view.answers:
            yield from lines(Text("nobody answers", "dim italic"), surface.measure, first=" " * (digits + 5))


def _outlet(view: ExchangeView) -> str:
    """What the registry knows of the asker."""
    outlet = view.outlet
    if outlet is None:
        return "outlet not known"
    name = f"{outlet.name}, " if view.asker is None or outlet.name != view.asker.name else ""
    return f"{name}{outlet.country}, {outlet.ownership}"


def _speech(speech: Speech, about: str, digits: int, surface: Surface, *, full: bool) -> Iterator[Text]:
    look = LOOKS[speech.role]
    name = surface.say(speech.name, f"bold {look.style}") if speech.name else Text("(not named)", "italic dim")
    dot = surface.sign(" · ", ", ")
    outlet = ((dot, "dim"), surface.say(about, "dim")) if about else ()
    head = Text.assemble(name, "  ", (speech.role, look.style), *outlet)
    number = f" {speech.turns[0].index:>{digits}}  "
    drawn = lines(head, surface.measure, first=f"{number}{look.on(surface)} ")
    drawn[0].stylize("dim", 0, len(number))
    drawn[0].stylize(look.style, len(number), len(number) + 1)
    yield from drawn
    margin = " " * len(number) + surface.sign("│ ", "| ")
    body = list(_body(speech, surface, margin))
    shown = body if full or len(body) <= FOLDED_TO + 1 else body[:FOLDED_TO]
    for line in shown:
        line.stylize(look.style, len(number), len(number) + 1)
        yield line
    if left := "\n".join(line.plain[len(margin) :] for line in body[len(shown) :]):
        rest = Text(f"{surface.sign('…', '...')} {counted(count_words(left), 'more word')}", "dim")
        yield from lines(rest, surface.measure, first=margin, rest=margin)


def _body(speech: Speech, surface: Surface, margin: str) -> Iterator[Text]:
    for paragraph in speech.paragraphs:
        yield from lines(surface.prose(paragraph.text), surface.measure, first=margin, rest=margin)
