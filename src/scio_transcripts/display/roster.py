"""Everybody who took part, with all that the page says of them: posts, other names, outlet, turns.

In: a transcript. Out: lines of text at any width. Promises: what the page does not say has no line. Knows nothing of
how a person was recognised.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from scio_transcripts.display.roles import LOOKS
from scio_transcripts.display.surface import Surface, lines
from scio_transcripts.display.wording import counted, listed
from scio_transcripts.registry.outlets import get as outlet_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scio_transcripts.model import Participant, Position, Transcript

_MARGIN = 4


def roster(transcript: Transcript, surface: Surface, title: str = "Participants") -> Iterator[Text]:
    """The lines, a blank one between two people."""
    yield from surface.heading(surface.say(title).plain)
    turns = Counter(turn.speaker for turn in transcript.turns)
    if not transcript.participants:
        yield from lines(Text("Nobody is named on this page.", "dim"), surface.measure, first="  ")
    for number, person in enumerate(transcript.participants):
        if number:
            yield Text()
        yield from _person(person, turns[person.id], surface)
    if unnamed := turns[None]:
        yield Text()
        text = Text(f"{counted(unnamed, 'turn')} of speakers whom the page does not name", "dim")
        yield from lines(text, surface.measure, first="  ")


def _person(person: Participant, turns: int, surface: Surface) -> Iterator[Text]:
    look = LOOKS[person.role]
    head = Text.assemble(
        *((surface.say(person.honorific), " ") if person.honorific else ()),
        surface.say(person.name, "bold"),
        "  ",
        (person.role, look.style),
        (f"{surface.sign(' · ', ', ')}{counted(turns, 'turn')}", "dim"),
    )
    drawn = lines(head, surface.measure, first=f"  {look.on(surface)} ")
    drawn[0].stylize(look.style, 2, 3)
    yield from drawn
    for what, value in _about(person):
        text = Text.assemble((f"{what}  ", "dim"), surface.say(value))
        yield from lines(text, surface.measure, first=" " * _MARGIN, rest=" " * (_MARGIN + 2))


def _about(person: Participant) -> Iterator[tuple[str, str]]:
    for position in person.positions:
        yield "post", _post(position)
    if person.description and not person.positions:
        yield "described as", person.description
    if person.outlet:
        outlet = outlet_of(person.outlet)
        known = (outlet.name, outlet.kind, outlet.country, outlet.ownership) if outlet else ("not in the registry",)
        yield "outlet", listed((person.outlet, *known))
    if person.aliases:
        yield "also called", listed(person.aliases)
    yield "id", person.id


def _post(position: Position) -> str:
    body = position.organization
    if position.abbreviation:
        body = f"{body} ({position.abbreviation})" if body else position.abbreviation
    return listed(part for part in (position.title, body) if part)
