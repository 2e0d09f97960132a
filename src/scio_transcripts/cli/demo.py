"""`scio-transcripts demo`: pages that come with the package, so that there is something to see at once."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from functools import partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import RenderableType

    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.display.surface import Surface
    from scio_transcripts.model import Transcript
    from scio_transcripts.sources.text import Source

EXAMPLES = "Example: scio-transcripts demo -o samples"
_EXCHANGES = 2
"""As many questions with their answers show what a transcript is, on a screen or two."""


def run(
    page_2: Annotated[
        bool, typer.Option("--page-2", help="Show page 2 of 3 of another event: no roster, and it opens inside a turn.")
    ] = False,
    event: Annotated[bool, typer.Option("--event", help="Show an event of four HTML pages, joined.")] = False,
    target: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FOLDER", help="Write the sample pages into this new folder, to try commands on."
        ),
    ] = None,
) -> None:
    """Show a sample, and where to go on. Its people, bodies and figures are invented."""
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.display.sheet import Sheet
    from scio_transcripts.display.terminal import show

    if sum((page_2, event, target is not None)) > 1:
        raise typer.BadParameter("--event, --page-2 and --output are three wishes; ask for one", param_hint="--event")
    console = PipeConsole()
    if target is not None:
        _write(target)
        console.print_line(
            (f"Wrote {target}: two pages of text, event/ with four of HTML, and these in a web archive.", "")
        )
        go_on(console, target)
        return
    if event or page_2:
        show(_event() if event else _page("demo-page-2.txt"), console=console)
    else:
        console.print(Sheet(partial(glance, _page("demo.txt"))))
    go_on(console)


def glance(transcript: Transcript, surface: Surface) -> Iterator[RenderableType]:
    """What it was, who took part, and the first questions with their answers."""
    from scio_transcripts.display.card import card
    from scio_transcripts.display.exchanges import each_exchange
    from scio_transcripts.display.people import people
    from scio_transcripts.views.exchanges import exchanges_of

    yield card(transcript, surface)
    yield from people(transcript.participants, surface)
    yield from each_exchange(transcript, exchanges_of(transcript)[:_EXCHANGES], surface)


def go_on(console: PipeConsole, folder: Path | None = None) -> None:
    """The next commands, with the way to the program where its name alone would not find it."""
    program = _program()
    samples = folder or Path("samples")
    steps = [("the sample pages as files", f"demo -o {samples}")] if folder is None else []
    steps += [
        ("all of this event", f"show {samples / 'demo.txt'}"),
        ("an event of four pages", f"show {samples / 'event'}"),
        ("a page of your own, saved as text or HTML", "show FILE"),
        ("everything else", "-h"),
    ]
    console.print_line(("\nGo on with", "bold"))
    for what, step in steps:
        console.print_line((f"  # {what}", "dim"))
        console.print_line((f"  {program} {step}", ""))


def _program() -> str:
    """How this program was called, as the next call has to begin: by its name alone where that finds it."""
    called = Path(sys.argv[0])
    if called.name == "__main__.py":
        return "python -m scio_transcripts"
    found = shutil.which(called.name)
    if not called.is_file() or (found is not None and Path(found).samefile(called)):
        return "scio-transcripts"
    here = Path.cwd()
    return str(called.relative_to(here) if called.is_relative_to(here) else called)


def _write(target: Path) -> None:
    from scio_transcripts.cli.output import output_folder

    with output_folder(target) as folder:
        for path, page in _pages(files("scio_transcripts").joinpath("samples")):
            file = folder / path
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(page.read_bytes())


def _pages(samples: Traversable) -> Iterator[tuple[Path, Traversable]]:
    """The sample pages, with their places below the folder."""
    for entry in samples.iterdir():
        if entry.is_dir():
            yield from ((Path(entry.name, path), page) for path, page in _pages(entry))
        elif entry.name.endswith((".txt", ".htm", ".gz")):
            yield Path(entry.name), entry


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
