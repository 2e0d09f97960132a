"""`scio-transcripts parse`: pages to JSON."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scio_transcripts.cli.inputs import DialectOption, EncodingOption, FilesArgument, read_transcripts
from scio_transcripts.cli.output import output

EXAMPLES = "Example: scio-transcripts parse pages/*.txt --format jsonl -o pages.jsonl"


class Format(StrEnum):
    """One JSON object, or one a line."""

    JSON = "json"
    JSONL = "jsonl"


def run(
    files: FilesArgument,
    *,
    form: Annotated[
        Format,
        typer.Option("--format", help="json: one object, for one input. jsonl: one object a line, for any number."),
    ] = Format.JSON,
    target: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to this file, all of it or nothing."),
    ] = None,
    encoding: EncodingOption = None,
    dialect: DialectOption = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Refuse a page about which there are warnings or errors.")
    ] = False,
    indent: Annotated[
        int | None, typer.Option(min=0, max=16, metavar="N", help="Indent the JSON by N blanks a level.")
    ] = None,
) -> None:
    """Read pages and print them as JSON.

    A file that cannot be read is told on standard error and does not stop the others.
    """
    if form is Format.JSON and len(files) > 1:
        raise typer.BadParameter("several files do not make one JSON object; add --format jsonl", param_hint="FILES")
    if form is Format.JSONL and indent is not None:
        raise typer.BadParameter("--format jsonl puts each page on one line; leave --indent out", param_hint="--indent")
    if target is not None and target.is_file() and any(path.is_file() and path.samefile(target) for path in files):
        raise typer.BadParameter(f"{target} is one of the files to read", param_hint="--output")
    failed = False
    with output(target) as out:
        for _, transcript in read_transcripts(files, encoding=encoding, dialect=dialect, strict=strict):
            if transcript is None:
                failed = True
                continue
            out.write(transcript.to_json(indent=indent).encode() + b"\n")
    if failed:
        raise typer.Exit(1)
