"""`scio-transcripts demo`: a page that comes with the package, so that there is something to see at once."""

from __future__ import annotations

from importlib.resources import files
from typing import Annotated

import typer

EXAMPLES = "Example: scio-transcripts demo --page-2"


def run(
    page_2: Annotated[
        bool, typer.Option("--page-2", help="Show page 2 of 3 of another event: no roster, and it opens inside a turn.")
    ] = False,
) -> None:
    """Show a sample. Its people, bodies and figures are invented."""
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.display.terminal import show
    from scio_transcripts.pipeline import parse_source
    from scio_transcripts.sources.text import Source

    name = "demo-page-2.txt" if page_2 else "demo.txt"
    data = files("scio_transcripts").joinpath("samples", name).read_bytes()
    console = PipeConsole()
    show(parse_source(Source.of_bytes(data, name=name)), console=console)
    console.print_line(("\n  A page of your own: scio-transcripts show FILE", "dim"))
