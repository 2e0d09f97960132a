"""`scio-transcripts export`: pages in the formats of other programs."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scio_transcripts.cli.exits import note
from scio_transcripts.cli.inputs import (
    DialectOption,
    EncodingOption,
    FilesArgument,
    Join,
    JoinOption,
    OutletsOption,
    joining,
    read_transcripts,
    refuse_input,
    use_outlets,
)
from scio_transcripts.cli.output import output, output_folder, refuse_terminal

if TYPE_CHECKING:
    from rich.console import RenderableType

    from scio_transcripts.model import Transcript

_BINARY = (".arrow", ".parquet")
_TOLD = 10
"""How many pages are named that are no transcripts."""
_WHOLE = ("json", "jsonl")
"""What keeps a page that is no transcript, too."""
EXAMPLES = "Example: scio-transcripts export pages/*.txt --to csv-turns -o turns.csv"


def _print_formats(asked: bool) -> None:
    """The table of formats, a line each."""
    if not asked:
        return
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.writers import FORMATS

    console = PipeConsole()
    rows = [
        (row.name, row.extension or "folder", f"{row.keeps}{f'  (extra: {row.extra})' if row.extra else ''}")
        for row in FORMATS.values()
    ]
    if console.is_terminal:
        console.print(_table_of(rows))
    else:
        for name, kind, keeps in rows:
            console.print_line((f"{name:<22}", ""), (f"{kind:<10}", ""), (keeps, ""))
    raise typer.Exit


def _table_of(rows: Sequence[tuple[str, str, str]]) -> RenderableType:
    """The formats for a terminal, where a long cell goes on below itself."""
    from rich.table import Table

    table = Table(box=None, show_header=False, pad_edge=False)
    for style in ("bold", "dim", ""):
        table.add_column(style=style, overflow="fold", no_wrap=bool(style))
    for row in rows:
        table.add_row(*row)
    return table


def _known_format(name: str) -> str:
    from scio_transcripts.writers import FormatError, format_named

    try:
        return format_named(name).name
    except FormatError as error:
        raise typer.BadParameter(str(error)) from None


def _formats_like(incomplete: str) -> list[str]:
    from scio_transcripts.writers import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


def run(
    files: FilesArgument,
    *,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="FORMAT",
            help="One of those of --list.",
            callback=_known_format,
            autocompletion=_formats_like,
        ),
    ],
    target: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Write to this file, or new folder, all of it or nothing. Formats that are a folder need one; those "
            "that hold one transcript make a file for each in a folder, where PATH ends in a slash.",
        ),
    ] = None,
    license: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Licence of the texts, such as cc-by-4.0 or other: huggingface needs one."),
    ] = None,
    encoding: EncodingOption = None,
    dialect: DialectOption = None,
    outlets: OutletsOption = None,
    join: JoinOption = None,
    formats: Annotated[
        bool, typer.Option("--list", help="Print the formats and exit.", callback=_print_formats, is_eager=True)
    ] = False,
) -> None:
    """Write pages in the format of another program: text, tables, TEI, passages for retrieval, and more.

    A file that cannot be read is told on standard error and does not stop the others.
    """
    from scio_transcripts.sources.files import is_folder
    from scio_transcripts.writers import format_named, write, write_folder

    found = format_named(to)
    path = Path(target) if target is not None else None
    refuse_input(path, files)
    wants_folder = target is not None and (target.endswith(("/", os.sep)) or is_folder(target))
    if found.is_folder and target in (None, "-"):
        raise typer.BadParameter(f"{to} is a folder of files; name a new one", param_hint="--output")
    if wants_folder and not (found.is_folder or found.one_only):
        raise typer.BadParameter(f"{to} is one file; name a file, not a folder", param_hint="--output")
    if found.extension in _BINARY:
        refuse_terminal(target, to, f"{to.partition('-')[2]}{found.extension}")
    if (license is not None) != ("license" in found.options):
        wants = "says the licence of the texts; give its id" if license is None else "says no licence; leave it out"
        raise typer.BadParameter(f"{to} {wants}", param_hint="--license")
    options = {} if license is None else {"license": license}
    use_outlets(outlets)
    found.load()  # a missing extra is told before anything is read
    unread: list[str] = []
    silent: list[str] = []
    transcripts = _read(files, unread, silent, encoding=encoding, dialect=dialect, join=joining(join))
    first = next(transcripts, None)
    if first is None:
        raise typer.Exit(1)
    every = chain([first], transcripts)
    with ExitStack() as opened:
        if path is not None and (found.is_folder or wants_folder):
            write_folder(every, to, opened.enter_context(output_folder(path)), **options)
        else:
            write(every, to, opened.enter_context(output(path)))
    if to not in _WHOLE:
        _tell_silent(silent, to)
    if unread:
        raise typer.Exit(1)


def _tell_silent(names: Sequence[str], to: str) -> None:
    """Name those pages of which little or nothing was written."""
    for name in names[:_TOLD]:
        note(f"{name}: there is no transcript in it; {to} keeps little or nothing of such a page")
    if len(names) > _TOLD:
        note(f"there is no transcript in {len(names) - _TOLD:,} more")


def _read(
    files: Sequence[Path],
    unread: list[str],
    silent: list[str],
    *,
    encoding: str | None,
    dialect: str | None,
    join: Join,
) -> Iterator[Transcript]:
    """What could be read. Names of what could not are added to `unread`, of what is no transcript to `silent`."""
    for name, transcript in read_transcripts(files, encoding=encoding, dialect=dialect, join=join):
        if transcript is None:
            unread.append(name)
        else:
            if not transcript.turns:
                silent.append(name)
            yield transcript
