"""Who asked: outlets, their countries, and who owns them, over one transcript or many.

In: transcripts. Out: counts, most exchanges first. Promises: an outlet counts once under each heading, and what the
registry does not know stays unknown: it is counted as such, never left out or guessed. Reads no words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scio_transcripts.model import Transcript
from scio_transcripts.registry.outlets import fold
from scio_transcripts.registry.outlets import get as outlet_of
from scio_transcripts.views.speeches import people_of, speeches_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scio_transcripts.model import Participant
    from scio_transcripts.registry.outlets import Outlet


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """How often one outlet, one country or one kind of owner asked."""

    key: str | None
    """Id of the outlet, ISO code of the country, or word for the ownership; null where the registry knows none."""
    name: str | None
    """For outlets the registry's name, or the name as printed of an asker whom the registry does not know; null for
    askers whom the page does not name. For countries and ownerships the same as `key`."""
    events: int
    """Transcripts in which they ask."""
    exchanges: int
    """Exchanges in which they ask. A question with its follow-ups is one exchange."""
    questions: int
    """Speeches that ask, follow-ups included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who asked, under three headings. Each heading counts every question."""

    outlets: tuple[Asker, ...]
    countries: tuple[Asker, ...]
    ownerships: tuple[Asker, ...]
    total: Asker
    """All askers together, its key and name null."""


@dataclass(slots=True)
class _Count:
    events: set[int] = field(default_factory=set)
    exchanges: set[tuple[int, int]] = field(default_factory=set)
    questions: int = 0

    def add(self, event: int, exchange: int) -> None:
        self.events.add(event)
        self.exchanges.add((event, exchange))
        self.questions += 1

    def row(self, key: str | None, name: str | None) -> Asker:
        return Asker(
            key=key, name=name, events=len(self.events), exchanges=len(self.exchanges), questions=self.questions
        )


_Key = tuple[str | None, str | None]
"""What the registry or the page calls somebody: the registry's key, and what to merge those by whom it lacks."""


def askers_of(transcripts: Transcript | Iterable[Transcript]) -> Asked:
    r"""Count who asked in these transcripts.

    >>> from scio_transcripts import parse
    >>> page = parse("CCTV:\n\nHow many? Thank you.\n\nLin Dahai:\n\nThank you. Ninety.\n\nReuters:\n\nWhy? Thank you.")
    >>> asked = askers_of([page])
    >>> [(row.name, row.exchanges) for row in asked.outlets]
    [('CCTV', 1), ('Reuters', 1)]
    >>> [(row.key, row.exchanges) for row in asked.countries]
    [('CN', 1), ('GB', 1)]
    """
    pages = [transcripts] if isinstance(transcripts, Transcript) else transcripts
    by_outlet: dict[_Key, _Count] = {}
    by_country: dict[_Key, _Count] = {}
    by_ownership: dict[_Key, _Count] = {}
    names: dict[_Key, str | None] = {}
    total = _Count()
    for event, transcript in enumerate(pages):
        people, turns = people_of(transcript), transcript.turns
        for number, exchange in enumerate(transcript.exchanges):
            for speech in speeches_in((turns[i] for i in exchange.questions), people):
                outlet = _outlet(speech.speaker)
                key, name = _who(speech.speaker, outlet)
                names.setdefault(key, name)
                by_outlet.setdefault(key, _Count()).add(event, number)
                by_country.setdefault((outlet.country if outlet else None, None), _Count()).add(event, number)
                by_ownership.setdefault((outlet.ownership if outlet else None, None), _Count()).add(event, number)
                total.add(event, number)
    return Asked(
        outlets=_rows(by_outlet, names),
        countries=_rows(by_country, {}),
        ownerships=_rows(by_ownership, {}),
        total=total.row(None, None),
    )


def _outlet(asker: Participant | None) -> Outlet | None:
    return outlet_of(asker.outlet) if asker and asker.outlet else None


def _who(asker: Participant | None, outlet: Outlet | None) -> tuple[_Key, str | None]:
    """What an asker is counted under, and what the row is called."""
    if outlet is not None:
        return (outlet.id, None), outlet.name
    if asker is None:
        return (None, None), None
    return (None, fold(asker.name)), asker.name


def _rows(counts: dict[_Key, _Count], names: dict[_Key, str | None]) -> tuple[Asker, ...]:
    """The rows, most exchanges first; of as many, by name, and what is unknown last."""
    rows = [count.row(key[0], names.get(key, key[0])) for key, count in counts.items()]
    return tuple(sorted(rows, key=lambda row: (-row.exchanges, -row.questions, row.name is None, row.name or "")))
