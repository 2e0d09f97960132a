"""What the site keeps of each transcript: one entry of the list, and the sums over all of them.

In: a transcript and what it is called. Out: an `Entry` on disk by its year, and `Sums` for the charts. Promises: memory
grows with years, outlets and people only. Reads no words.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from scio_transcripts.registry.outlets import get as outlet_of
from scio_transcripts.report.names import country_name, year_of
from scio_transcripts.report.templating import shown
from scio_transcripts.views import askers_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scio_transcripts.model import Transcript
    from scio_transcripts.views import Asked, Shares

_LONGEST_NAME = 80
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the list."""

    number: int
    """In the order in which the transcripts came, from 0: the search index calls it so."""
    name: str
    """Name of its page, without the ending."""
    title: str
    """Empty where the page has none."""
    date: str
    """ISO date of the event; empty where it is not known."""
    year: str
    language: str
    kind: str
    exchanges: int
    turns: int
    words: int
    warnings: int
    outlets: tuple[str, ...]
    """Names of those who ask, as the registry or else the page has them."""
    countries: tuple[str, ...]
    ownerships: tuple[str, ...]
    """Words of the registry; an empty one for askers whom it does not know."""
    people: tuple[str, ...]
    """Names of those who speak and are no reporters."""


@dataclass(slots=True)
class Sums:
    """Over all transcripts."""

    transcripts: Counter[str] = field(default_factory=Counter)
    """By year."""
    exchanges: Counter[str] = field(default_factory=Counter)
    """By year."""
    asked: dict[str, Counter[str | None]] = field(default_factory=dict)
    """By year: exchanges by ownership."""
    outlets: Counter[str] = field(default_factory=Counter)
    """Exchanges by outlets, the registry's ids; those that it does not know are counted under `None` in `asked`."""
    roles: Counter[str] = field(default_factory=Counter)
    """Words by role."""
    years: array[int] = field(default_factory=lambda: array("H"))
    """The year of each transcript, 0 for none."""

    def add(self, entry: Entry, asked: Asked, shares: Shares) -> None:
        """Add a transcript."""
        self.transcripts[entry.year] += 1
        self.exchanges[entry.year] += entry.exchanges
        by_owner = self.asked.setdefault(entry.year, Counter())
        for row in asked.ownerships:
            by_owner[row.key] += row.exchanges
        for row in asked.outlets:
            if row.key is not None:
                self.outlets[row.key] += row.exchanges
        for share in shares.roles:
            self.roles[share.role] += share.amount.words
        self.years.append(int(entry.year) if entry.year.isdigit() else 0)


def entry_of(number: int, name: str, transcript: Transcript, asked: Asked, shares: Shares) -> Entry:
    """The entry of one transcript."""
    date = transcript.event.date
    year = year_of(date)
    spoken = (line.participant for line in shares.people)
    return Entry(
        number=number,
        name=name,
        title=_cut(transcript.title or "", _LONGEST_TITLE),
        date=date if date and year.isdigit() else "",
        year=year,
        language=transcript.language,
        kind=transcript.kind,
        exchanges=len(transcript.exchanges),
        turns=len(transcript.turns),
        words=shares.total.words,
        warnings=sum(d.severity != "info" for d in transcript.diagnostics),
        outlets=tuple(_cut(row.name, _LONGEST_NAME) for row in asked.outlets if row.name),
        countries=tuple(country_name(row.key) for row in asked.countries if row.key),
        ownerships=tuple(row.key or "" for row in asked.ownerships),
        people=tuple(_cut(p.name, _LONGEST_NAME) for p in spoken if p and p.role != "reporter"),
    )


def asked_in(transcript: Transcript) -> Asked:
    """Who asks in one transcript."""
    return askers_of(transcript)


def outlet_name(key: str) -> str:
    """The registry's name of an outlet."""
    found = outlet_of(key)
    return found.name if found else key


def _cut(text: str, most: int) -> str:
    line = " ".join(shown(text[: 4 * most]).split())
    return line if len(line) <= most else line[: most - 1] + "…"


class Shelf:
    """Entries on disk, a file a year."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch

    def add(self, entry: Entry) -> None:
        """Put an entry on the shelf."""
        with (self._scratch / f"entries-{entry.year}.jsonl").open("a", encoding="ascii", newline="\n") as file:
            file.write(json.dumps(asdict(entry)) + "\n")

    def of(self, year: str) -> Iterator[dict[str, Any]]:
        """The entries of one year, newest first; of one day, in the order in which they came."""
        with (self._scratch / f"entries-{year}.jsonl").open(encoding="ascii") as file:
            entries = [json.loads(line) for line in file]
        entries.sort(key=lambda entry: entry["number"])
        entries.sort(key=lambda entry: entry["date"], reverse=True)
        yield from entries


def rows_for_script(entries: list[dict[str, Any]]) -> dict[str, Any]:
    """Entries in short: names stand once, and rows have their numbers."""
    numbers: dict[str, int] = {}

    def numbered(names: list[str]) -> list[int]:
        return [numbers.setdefault(name, len(numbers)) for name in names]

    plain = ("number", "name", "title", "date", "language", "kind", "exchanges", "turns", "words", "warnings")
    lists = ("outlets", "countries", "ownerships", "people")
    rows = [[*(e[key] for key in plain), *(numbered(e[key]) for key in lists)] for e in entries]
    return {"columns": [*plain, *lists], "names": list(numbers), "rows": rows}
