"""`scio-transcripts corpus build`: files, folders and web archives as one corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = "Example: scio-transcripts corpus build pages/ crawl/*.warc.gz -o corpus"


def run(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCES", help="Saved pages, folders, patterns, web archives.", show_default=False),
    ],
    *,
    target: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="The corpus; it is made where it is missing.")
    ],
) -> None:
    """Make a corpus of pages, or bring one up to date: only what has changed is read again."""
    from scio_transcripts.corpus import build

    corpus = build(sources, target)
    typer.echo(f"{len(corpus):,} transcripts in {target}", err=True)
