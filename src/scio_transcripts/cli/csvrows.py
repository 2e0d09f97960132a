"""Rows as CSV, for spreadsheets: UTF-8, line feeds, and no cell that runs as a formula.

In: rows of text. Out: bytes, and the byte order mark that may stand before them. Promises: a cell that a spreadsheet
would take for a formula gets an apostrophe before it; nothing in a cell steers a terminal. Knows nothing of what the
rows mean.
"""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from scio_transcripts.cli.exits import CommandError
from scio_transcripts.display.clean import clean

_FORMULA = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")

BomOption = Annotated[
    bool,
    typer.Option("--bom", help="Begin CSV with a byte order mark, without which Excel misreads Chinese."),
]


def mark_of(bom: bool, *, form: str, takes_one: bool) -> bytes:
    """What the bytes begin with. Raises `CommandError` where a mark is asked for and the format takes none."""
    if bom and not takes_one:
        raise CommandError(f"--bom is for CSV and TSV; leave it out for {form}")
    return BOM_UTF8 if bom else b""


def safe_cell(text: str) -> str:
    """The text of a cell, which no spreadsheet runs. Its lines and blanks stay as they are.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell("CCTV+")
    ("'=HYPERLINK(1)", 'CCTV+')
    """
    cleaned = clean(text)
    return f"'{cleaned}" if cleaned.startswith(_FORMULA) else cleaned


def as_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A header and rows; None is an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow(["" if cell is None else safe_cell(str(cell)) for cell in row])
    return text.getvalue().encode("utf-8", "backslashreplace")
