"""`scio-transcripts export`: pages in the formats of other programs."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scio_transcripts.cli.corpora import events_of
from scio_transcripts.cli.csvrows import BomOption, mark_of
from scio_transcripts.cli.exits import note
from scio_transcripts.cli.formats import ListOption, ToOption, chosen_format
from scio_transcripts.cli.inputs import (
    DialectOption,
    EncodingOption,
    EventsArgument,
    Join,
    JoinOption,
    OutletsOption,
    joining,
    refuse_input,
    use_outlets,
)
from scio_transcripts.cli.output import output, output_folder, refuse_terminal

if TYPE_CHECKING:
    from scio_transcripts.model import Transcript
    from scio_transcripts.writers import Format

_BINARY = (".arrow", ".parquet", ".xlsx")
_JSON = ("application/json", "application/jsonl")
_SPREADSHEETS = (".csv", ".tsv")
_TOLD = 10
"""How many pages are named that are no transcripts."""
_WHOLE = ("json", "jsonl")
"""What keeps a page that is no transcript, too."""
EXAMPLES = """Example: scio-transcripts export pages/*.txt -o turns.csv --bom

Or: scio-transcripts export pages/*.txt -o pages.xlsx"""


def run(
    files: EventsArgument,
    *,
    to: ToOption = None,
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
    bom: BomOption = False,
    formats: ListOption = False,
) -> None:
    """Write pages, or a corpus, in the format of another program: text, tables, TEI, passages for retrieval, and more.

    A file that cannot be read is told on standard error and does not stop the others.
    """
    from scio_transcripts.sources.files import is_folder

    path = Path(target) if target is not None else None
    refuse_input(path, files)
    wants_folder = target is not None and (target.endswith(("/", os.sep)) or is_folder(target))
    found = chosen_format(to, target, is_folder=wants_folder)
    _check(found, target, wants_folder=wants_folder, license=license)
    mark = mark_of(bom, form=found.name, takes_one=found.extension in _SPREADSHEETS)
    options = {} if license is None else {"license": license}
    use_outlets(outlets)
    found.load()  # a missing extra is told before anything is read
    unread: list[str] = []
    silent: list[str] = []
    transcripts = _read(files, unread, silent, encoding=encoding, dialect=dialect, join=joining(join))
    first = next(transcripts, None)
    if first is None:
        raise typer.Exit(1)
    _write(chain([first], transcripts), found, path, mark=mark, wants_folder=wants_folder, options=options)
    if found.name not in _WHOLE:
        _tell_silent(silent, found.name)
    if unread:
        raise typer.Exit(1)


def _check(found: Format, target: str | None, *, wants_folder: bool, license: str | None) -> None:
    """Refuse what does not go together."""
    to = found.name
    if found.is_folder and target in (None, "-"):
        raise typer.BadParameter(f"{to} is a folder of files; name a new one", param_hint="--output")
    if wants_folder and not (found.is_folder or found.one_only):
        raise typer.BadParameter(f"{to} is one file; name a file, not a folder", param_hint="--output")
    if found.extension in _BINARY:
        refuse_terminal(target, to, f"{to.partition('-')[2] or 'transcripts'}{found.extension}")
    if (license is not None) != ("license" in found.options):
        wants = "says the licence of the texts; give its id" if license is None else "says no licence; leave it out"
        raise typer.BadParameter(f"{to} {wants}", param_hint="--license")


def _write(
    transcripts: Iterator[Transcript],
    found: Format,
    path: Path | None,
    *,
    mark: bytes,
    wants_folder: bool,
    options: dict[str, str],
) -> None:
    """Write all of it, or nothing; tell what did not fit."""
    from scio_transcripts.writers import write, write_folder

    if path is not None and (found.is_folder or wants_folder):
        with output_folder(path) as folder:
            write_folder(transcripts, found.name, folder, **options)
        return
    with output(path, is_json=found.media_type in _JSON) as out:
        out.write(mark)
        notices = write(transcripts, found.name, out)
    for notice in notices:
        note(notice)


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
    for name, transcript in events_of(files, encoding=encoding, dialect=dialect, join=join):
        if transcript is None:
            unread.append(name)
        else:
            if not transcript.turns:
                silent.append(name)
            yield transcript
