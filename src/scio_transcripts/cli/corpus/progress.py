"""What the commands of a corpus have in common: its argument, the bar while it is made, and what is said at the end.

In: progress. Out: a bar on standard error, only on a terminal; lines on standard error. Knows nothing of how a corpus
is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from scio_transcripts.corpus.progress import Progress
    from scio_transcripts.corpus.store import Corpus

CorpusArgument = Annotated[
    Path, typer.Argument(metavar="CORPUS", help="Folder of a corpus, as `corpus build` wrote it.", show_default=False)
]
_SOURCES = (("error", "unreadable"), ("duplicate", "duplicate"), ("passed over", "passed over"), ("kept", "kept"))


@contextmanager
def building() -> Iterator[Callable[[Progress], None]]:
    """What watches a build: a bar with the rate and the number of problems, where standard error is a terminal."""
    bar, errors = _bar("{task.fields[rate]}  {task.fields[problems]}")
    if bar is None:
        try:
            yield lambda _progress: None
        except KeyboardInterrupt:
            errors.print("interrupted; the same command goes on from here")
            raise
        return
    with bar:
        task = bar.add_task("looking", total=None, rate="", problems="")

        def watch(progress: Progress) -> None:
            words = f"{progress.problems:,} problems" if progress.problems != 1 else "1 problem"
            current = bar.tasks[0]
            if current.description != progress.stage:
                bar.reset(
                    task, description=progress.stage, total=progress.total or None, completed=progress.done, rate=""
                )
            speed = f"{current.speed:,.0f} a second" if current.speed else ""
            shown = words if progress.problems else ""
            bar.update(task, completed=progress.done, total=progress.total or None, rate=speed, problems=shown)

        try:
            yield watch
        except KeyboardInterrupt:
            bar.stop()
            errors.print("interrupted; the same command goes on from here")
            raise


@contextmanager
def counting(stage: str) -> Iterator[Callable[[int, int], None]]:
    """What watches something that counts: a bar, where standard error is a terminal."""
    bar, _ = _bar("")
    if bar is None:
        yield lambda _done, _total: None
        return
    with bar:
        task = bar.add_task(stage, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def finished(corpus: Corpus) -> None:
    """Say in two lines what a corpus holds, and what is wrong."""
    from scio_transcripts.cli.corpus.quality import read_quality
    from scio_transcripts.display.clean import one_line
    from scio_transcripts.display.wording import counted, documents

    quality = read_quality(corpus)
    sources = quality["sources"]
    told = [f"{sources[status]:,} {word}" for status, word in _SOURCES if sources.get(status)]
    read = sum(sources.values()) - sources.get("archive", 0)
    words = f"{documents(quality['kinds'])} from {counted(read, 'source')}"
    typer.echo(one_line(f"{corpus.path}: {words}" + (f" ({', '.join(told)})" if told else "")), err=True)
    if quality["unreadable"]:
        typer.echo(one_line(f"what could not be read: scio-transcripts corpus quality {corpus.path}"), err=True)


def _bar(more: str) -> tuple[Any, Any]:
    from rich.console import Console

    errors = Console(stderr=True, highlight=False, markup=False, emoji=False)
    if not errors.is_terminal:
        return None, errors
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = [TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn()]
    if more:
        columns.append(TextColumn(more, markup=False))
    return Progress(*columns, TimeRemainingColumn(), console=errors, transient=True), errors
