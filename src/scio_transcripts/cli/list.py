"""`scio-transcripts list`: what a folder or a corpus holds, one row an event."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scio_transcripts.cli.csvrows import BomOption, as_csv, mark_of
from scio_transcripts.cli.exits import FAILED, say
from scio_transcripts.cli.inputs import (
    DialectOption,
    EncodingOption,
    EventsArgument,
    JoinOption,
    OutletsOption,
    joining,
    use_outlets,
)
from scio_transcripts.cli.output import output
from scio_transcripts.errors import NoPagesError, SourceError

if TYPE_CHECKING:
    from scio_transcripts.cli.listing import Listed

EXAMPLES = "Example: scio-transcripts list pages/"


class Format(StrEnum):
    """A table for people, or rows for programs."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def run(
    files: EventsArgument,
    *,
    form: Annotated[
        Format,
        typer.Option("--format", help="table: for reading. json: one array. jsonl: an object a line. csv: for sheets."),
    ] = Format.TABLE,
    bom: BomOption = False,
    encoding: EncodingOption = None,
    dialect: DialectOption = None,
    outlets: OutletsOption = None,
    join: JoinOption = None,
) -> None:
    """Show what files, folders and corpora hold, a row an event: date, title, kind, turns, language, files.

    A file that cannot be read is told on standard error and does not stop the others.
    """
    from scio_transcripts.cli.listing import listed

    mark = mark_of(bom, form=form, takes_one=form is Format.CSV)
    use_outlets(outlets)
    paths = [path for path in files if not _told_empty(path)]
    found = [*listed(paths, encoding=encoding, dialect=dialect, join=joining(join))] if paths else []
    events = [event for event in found if event is not None]
    if paths and not found:
        say(f"Nothing found: {', '.join(map(str, paths))} holds no documents")
    if form is Format.TABLE:
        _show(events)
    else:
        with output(None, is_json=form is not Format.CSV) as out:
            out.write(mark)
            out.writelines(_written(events, form))
    if not found or len(events) < len(found) or len(paths) < len(files):
        raise typer.Exit(FAILED)


def _told_empty(path: Path) -> bool:
    """Whether a folder holds neither pages nor a corpus, which is told."""
    from scio_transcripts.cli.corpora import is_corpus
    from scio_transcripts.sources.files import pages_in

    if str(path) == "-" or is_corpus(path):
        return False
    try:
        pages_in(path)
    except NoPagesError as error:
        say(f"Nothing found: {error.source} {error.reason}; {error.hint}")
        return True
    except SourceError:
        return False  # told by whoever reads it
    return False


def _show(events: Sequence[Listed]) -> None:
    """The table and the totals."""
    from rich.text import Text

    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.display.columns import table
    from scio_transcripts.display.filenames import folder_of, in_few_words
    from scio_transcripts.display.wording import counted, documents

    if not events:
        return
    console = PipeConsole()
    names = {name for event in events for name in event.files}
    folder = folder_of(names)
    rows = [
        (
            event.date or "no date",
            event.title or "no title",
            event.kind,
            f"{event.turns:,}",
            event.language,
            in_few_words([name.removeprefix(folder) for name in event.files]),
        )
        for event in events
    ]
    headings = [field.name for field in fields(events[0])]
    kinds = documents(Counter(event.kind for event in events))
    totals = f"{counted(len(events), 'event')} in {counted(len(names), 'file')}: {kinds}"
    numbers = [name == "turns" for name in headings]
    shown = table(headings, rows, console.encoding, numbers=numbers, heads=headings.index("title") + 1)
    console.print_parts([shown, Text(), Text(totals, "bold")])


def _written(events: Sequence[Listed], form: Format) -> Iterator[bytes]:
    """The rows for programs."""
    from scio_transcripts.cli.listing import Listed

    if form is Format.CSV:
        yield as_csv(
            [field.name for field in fields(Listed)],
            (["; ".join(v) if isinstance(v, tuple) else v for v in asdict(event).values()] for event in events),
        )
    elif form is Format.JSON:
        yield _json([asdict(event) for event in events], indent=2)
    else:
        yield from (_json(asdict(event)) for event in events)


def _json(value: object, indent: int | None = None) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=indent).encode("utf-8", "backslashreplace") + b"\n"
