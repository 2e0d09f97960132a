"""`scio-transcripts corpus report`: a corpus as a site to read and search in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scio_transcripts.cli.corpus.progress import counting
from scio_transcripts.cli.exits import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scio_transcripts.corpus import Corpus
    from scio_transcripts.model import Transcript

EXAMPLES = "Example: scio-transcripts corpus report corpus/ -o site/"


def run(
    corpus: Annotated[Path, typer.Argument(metavar="CORPUS", help="The folder that `corpus build` wrote.")],
    *,
    target: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="The site: a new folder, all of it or nothing.")
    ],
    title: Annotated[str, typer.Option(metavar="TEXT", help="Name of the site.")] = "Reading room",
    replace: Annotated[bool, typer.Option("--replace", help="Put it in the place of an older site.")] = False,
) -> None:
    """Write a reading room: a page for each transcript, an index with filters and search, charts.

    The site is plain files: open index.html, or put the folder on any server. Nothing in it asks the network.
    """
    from scio_transcripts.corpus import Corpus
    from scio_transcripts.display.wording import counted
    from scio_transcripts.errors import OutputError
    from scio_transcripts.report import MARKER, report_named

    if (target / MARKER).is_file() and not replace:
        raise OutputError(str(target), "it is a site already; --replace puts the new one in its place")
    opened = Corpus(corpus)
    total = len(opened)
    with counting("writing pages") as seen:
        site = report_named(
            _documents(opened),
            target,
            title=title,
            replace=replace,
            watch=lambda count: seen(count, total),
        )
    say(f"{counted(site.transcripts, 'transcript')}; open {target / 'index.html'}")


def _documents(corpus: Corpus) -> Iterator[tuple[str, Transcript]]:
    from scio_transcripts.corpus.store import document_of

    for own, document in corpus.documents():
        yield own, document_of(corpus.path, own, document)
