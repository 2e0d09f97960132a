"""Which turns hold all terms of a query, best first, out of the index alone.

In: segments of an index, terms, filters. Out: places of turns with their scores, in the order asked for, as far as they
are asked for. Promises: the order depends on the corpus and the query, never on how the index is cut; memory grows with
the number of turns that hold the rarest term. Reads no text.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from scio_transcripts.corpus.asked import Term
from scio_transcripts.corpus.database import reading

if TYPE_CHECKING:
    from scio_transcripts.corpus.store import Corpus

Order = Literal["relevance", "newest", "oldest"]
_FULL_WEIGHT = 50
_FIRST = 64
"""How many are put in order at first; each time that more are asked for, four times as many."""
_FEW = 300
_BY_DATE = {
    "newest": "t.date DESC NULLS LAST, t.transcript, t.turn",
    "oldest": "t.date NULLS LAST, t.transcript, t.turn",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which turns are looked at. None is all."""

    roles: tuple[str, ...] | None = None
    outlets: tuple[str, ...] | None = None
    """Ids; none at all fits nothing."""
    speaker: str | None = None
    """Folded; a part of the name, the label or the id."""
    since: date | None = None
    until: date | None = None

    def conditions(self) -> tuple[list[str], list[Any]]:
        """As SQL over the turns `t`, with its values."""
        given = (
            ("list_contains(?::VARCHAR[], t.role)", None if self.roles is None else list(self.roles)),
            ("list_contains(?::VARCHAR[], t.outlet)", None if self.outlets is None else list(self.outlets)),
            ("contains(t.who, ?)", self.speaker),
            ("t.date >= ?::DATE", self.since),
            ("t.date <= ?::DATE", self.until),
        )
        asked = [(condition, value) for condition, value in given if value is not None]
        return [condition for condition, _ in asked], [value for _, value in asked]


class Place(NamedTuple):
    """A turn that holds all terms."""

    part: str
    transcript: str
    date: date | None
    turn: int
    score: float


