"""`scio-transcripts corpus quality`: what the parser noticed over a corpus, and what could not be read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scio_transcripts.cli.corpus.progress import CorpusArgument
from scio_transcripts.cli.rows import Format, FormatOption, write_json

if TYPE_CHECKING:
    from rich.console import RenderableType

    from scio_transcripts.corpus.store import Corpus

EXAMPLES = "Example: scio-transcripts corpus quality corpus --limit 20"


def run(
    corpus: CorpusArgument,
    *,
    top: Annotated[
        int, typer.Option("--limit", "-n", "--top", min=1, max=1000, metavar="N", help="How many lines of each kind.")
    ] = 10,
    format: FormatOption = Format.TEXT,
) -> None:
    """Show how good a corpus is: the commonest diagnostics, labels without a speaker, coverage, unreadable sources."""
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.corpus import Corpus

    quality = read_quality(Corpus(corpus))
    if format is Format.JSON:
        write_json(quality)
    else:
        console = PipeConsole()
        console.print_parts(_parts(quality, top, console.encoding))


_COUNTED = {"count", "turns", "transcripts"}
"""Columns of numbers."""
_SHAPE = {"sources": dict, "transcripts": int, "kinds": dict, "turns": dict, "unreadable": list}
"""What every report has."""


def read_quality(corpus: Corpus) -> dict[str, Any]:
    """The quality report of a corpus."""
    from scio_transcripts.errors import CorpusError

    path = corpus.path / corpus.manifest.quality
    try:
        report: dict[str, Any] = json.loads(path.read_bytes())
        if not all(isinstance(report[name], kind) for name, kind in _SHAPE.items()):
            raise ValueError
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        raise CorpusError(str(path), "is missing or damaged", "remove corpus.json and run the build again") from None
    return report


def _parts(quality: dict[str, Any], top: int, encoding: str) -> Iterator[RenderableType]:
    from rich.text import Text

    from scio_transcripts.display.wording import counted, documents

    sources = ", ".join(f"{count:,} {status}" for status, count in quality["sources"].items())
    yield Text(f"{documents(quality['kinds'])}; sources: {sources or 'none'}")
    turns = quality["turns"]
    yield Text(
        f"{counted(turns.get('all', 0), 'turn')}: {turns.get('without a label', 0):,} without a label, "
        f"{turns.get('role unknown', 0):,} of unknown role; {counted(quality['incomplete'], 'transcript')} incomplete"
    )
    rows: list[tuple[str, ...]] = [
        (d["code"], d["severity"], d["title"], f"{d['count']:,}") for d in quality["diagnostics"]
    ]
    yield from _table("Commonest diagnostics", ("code", "severity", "what", "count"), rows, top, encoding)
    rows = [(label["label"], f"{label['turns']:,}") for label in quality["unresolved_labels"]]
    yield from _table("Labels without a speaker", ("label", "turns"), rows, top, encoding)
    rows = [(str(c["year"] or "undated"), c["dialect"], f"{c['transcripts']:,}") for c in quality["coverage"]]
    yield from _table("Coverage", ("year", "dialect", "transcripts"), rows, len(rows), encoding)
    rows = [(_where(one), one["error"] or "") for one in quality["unreadable"]]
    yield from _table("Unreadable or damaged", ("source", "why"), rows, top, encoding, quality["unreadable_left_out"])
    aside = quality.get("set_aside", [])  # a report of an older version has none
    rows = [(_where(one), one["status"], one["error"] or "is no longer there") for one in aside]
    yield from _table(
        "Set aside", ("source", "status", "why"), rows, top, encoding, quality.get("set_aside_left_out", 0)
    )


def _where(source: dict[str, Any]) -> str:
    return f"{source['archive']}: {source['uri']}" if source["archive"] else str(source["uri"])


def _table(
    title: str,
    columns: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    top: int,
    encoding: str,
    left_out: int = 0,
) -> Iterator[RenderableType]:
    from rich.text import Text

    from scio_transcripts.display.columns import table

    if not rows:
        return
    yield Text("")
    yield Text(title, "italic")
    yield table(columns, rows[:top], encoding, numbers=[name in _COUNTED for name in columns])
    if (more := len(rows) - top + left_out) > 0:
        yield Text(f"... and {more:,} more")
