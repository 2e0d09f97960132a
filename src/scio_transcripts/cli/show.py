"""`scio-transcripts show`: a page for reading, on the terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from scio_transcripts.cli.inputs import (
    DialectOption,
    EncodingOption,
    FilesArgument,
    OutletsOption,
    read_transcript,
    use_outlets,
)

EXAMPLES = "Example: scio-transcripts show page.txt --speaker reuters"


def run(
    files: FilesArgument,
    *,
    turns: Annotated[
        str | None,
        typer.Option(metavar="RANGE", help="Only these turns, by the numbers beside them: 5, 3-7, 3-, -4, or 0,3-7."),
    ] = None,
    speaker: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only the turns of this speaker: a name, an alias, a label, or an id."),
    ] = None,
    pager: Annotated[
        bool, typer.Option("--pager/--no-pager", help="Page through it (only where output goes to a terminal).")
    ] = True,
    encoding: EncodingOption = None,
    dialect: DialectOption = None,
    outlets: OutletsOption = None,
) -> None:
    """Show an event as people read it: what it was, who took part, and what was said. Several files are its pages."""
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.display.terminal import show

    use_outlets(outlets)
    transcript = read_transcript(files, encoding=encoding, dialect=dialect)
    show(transcript, console=PipeConsole(), turns=turns, speaker=speaker, pager=pager)
