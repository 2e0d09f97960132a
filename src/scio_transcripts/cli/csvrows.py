"""Rows as CSV, for spreadsheets: UTF-8, line feeds, and no cell that runs as a formula.

In: rows of text. Out: bytes. Promises: a cell that a spreadsheet would take for a formula gets an apostrophe before it;
nothing in a cell steers a terminal. Knows nothing of what the rows mean.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from scio_transcripts.display.clean import clean

_FORMULA = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")


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
