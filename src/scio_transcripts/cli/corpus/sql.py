"""`scio-transcripts corpus sql`: the tables of a corpus, asked in SQL."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterator, Sequence
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from itertools import islice
from typing import Annotated, Any

import typer

from scio_transcripts.cli.corpus.asked import CorpusArgument
from scio_transcripts.cli.csvrows import BomOption, mark_of, safe_cell
from scio_transcripts.cli.exits import say
from scio_transcripts.cli.inputs import OutletsOption, use_outlets
from scio_transcripts.cli.output import output

EXAMPLES = "Example: scio-transcripts corpus sql corpus 'select year, count(*) from transcripts group by all'"
_SHOWN = 500
"""Rows of a table for reading."""
_AT_ONCE = 1024


class Format(StrEnum):
    """A table for people, or rows for programs."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"


def run(
    corpus: CorpusArgument,
    statement: Annotated[
        str,
        typer.Argument(
            metavar="SELECT",
            help="One statement of DuckDB's SQL that selects from transcripts, turns, exchanges, participants, "
            "diagnostics or outlets. A condition on the column `year` makes it quicker.",
        ),
    ],
    *,
    form: Annotated[
        Format, typer.Option("--format", help="table: for reading, up to 500 rows. csv, json, jsonl: all rows.")
    ] = Format.TABLE,
    bom: BomOption = False,
    outlets: OutletsOption = None,
    timeout: Annotated[
        float | None,
        typer.Option(metavar="SECONDS", min=0.001, help="Stop the statement after so long, with exit status 1."),
    ] = None,
) -> None:
    """Ask the tables of a corpus in SQL. Nothing can be changed, and no other file read or written."""
    from scio_transcripts.corpus import Corpus
    from scio_transcripts.corpus.tables import database_of, run_select

    mark = mark_of(bom, form=form, takes_one=form is Format.CSV)
    use_outlets(outlets)
    try:
        names, batches = run_select(database_of(Corpus(corpus)), statement, at_once=_AT_ONCE, timeout=timeout)
        rows = (row for batch in batches for row in batch)
        if form is Format.TABLE:
            _show(names, rows)
            return
        with output(None, is_json=form is not Format.CSV) as out:
            out.write(mark)
            for text in _WRITERS[form](names, rows):
                out.write(text.encode("utf-8", "backslashreplace"))
    except KeyboardInterrupt:
        say("interrupted; nothing was changed")
        raise


def _show(names: Sequence[str], rows: Iterator[Sequence[Any]]) -> None:
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.display.columns import table

    console = PipeConsole()
    shown = [[_word(value) for value in row] for row in islice(rows, _SHOWN)]
    numbers = [bool(shown) and all(_is_number(row[place]) for row in shown) for place in range(len(names))]
    console.print_parts([table(names, shown, console.encoding, numbers=numbers)])
    if next(rows, None) is not None:
        say(f"only the first {_SHOWN} rows are shown; --format csv, json or jsonl gives all")


def _csv(names: Sequence[str], rows: Iterator[Sequence[Any]]) -> Iterator[str]:
    yield _csv_line([safe_cell(name) for name in names])
    for row in rows:
        # A number is no formula, although a minus can stand before it.
        yield _csv_line(
            [_word(one) if isinstance(one, int | float | Decimal) else safe_cell(_word(one)) for one in row]
        )


def _csv_line(cells: Sequence[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()


def _json(names: Sequence[str], rows: Iterator[Sequence[Any]]) -> Iterator[str]:
    before = "["
    for row in rows:
        yield f"{before}\n{_object(names, row)}"
        before = ","
    yield "\n]\n" if before == "," else "[]\n"


def _jsonl(names: Sequence[str], rows: Iterator[Sequence[Any]]) -> Iterator[str]:
    for row in rows:
        yield _object(names, row) + "\n"


def _object(names: Sequence[str], row: Sequence[Any]) -> str:
    fields = dict(zip(names, map(_plain, row), strict=True))
    return json.dumps(fields, ensure_ascii=False, allow_nan=False)


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set):
        return [_plain(one) for one in value]
    return _word(value)


def _word(value: Any) -> str:
    """A value as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, list | tuple | dict | set):
        return json.dumps(_plain(value), ensure_ascii=False)
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).hex()
    return str(value)


def _is_number(word: str) -> bool:
    return not word or word.lstrip("-").replace(".", "", 1).isdigit()


_WRITERS = {Format.CSV: _csv, Format.JSON: _json, Format.JSONL: _jsonl}
