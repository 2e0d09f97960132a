"""What a corpus holds, in numbers.

In: a corpus. Out: counts of transcripts, turns and words by year, layout, language and role, and who asks, by country
and owner. Promises: every line of a breakdown sums to the whole; what is not known has a line of its own, without a
name. Words are those of the search: figures and each Chinese character count as one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scio_transcripts.corpus.database import reading, told
from scio_transcripts.registry.outlets import get

if TYPE_CHECKING:
    from scio_transcripts.corpus.store import Corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One line of a breakdown."""

    name: str | None
    """Null where it is not known."""
    transcripts: int
    turns: int
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """The numbers of a corpus."""

    transcripts: int
    """Documents of any kind; `kinds` tells how many are what."""
    turns: int
    words: int
    kinds: tuple[Count, ...]
    """By what the pages are: transcripts, notices, articles."""
    years: tuple[Count, ...]
    """In order; those without a date last."""
    dialects: tuple[Count, ...]
    languages: tuple[Count, ...]
    roles: tuple[Count, ...]
    outlets: tuple[Count, ...]
    """Turns of reporters by outlet, the most turns first."""
    countries: tuple[Count, ...]
    """The same by the outlet's country."""
    ownership: tuple[Count, ...]
    """The same by the outlet's ownership."""


def stats(corpus: Corpus) -> Stats:
    """Count. Turns and words come from the index, so that no text is read."""
    segments = [one.folder(corpus.path) / "turns.parquet" for one in corpus.index() if one.turns]
    transcripts = corpus.paths("transcripts")
    if not transcripts:
        return Stats(
            transcripts=0, turns=0, words=0, kinds=(), years=(), dialects=(), languages=(), roles=(), outlets=(),
            countries=(), ownership=(),
        )  # fmt: skip
    with told(corpus.path), closing(corpus.cursor()) as database:
        events = reading(transcripts, "hive_partitioning = false")
        database.execute(f"CREATE TEMP TABLE events AS SELECT transcript, date, dialect, language, kind FROM {events}")
        said = (
            f"SELECT transcript, role, outlet, count(*) AS turns, sum(words) AS words FROM {reading(segments)} "
            "GROUP BY ALL"
            if segments
            else "SELECT '' AS transcript, '' AS role, '' AS outlet, 0 AS turns, 0 AS words WHERE false"
        )
        database.execute(f"CREATE TEMP TABLE said AS {said}")

        def by(what: str, among: str = "events LEFT JOIN said USING (transcript)") -> tuple[Count, ...]:
            rows = database.execute(
                f"SELECT {what}, count(DISTINCT transcript), coalesce(sum(turns), 0), coalesce(sum(words), 0) "
                f"FROM {among} GROUP BY 1 ORDER BY 3 DESC, 2 DESC, 1 NULLS LAST"
            ).fetchall()
            return tuple(_count(row) for row in rows)

        whole = by("''")[0]
        asked = database.execute(
            "SELECT outlet, transcript, sum(turns), sum(words) FROM said WHERE role = 'reporter' GROUP BY ALL"
        ).fetchall()
        return Stats(
            transcripts=whole.transcripts,
            turns=whole.turns,
            words=whole.words,
            kinds=by("kind"),
            years=tuple(sorted(by("year(date)::VARCHAR"), key=lambda one: (one.name is None, one.name or ""))),
            dialects=by("dialect"),
            languages=by("language"),
            roles=by("role", "said"),
            outlets=_by(asked, lambda own: own),
            countries=_by(asked, lambda own: outlet.country if (outlet := get(own)) else None),
            ownership=_by(asked, lambda own: outlet.ownership if (outlet := get(own)) else None),
        )


def _count(row: tuple[Any, ...]) -> Count:
    return Count(name=row[0], transcripts=int(row[1]), turns=int(row[2]), words=int(row[3]))


def _by(rows: Iterable[tuple[Any, ...]], name_of: Any) -> tuple[Count, ...]:
    events: dict[str | None, set[str]] = defaultdict(set)
    sums: dict[str | None, list[int]] = defaultdict(lambda: [0, 0])
    for outlet, transcript, turns, words in rows:
        name = name_of(outlet) if outlet is not None else None
        events[name].add(transcript)
        sums[name][0] += int(turns)
        sums[name][1] += int(words)
    counts = [
        Count(name=name, transcripts=len(events[name]), turns=turns, words=words)
        for name, (turns, words) in sums.items()
    ]
    return tuple(sorted(counts, key=lambda one: (-one.turns, -one.transcripts, one.name is None, one.name or "")))
