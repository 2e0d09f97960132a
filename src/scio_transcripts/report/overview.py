"""The charts of the index page: who asked over time, speaking shares, outlets, topics.

In: the sums over all transcripts, and the topics of the search index. Out: charts as facts. Promises: an undated
transcript is counted where no year matters, and told where years do.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scio_transcripts.display.roles import LOOKS
from scio_transcripts.display.wording import OWNERSHIPS, counted
from scio_transcripts.registry.outlets import get as outlet_of
from scio_transcripts.report.charts import Bar, Bars, Columns, lines_of
from scio_transcripts.report.entries import outlet_name
from scio_transcripts.report.names import UNDATED, country_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scio_transcripts.report.entries import Sums
    from scio_transcripts.report.search import Topic

_MOST_OUTLETS = 15
_MOST_YEARS = 40


def charts_of(sums: Sums, topics: Sequence[Topic]) -> tuple[list[Columns], list[Bars]]:
    """All charts that have something to show: those over years, and the others."""
    years = _years(sums)
    return list(_over_years(sums, topics, years)), list(_bars(sums))


def _years(sums: Sums) -> tuple[str, ...]:
    """Every year from the first to the last, so that a gap is seen."""
    known = sorted(int(year) for year in sums.transcripts if year != UNDATED)
    if not known:
        return ()
    if known[-1] - known[0] < _MOST_YEARS:
        return tuple(map(str, range(known[0], known[-1] + 1)))
    return tuple(map(str, known[-_MOST_YEARS:]))


def _over_years(sums: Sums, topics: Sequence[Topic], years: tuple[str, ...]) -> Iterator[Columns]:
    rows = [
        (words, [sums.asked.get(year, Counter())[key] for year in years])
        for key, words in OWNERSHIPS.items()
        if any(by_owner[key] for by_owner in sums.asked.values())
    ]
    if rows and years:
        undated = sums.transcripts[UNDATED]
        left_out = f" {counted(undated, 'transcript')} without a date left out." if undated else ""
        yield Columns(
            id="who-asked",
            title="Who asked, over time",
            note=f"Exchanges a year, by who owns the asker’s outlet. All rows have one scale.{left_out}",
            what="Exchanges",
            years=years,
            lines=lines_of(rows, years),
        )
    words = [(topic.form, _by_year(topic, sums, years)) for topic in topics]
    words.sort(key=lambda row: -sum(row[1]))
    if words and years:
        yield Columns(
            id="topics",
            title="What reporters ask about",
            note="The words that they use most, and in how many of a year’s transcripts. Heights are shares of the "
            "year’s transcripts. Left out: small words, numbers, courtesies, and what is asked in most transcripts. Of "
            "Chinese, pairs of characters are counted.",
            what="Transcripts",
            years=years,
            lines=lines_of(words, years, [sums.transcripts[year] for year in years]),
        )


def _by_year(topic: Topic, sums: Sums, years: tuple[str, ...]) -> list[int]:
    found = Counter(sums.years[number] for number in topic.transcripts)
    return [found[int(year)] for year in years]


def _bars(sums: Sums) -> Iterator[Bars]:
    total = sum(sums.roles.values())
    if total:
        yield Bars(
            id="shares",
            title="Speaking shares",
            note=f"Of {total:,} words; a Chinese character counts as a word.",
            heads=("Role", "Words", "Share"),
            rows=tuple(
                Bar(look.mark, role, sums.roles[role], sums.roles[role] / total, role)
                for role, look in LOOKS.items()
                if sums.roles[role]
            ),
            of_whole=True,
        )
    best = sorted(sums.outlets.items(), key=lambda row: (-row[1], outlet_name(row[0])))[:_MOST_OUTLETS]
    if best:
        yield Bars(
            id="outlets",
            title="Outlets that asked most",
            note="Exchanges in which they ask, of outlets that the registry knows.",
            heads=("Outlet", "Exchanges"),
            rows=tuple(Bar("", _outlet(key), count, count / best[0][1], "") for key, count in best),
        )


def _outlet(key: str) -> str:
    found = outlet_of(key)
    return f"{found.name} ({country_name(found.country)})" if found else key
