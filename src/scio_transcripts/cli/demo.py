"""`scio-transcripts demo`: pages that come with the package, so that there is something to see at once."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from scio_transcripts.model import Transcript
    from scio_transcripts.sources.text import Source

EXAMPLES = "Example: scio-transcripts demo --event"


def run(
    page_2: Annotated[
        bool, typer.Option("--page-2", help="Show page 2 of 3 of another event: no roster, and it opens inside a turn.")
    ] = False,
    event: Annotated[bool, typer.Option("--event", help="Show an event of four HTML pages, joined.")] = False,
) -> None:
    """Show a sample. Its people, bodies and figures are invented."""
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.display.terminal import show

    if page_2 and event:
        raise typer.BadParameter("--event and --page-2 are two samples; ask for one of them", param_hint="--event")
    console = PipeConsole()
    show(_event() if event else _page("demo-page-2.txt" if page_2 else "demo.txt"), console=console)
    own, given = ("Pages", "FOLDER") if event else ("A page", "FILE")
    console.print_line((f"\n  {own} of your own: scio-transcripts show {given}", "dim"))


def _page(name: str) -> Transcript:
    from scio_transcripts.pipeline import parse_source

    return parse_source(_source(name))


def _event() -> Transcript:
    from scio_transcripts.events import parse_sources

    pages = files("scio_transcripts").joinpath("samples", "event").iterdir()
    return parse_sources([_source("event", page.name) for page in pages])


def _source(*path: str) -> Source:
    from scio_transcripts.sources.files import source_of_bytes

    data = files("scio_transcripts").joinpath("samples", *path).read_bytes()
    return source_of_bytes(data, name=path[-1], uri=path[-1])
