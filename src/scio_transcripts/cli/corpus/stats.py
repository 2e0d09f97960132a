"""`scio-transcripts corpus stats`: what a corpus holds, in numbers."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from scio_transcripts.cli.corpus.asked import CorpusArgument, opened
from scio_transcripts.cli.rows import Format, FormatOption

if TYPE_CHECKING:
    from scio_transcripts.corpus.stats import Stats

EXAMPLES = "Example: scio-transcripts corpus stats corpus --format json"
_MOST_OUTLETS = 15


def run(corpus: CorpusArgument, *, form: FormatOption = Format.TEXT) -> None:
    """Count transcripts, turns and words: by year, layout, language and role, and who asks, by country and owner."""
    stats = opened(corpus).stats()
    if form is Format.JSON:
        from scio_transcripts.cli.rows import write_json

        write_json(asdict(stats))
        return
    _show(stats)


def _show(stats: Stats) -> None:
    from rich.text import Text

    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.display.columns import table
    from scio_transcripts.display.wording import documents
    from scio_transcripts.registry.outlets import name_of

    console = PipeConsole()
    held = documents({one.name or "unknown": one.transcripts for one in stats.kinds})
    console.print_folded((f"{held}, {stats.turns:,} turns, {stats.words:,} words", "bold"))
    named = {
        "year": stats.years,
        "layout": stats.dialects,
        "language": stats.languages,
        "role": stats.roles,
        "reporters by country": stats.countries,
        "reporters by ownership": stats.ownership,
        "reporters by outlet": stats.outlets[:_MOST_OUTLETS],
    }
    for title, counts in named.items():
        if not counts:
            continue
        rows = []
        for one in counts:
            name = name_of(one.name) if one.name and title == "reporters by outlet" else one.name
            rows.append([name or "not known", *(f"{n:,}" for n in (one.transcripts, one.turns, one.words))])
        headings = (title, "transcripts", "turns", "words")
        console.print_parts([Text(), table(headings, rows, console.encoding, numbers=(False, True, True, True))])
    if (more := len(stats.outlets) - _MOST_OUTLETS) > 0:
        console.print_folded((f"and {more:,} outlets more: --format json has them all", "dim"))
