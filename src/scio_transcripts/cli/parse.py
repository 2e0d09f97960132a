"""`scio-transcripts parse`: pages to JSON."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scio_transcripts.cli.corpora import events_of, is_corpus
from scio_transcripts.cli.explaining import explain
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
from scio_transcripts.cli.narrowing import Asked, FindOption, LineOption, TurnOption
from scio_transcripts.cli.output import output
from scio_transcripts.errors import SourceError
from scio_transcripts.lazy import re

EXAMPLES = "Example: scio-transcripts parse event/page-*.html -o event.json"


_CONTROLS = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What a terminal obeys, and JSON need not escape."""


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


class Format(StrEnum):
    """One JSON object, or one a line."""

    JSON = "json"
    JSONL = "jsonl"


def run(
    files: EventsArgument,
    *,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="json, if nothing is said: one object, for one input. jsonl: one object a line, for any number.",
            show_default=False,
        ),
    ] = None,
    target: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to this file, all of it or nothing."),
    ] = None,
    encoding: EncodingOption = None,
    dialect: DialectOption = None,
    outlets: OutletsOption = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Refuse a page about which there are warnings or errors.")
    ] = False,
    join: JoinOption = None,
    indent: Annotated[
        int | None, typer.Option(min=0, max=16, metavar="N", help="Indent the JSON by N blanks a level.")
    ] = None,
    explains: Annotated[
        bool,
        typer.Option(
            "--explain", help="Say why instead: what could open a turn, what spoke for and against it, who speaks."
        ),
    ] = False,
    line: LineOption = None,
    turn: TurnOption = None,
    find: FindOption = None,
) -> None:
    """Read pages and print them as JSON: one object for each event.

    A file that cannot be read is told on standard error and does not stop the others.

    With --explain: text for people, or JSON Lines with --format jsonl; --line, --turn or --find narrow it.
    """
    asked = Asked(line=line, turn=turn, words=find)
    asked.check("--explain", explains=explains)
    if explains:
        _check_explained(files, form, target, strict=strict, indent=indent)
        refuse_input(target, files)
        use_outlets(outlets)
        rows = form is Format.JSONL
        explain(files, asked, as_rows=rows, target=target, encoding=encoding, dialect=dialect, join=join)
        return
    form = form or Format.JSON
    _check(files, form, join, strict=strict, indent=indent)
    refuse_input(target, files)
    use_outlets(outlets)
    joined = _joined(files, form, join)
    failed = False
    with output(target, is_json=True) as out:
        lines: list[bytes] = []
        for name, transcript in events_of(files, encoding=encoding, dialect=dialect, strict=strict, join=joined):
            if transcript is None:
                failed = True
                continue
            if lines and form is Format.JSON:
                raise _not_one(name, files)
            lines.append(_CONTROLS.sub(_escape, transcript.to_json(indent=indent)).encode() + b"\n")
            if form is Format.JSONL:
                out.write(lines.pop())
        out.writelines(lines)
    if failed:
        raise typer.Exit(1)


def _check(files: Sequence[Path], form: Format, join: bool | None, *, strict: bool, indent: int | None) -> None:
    """Refuse what does not go together."""
    if form is Format.JSONL and indent is not None:
        raise typer.BadParameter("--format jsonl puts each page on one line; leave --indent out", param_hint="--indent")
    if form is Format.JSON and join is False and len(files) > 1:
        raise typer.BadParameter("several files do not make one JSON object; add --format jsonl", param_hint="FILES")
    if strict and any(map(is_corpus, files)):
        raise typer.BadParameter("a corpus holds what was read without it; name the pages", param_hint="--strict")


def _check_explained(
    files: Sequence[Path], form: Format | None, target: Path | None, *, strict: bool, indent: int | None
) -> None:
    """Refuse what does not go together with `--explain`."""
    if form is Format.JSON:
        raise typer.BadParameter("--explain writes text, or rows with jsonl", param_hint="--format")
    if form is None and target is not None:
        raise typer.BadParameter("--explain writes files with --format jsonl only", param_hint="--output")
    for option, given in (("--strict", strict), ("--indent", indent is not None)):
        if given:
            raise typer.BadParameter("says nothing of explanations; leave it or --explain out", param_hint=option)
    if any(map(is_corpus, files)):
        raise typer.BadParameter("a corpus holds what was read, not why; name the pages", param_hint="--explain")


def _not_one(name: str, files: Sequence[Path]) -> SourceError:
    """Why a file does not go into one JSON object with those before it."""
    from scio_transcripts.sources.files import is_same_file

    if sum(is_same_file(path, Path(name)) for path in files) > 1:
        return SourceError(name, "is named more than once", "name it once, or add --format jsonl")
    return SourceError(name, "is of another event than the files before it", "add --format jsonl, or --join")


def _joined(files: Sequence[Path], form: Format, join: bool | None) -> Join:
    """How the files are joined. One JSON object of one file is one transcript, whatever else stands on its page."""
    from scio_transcripts.sources.files import is_folder

    if join is None and form is Format.JSON and len(files) == 1 and not is_folder(files[0]):
        return Join.NEVER
    return joining(join)
