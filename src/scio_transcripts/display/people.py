"""The table of participants: who took part, in what role, for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from scio_transcripts.display.roles import LOOKS
from scio_transcripts.display.surface import Surface, columns, lines
from scio_transcripts.display.wording import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scio_transcripts.model import Participant

_TABLE_FROM = 64
"""Narrower than this, the description goes below the name."""
_GAP = 2
_ROLE = 10
"""Mark, blank, and the longest word for a role."""


def people(participants: Sequence[Participant], surface: Surface) -> list[Text]:
    """The lines of the table, its heading included; none where nobody took part."""
    if not participants:
        return []
    names = [_name(person, surface) for person in participants]
    drawn = surface.heading("Participants")
    if surface.width < _TABLE_FROM:
        for person, name in zip(participants, names, strict=True):
            drawn += _stacked(person, name, surface)
        return drawn
    room = surface.measure - 2 - _ROLE - 2 * _GAP
    widest = min(max(name.cell_len for name in names), room * 2 // 5)
    for person, name in zip(participants, names, strict=True):
        about = surface.say(_about(person), "" if person.description else "dim")
        if not about.plain and name.cell_len > widest:
            drawn += columns([(Text(), 0), (_role(person, surface), _ROLE), (name, room + _GAP)])
        else:
            drawn += columns([(Text(), 0), (_role(person, surface), _ROLE), (name, widest), (about, room - widest)])
    return drawn


def _stacked(person: Participant, name: Text, surface: Surface) -> list[Text]:
    """One person on a narrow surface."""
    look = LOOKS[person.role]
    head = Text.assemble(name, "  ", (person.role, look.style))
    drawn = lines(head, surface.measure, first=f"  {look.on(surface)} ")
    drawn[0].stylize(look.style, 2, 3)
    return drawn + lines(surface.say(_about(person), "dim"), surface.measure, first="    ")


def _role(person: Participant, surface: Surface) -> Text:
    look = LOOKS[person.role]
    return Text(f"{look.on(surface)} {person.role}", look.style)


def _name(person: Participant, surface: Surface) -> Text:
    name = surface.say(person.name, "bold")
    return Text.assemble(surface.say(person.honorific), " ", name) if person.honorific else name


def _about(person: Participant) -> str:
    """The role line; for reporters the outlet, unless its id says no more than the name."""
    outlet = person.outlet if person.outlet and person.outlet != person.id else None
    return listed(part for part in (person.description, outlet) if part)
