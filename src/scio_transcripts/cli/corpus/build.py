"""`scio-transcripts corpus build`: files, folders and web archives as one corpus."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scio_transcripts.cli.corpus.progress import building, finished
from scio_transcripts.cli.exits import FAILED, complain, note
from scio_transcripts.cli.inputs import DialectOption, EncodingOption
from scio_transcripts.errors import CorpusError

if TYPE_CHECKING:
    from scio_transcripts.corpus import Corpus

EXAMPLES = "Example: scio-transcripts corpus build pages/ crawl/*.warc.gz -o corpus"
_TOLD = 10
"""How many unreadable sources are named."""

JobsOption = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, max=1024, metavar="N", help="Processes; without it, one a core."),
]
EngineOption = Annotated[str, typer.Option(metavar="NAME", help="What runs the parser: local, or ray.")]
AddressOption = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="For ray: the cluster. Without it, the one that RAY_ADDRESS names, or the cores of this machine.",
    ),
]
CheckAllOption = Annotated[
    bool, typer.Option("--check-all", help="Also read files again whose size and time have not changed.")
]


def run(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCES",
            help="Saved pages as text or HTML, folders with folders in them, patterns such as 'pages/**/*.htm', "
            "web archives (.warc, .warc.gz, .wacz).",
            show_default=False,
        ),
    ],
    *,
    target: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FOLDER", help="The corpus; it is made where it is missing."),
    ],
    jobs: JobsOption = None,
    engine: EngineOption = "local",
    address: AddressOption = None,
    encoding: EncodingOption = None,
    dialect: DialectOption = None,
    check_all: CheckAllOption = False,
) -> None:
    """Make a corpus of pages, or bring one up to date: only what has changed is read again.

    Stopped at any moment, the same command goes on from there. A source that cannot be read does not stop the others:
    see `corpus quality`; where SOURCES name it, the exit status is 1. The corpus holds what SOURCES name, and no more,
    but while one of them is not there, nothing goes that the corpus holds.
    """
    from scio_transcripts.corpus import build

    before = _inputs_of(target)
    with building() as watch:
        corpus = build(
            sources,
            target,
            engine=engine,
            jobs=jobs,
            address=address,
            encoding=encoding,
            dialect=dialect,
            check_all=check_all,
            watch=watch,
        )
    finished(corpus)
    if dropped := [one for one in before if one not in corpus.manifest.inputs]:
        note(f"no longer in it, as it was not named: what came from {', '.join(dropped[:_TOLD])}")
    _tell_unreadable(corpus, sources)


def _inputs_of(target: Path) -> tuple[str, ...]:
    """What a corpus was made of; nothing where there is none yet, or none that can be read."""
    from scio_transcripts.corpus.manifest import manifest_of

    try:
        return manifest_of(target).inputs
    except CorpusError:
        return ()


def _tell_unreadable(corpus: Corpus, named: Sequence[str]) -> None:
    """Name those of the sources that were named and cannot be read: the command has failed for these."""
    from scio_transcripts.cli.corpus.quality import read_quality
    from scio_transcripts.corpus.scan import named_as

    names = {named_as(one) for one in named}
    unreadable = [one for one in read_quality(corpus)["unreadable"] if one["uri"] in names and one["archive"] is None]
    for one in unreadable[:_TOLD]:
        complain(f"{one['uri']}: {one['error']}")
    if len(unreadable) > _TOLD:
        complain(f"and {len(unreadable) - _TOLD:,} more, which `corpus quality` names")
    if unreadable:
        raise typer.Exit(FAILED)
