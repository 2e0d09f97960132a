"""`scio-transcripts corpus build`: files, folders and web archives as one corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scio_transcripts.cli.corpus.progress import building, finished
from scio_transcripts.cli.inputs import DialectOption, EncodingOption

EXAMPLES = "Example: scio-transcripts corpus build pages/ crawl/*.warc.gz -o corpus"

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
    see `corpus quality`. The corpus holds what SOURCES name, and no more.
    """
    from scio_transcripts.corpus import build

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
