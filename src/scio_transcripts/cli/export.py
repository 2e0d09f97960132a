"""`scio-transcripts export`: pages in the formats of other programs."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

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
from scio_transcripts.cli.output import output, output_folder

if TYPE_CHECKING:
    from scio_transcripts.model import Transcript

EXAMPLES = "Example: scio-transcripts export pages/*.txt --to csv-turns -o turns.csv"


def _print_formats(asked: bool) -> None:
    """The table of formats, a line each."""
    if not asked:
        return
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.writers import FORMATS

    console = PipeConsole()
    for row in FORMATS.values():
        kind = row.extension or "folder"
        extra = f"  (extra: {row.extra})" if row.extra else ""
        console.print_line((f"{row.name:<22}", "bold"), (f"{kind:<10}", "dim"), (f"{row.keeps}{extra}", ""))
    raise typer.Exit


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
    if (license is not None) != ("license" in found.options):
        wants = "says the licence of the texts; give its id" if license is None else "says no licence; leave it out"
        raise typer.BadParameter(f"{to} {wants}", param_hint="--license")
    options = {} if license is None else {"license": license}
    use_outlets(outlets)
    found.load()  # a missing extra is told before anything is read
    unread: list[str] = []
    transcripts = _read(files, unread, encoding=encoding, dialect=dialect, join=joining(join))
    first = next(transcripts, None)
    if first is None:
        raise typer.Exit(1)
    every = chain([first], transcripts)
    with ExitStack() as opened:
        if path is not None and (found.is_folder or wants_folder):
            write_folder(every, to, opened.enter_context(output_folder(path)), **options)
        else:
            write(every, to, opened.enter_context(output(path)))
    if unread:
        raise typer.Exit(1)


def _read(
    files: Sequence[Path], unread: list[str], *, encoding: str | None, dialect: str | None, join: Join
) -> Iterator[Transcript]:
    """What could be read; names of what could not are added to `unread`."""
    for name, transcript in read_transcripts(files, encoding=encoding, dialect=dialect, join=join):
        if transcript is None:
            unread.append(name)
        else:
            yield transcript
