"""The turns: a line for the speaker, then the paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from scio_transcripts.display.roles import LOOKS
from scio_transcripts.display.surface import Surface, lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scio_transcripts.model import Transcript, Turn

_MARGIN_FROM = 60
"""Narrower than this, the paragraphs stand closer to the edge."""


def speech(transcript: Transcript, turns: Sequence[Turn], surface: Surface) -> Iterator[Text]:
    """The lines of these turns; where pages are numbered, a rule says where one begins."""
    digits = len(str(max((turn.index for turn in transcript.turns), default=0)))
    numbered = len({turn.page for turn in transcript.turns}) > 1
    names = {person.id: person.name for person in transcript.participants}
    page = None
    for turn in turns:
        if numbered and turn.page != page and turn.page is not None:
            page = turn.page
            yield from surface.heading(f"Page {page}", "dim")
        yield Text()
        yield from _head(turn, names.get(turn.speaker or ""), digits, surface)
        yield from _body(turn, digits, surface)


def _head(turn: Turn, name: str | None, digits: int, surface: Surface) -> list[Text]:
    """Number, mark, label and role of a turn, and what is odd about it."""
    look = LOOKS[turn.role]
    label = surface.say(turn.label, f"bold {look.style}") if turn.label else Text("(no label)", "italic dim")
    other = name if name and name != turn.label else None
    remarks = ["continued from the page before"] if turn.continued else []
    if not turn.paragraphs:
        remarks.append("nothing said")
    head = Text.assemble(
        label,
        *(("  ", surface.say(f"= {other}", "dim")) if other else ()),
        "  ",
        (turn.role, look.style),
        *((f"{surface.sign(' · ', ', ')}{remark}", "dim italic") for remark in remarks),
    )
    number = f" {turn.index:>{digits}}  "
    drawn = lines(head, surface.measure, first=f"{number}{look.on(surface)} ")
    drawn[0].stylize("dim", 0, len(number))
    drawn[0].stylize(look.style, len(number), len(number) + 1)
    return drawn


def _body(turn: Turn, digits: int, surface: Surface) -> Iterator[Text]:
    margin = " " * (digits + 5 if surface.width >= _MARGIN_FROM else 2)
    for number, paragraph in enumerate(turn.paragraphs):
        if number:
            yield Text()
        yield from lines(surface.prose(paragraph.text), surface.measure, first=margin)
