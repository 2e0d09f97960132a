"""`scio-transcripts corpus diff`: what changed between two corpora of the same sources."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scio_transcripts.cli.rows import Format, FormatOption, write_json

if TYPE_CHECKING:
    from scio_transcripts.corpus.compare import Change
    from scio_transcripts.corpus.diff import Changed, Summary

EXAMPLES = "Example: scio-transcripts corpus diff corpus-then corpus-now"


def run(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="Folder of a corpus.", show_default=False)],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="A later one of the same sources.", show_default=False)],
    *,
    brief: Annotated[bool, typer.Option("--brief", help="The numbers only.")] = False,
    format: FormatOption = Format.TEXT,
) -> None:
    """Show what changed from one corpus to another: titles, dates, turns, labels, roles, speakers.

    Transcripts are compared that were read from the same source. To see what a new version of the parser changes,
    build a corpus with each.
    """
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.corpus import Corpus
    from scio_transcripts.corpus.diff import Summary, diff

    before, after, summary = Corpus(old), Corpus(new), Summary()
    changed = diff(before, after, summary)
    if format is Format.JSON:
        rows = [_row(one) for one in changed]
        parsers = {"old": before.manifest.parser, "new": after.manifest.parser}
        write_json({"parsers": parsers, "summary": _summary(summary), **({} if brief else {"transcripts": rows})})
        return
    console = PipeConsole()
    for one in changed:
        if not brief:
            for line, style in _lines(one):
                console.print_folded((line, style), rest="      ")
    if not brief:
        for line in _alone(summary):
            console.print_folded((line, ""), rest="    ")
    for line in _numbers(summary):
        console.print_folded((line, ""), rest="    ")


def _row(changed: Changed) -> dict[str, Any]:
    changes = [change._asdict() for change in changed.changes]
    return {"source": changed.source, "old": changed.old, "new": changed.new, "changes": changes}


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "same": summary.same,
        "changed": summary.changed,
        "only_old": summary.only_old,
        "only_new": summary.only_new,
        "changes": {
            what: {"changes": count, "transcripts": summary.transcripts[what]}
            for what, count in sorted(summary.changes.items())
        },
    }


def _lines(changed: Changed) -> Iterator[tuple[str, str]]:
    from scio_transcripts.display.clean import one_line

    yield one_line(f"{changed.new} ({changed.source})"), "bold"
    for change in changed.changes:
        yield "  " + one_line(_words(change)), ""


def _words(change: Change) -> str:
    place = f"turn {change.turn}: " if change.turn is not None else ""
    if change.what == "details":
        return "something else than what is compared here"
    if change.what == "turn added":
        return f"{place}added: {change.new}"
    if change.what == "turn removed":
        return f"{place}removed: {change.old}"
    return f"{place}{change.what}: {_value(change.old)} -> {_value(change.new)}"


def _value(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else str(value)


def _alone(summary: Summary) -> Iterator[str]:
    from scio_transcripts.display.clean import one_line

    for which, ids in (("old", summary.only_old), ("new", summary.only_new)):
        for own in ids:
            yield one_line(f"only in the {which} corpus: {own}")


def _numbers(summary: Summary) -> Iterator[str]:
    from scio_transcripts.display.wording import counted

    yield (
        f"{counted(summary.same, 'transcript')} the same, {summary.changed:,} changed, "
        f"{len(summary.only_old):,} only in the old corpus, {len(summary.only_new):,} only in the new one"
    )
    for what, count in summary.changes.most_common():
        yield f"  {what}: {counted(count, 'change')} in {counted(summary.transcripts[what], 'transcript')}"
