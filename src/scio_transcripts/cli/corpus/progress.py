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

from scio_transcripts.cli.exits import say

if TYPE_CHECKING:
    from scio_transcripts.corpus.progress import Progress
    from scio_transcripts.corpus.store import Corpus

CorpusArgument = Annotated[
    Path, typer.Argument(metavar="CORPUS", help="The folder that `corpus build` wrote.", show_default=False)
]
_SOURCES = (("error", "unreadable"), ("duplicate", "duplicate"), ("passed over", "passed over"), ("kept", "kept"))


@contextmanager
def building() -> Iterator[Callable[[Progress], None]]:
    """What watches a build: a bar with the number of problems, where standard error is a terminal."""
    from scio_transcripts.cli.bars import bar
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.display.wording import counted

    try:
        with bar(PipeConsole(stderr=True)) as show:

            def watch(progress: Progress) -> None:
                words = counted(progress.problems, "problem") if progress.problems else ""
                show(progress.stage, progress.done, progress.total or None, words)

            yield watch
    except KeyboardInterrupt:
        say("interrupted; the same command goes on from here")
        raise


@contextmanager
def counting(stage: str) -> Iterator[Callable[[int, int], None]]:
    """What watches something that counts: a bar, where standard error is a terminal."""
    from scio_transcripts.cli.bars import bar
    from scio_transcripts.cli.console import PipeConsole

    with bar(PipeConsole(stderr=True)) as show:
        yield lambda done, total: show(stage, done, total, "")


def finished(corpus: Corpus) -> None:
    """Say in a few lines what a corpus holds, which pages were joined, and what is wrong."""
    from scio_transcripts.cli.corpus.quality import read_quality
    from scio_transcripts.display.wording import counted, documents

    quality = read_quality(corpus)
    sources = quality["sources"]
    told = [f"{sources[status]:,} {word}" for status, word in _SOURCES if sources.get(status)]
    read = sum(sources.values()) - sources.get("archive", 0)
    words = f"{documents(quality['kinds'])} from {counted(read, 'source')}"
    say(f"{corpus.path}: {words}" + (f" ({', '.join(told)})" if told else ""))
    if joined := _joined(quality):
        say(joined)
    if quality["unreadable"]:
        say(f"what could not be read: scio-transcripts corpus quality {corpus.path}")


def _joined(quality: dict[str, Any]) -> str:
    """How many pages are of events of several, and how many of these pages only their names show to be."""
    from scio_transcripts.display.wording import counted

    joined = quality.get("joined") or {}  # a report of an older version has none
    if not joined.get("pages"):
        return ""
    alone = sum(one["count"] for one in quality["diagnostics"] if one["code"] == "G609")
    words = f"{counted(joined['pages'], 'page')} joined into {counted(joined['events'], 'event')}"
    return words + (f", {alone:,} of them by name alone (G609)" if alone else "")