class Lookup:
    """One query's answer from the index, kept in tables of its own."""

    def __init__(self, corpus: Corpus, terms: Sequence[Term], filters: Filters) -> None:
        self._segments = [one for one in corpus.index() if one.turns]
        self._root = corpus.path
        self._offsets: list[int] = []
        total = 0
        for one in self._segments:
            self._offsets.append(total)
            total += one.turns
        self._database = corpus.cursor()
        self.count = self._scored(list(terms), filters, total) if self._segments else 0
        """How many turns hold all terms and pass the filters."""

    def close(self) -> None:
        """Let go of the memory."""
        self._database.close()

    def places(self, order: Order = "relevance") -> Iterator[Place]:
        """The turns in order. By relevance: the score, then the newest, then transcript and turn."""
        if self.count:
            yield from self._by_score() if order == "relevance" else self._by_date(order)

    def _scored(self, terms: list[Term], filters: Filters, total: int) -> int:
        """Make the table `scored`; its number of rows."""
        held = []
        rarer_first = sorted(terms, key=lambda term: term.counts)  # pairs before words: no pair, and all is over
        for number, term in enumerate(rarer_first):
            self._database.execute(*self._holding(term, f"term{number}"))
            held.append((self._number_of(f"term{number}"), f"term{number}", term.counts))
            if not held[-1][0]:
                return 0
        held.sort()
        sums = []
        for count, table, counts in held:
            rarity = math.log(1 + (total - count + 0.5) / (count + 0.5))
            if counts:
                sums.append(f"{table}.weight * {rarity / _FULL_WEIGHT!r}::DOUBLE")
        first, *others = [table for _, table, _ in held]
        joins = [f"JOIN {table} USING (id)" for table in others]
        conditions, values = filters.conditions()
        if conditions:
            joins.append(f"JOIN {self._turns(values_needed=True)} t USING (id) WHERE {' AND '.join(conditions)}")
        self._database.execute(
            f"CREATE TEMP TABLE scored AS SELECT {first}.id AS id, {' + '.join(sums)} AS score "
            f"FROM {first} {' '.join(joins)}",
            values,
        )
        return self._number_of("scored")

    def _holding(self, term: Term, table: str) -> tuple[str, list[str]]:
        """SQL for the turns that hold a term, with its values."""
        condition = "term >= ? AND term < ?" if term.begins else "term = ?"
        own = [term.text, term.text[:-1] + chr(ord(term.text[-1]) + 1)] if term.begins else [term.text]
        selects = [
            f"SELECT base::UINTEGER + {offset}::UINTEGER + unnest(turns) AS id, unnest(weights) AS weight "
            f"FROM {reading([one.folder(self._root) / 'terms.parquet'])} WHERE {condition}"
            for one, offset in zip(self._segments, self._offsets, strict=True)
        ]
        held = " UNION ALL ".join(selects)
        if term.begins:
            held = f"SELECT id, least(sum(weight), {_FULL_WEIGHT})::UTINYINT AS weight FROM ({held}) GROUP BY id"
        return f"CREATE TEMP TABLE {table} AS {held}", own * len(self._segments)

    def _turns(self, *, values_needed: bool = False) -> str:
        names = "transcript, date, turn, part" + (", role, outlet, who" if values_needed else "")
        selects = [
            f"SELECT id + {offset}::UINTEGER AS id, {names} FROM {reading([one.folder(self._root) / 'turns.parquet'])}"
            for one, offset in zip(self._segments, self._offsets, strict=True)
        ]
        return f"({' UNION ALL '.join(selects)})"

    def _number_of(self, table: str) -> int:
        (number,) = self._database.execute(f"SELECT count(*) FROM {table}").fetchone() or (0,)
        return int(number)

    def _by_score(self) -> Iterator[Place]:
        given, wanted, above = 0, _FIRST, math.inf
        while given < self.count:
            row = self._database.execute(
                "SELECT score FROM scored WHERE score < ? ORDER BY score DESC LIMIT 1 OFFSET ?", [above, wanted - 1]
            ).fetchone()
            least = row[0] if row else -math.inf
            scores = dict(
                self._database.execute(
                    "SELECT id, score FROM scored WHERE score < ? AND score >= ?", [above, least]
                ).fetchall()
            )
            rows = self._turns_of(scores) if len(scores) <= _FEW else self._scored_between(least, above)
            for place in rows:
                yield Place(*place)
            given, wanted, above = given + len(rows), wanted * 4, least

    def _turns_of(self, scores: dict[int, float]) -> list[tuple[Any, ...]]:
        """A few turns in order. Numbers that are written out reach the reading of the file; those of a join do not."""
        selects = []
        for one, offset in zip(self._segments, self._offsets, strict=True):
            own = ", ".join(str(id - offset) for id in sorted(scores) if offset <= id < offset + one.turns)
            if own:
                selects.append(
                    f"SELECT part, transcript, date, turn, id + {offset}::UINTEGER AS id "
                    f"FROM {reading([one.folder(self._root) / 'turns.parquet'])} WHERE id IN ({own})"
                )
        rows = self._database.execute(
            f"SELECT * FROM ({' UNION ALL '.join(selects)}) t ORDER BY {_BY_DATE['newest']}"
        ).fetchall()
        return sorted(((*row[:4], scores[row[4]]) for row in rows), key=lambda row: -row[4])

    def _scored_between(self, least: float, above: float) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = self._database.execute(
            "SELECT t.part, t.transcript, t.date, t.turn, s.score "
            f"FROM (SELECT * FROM scored WHERE score < ? AND score >= ?) s JOIN {self._turns()} t USING (id) "
            f"ORDER BY s.score DESC, {_BY_DATE['newest']}",
            [above, least],
        ).fetchall()
        return rows

    def _by_date(self, order: Order) -> Iterator[Place]:
        found = self._database.execute(
            "SELECT t.part, t.transcript, t.date, t.turn, s.score "
            f"FROM scored s JOIN {self._turns()} t USING (id) ORDER BY {_BY_DATE[order]}"
        )
        while rows := found.fetchmany(4096):
            for place in rows:
                yield Place(*place)
