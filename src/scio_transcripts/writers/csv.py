"""Tables for spreadsheets and statistics programs: CSV and TSV, a table a file.

In: transcripts. Out: rows with a header, in UTF-8. Promises: the columns of `tables.py`; lists are joined by ` | `;
cells that a spreadsheet would run as a formula begin with an apostrophe, as spreadsheets mark text. Knows nothing of
pages.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from functools import partial
from typing import Any, BinaryIO

from scio_transcripts.model import Transcript
from scio_transcripts.writers.tables import TABLES, rows_of

FORMULA = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
"""What a cell begins with that some spreadsheet runs; carriage returns and NUL are gone by then."""
JOINT = " | "
"""Between the members of a list in one cell."""


def write_table(table: str, delimiter: str, transcripts: Iterable[Transcript], out: BinaryIO) -> None:
    """Write one table. Rows end in a line feed; a cell with a line feed is quoted, as RFC 4180 says."""
    wrapper = io.TextIOWrapper(out, "utf-8", errors="replace", newline="")
    try:
        writer = csv.writer(wrapper, delimiter=delimiter, lineterminator="\n")
        columns = tuple(TABLES[table])
        writer.writerow(columns)
        for transcript in transcripts:
            for row in rows_of(table, transcript):
                writer.writerow([_cell(row[column]) for column in columns])
    finally:
        wrapper.detach()  # whoever opened the file closes it, also where a transcript cannot be read


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    words = JOINT.join(map(str, value)) if isinstance(value, list) else str(value)
    words = words.replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")
    return f"'{words}" if words.startswith(FORMULA) else words


turns = partial(write_table, "turns", ",")
exchanges = partial(write_table, "exchanges", ",")
participants = partial(write_table, "participants", ",")
transcripts = partial(write_table, "transcripts", ",")
turns_tsv = partial(write_table, "turns", "\t")
exchanges_tsv = partial(write_table, "exchanges", "\t")
participants_tsv = partial(write_table, "participants", "\t")
transcripts_tsv = partial(write_table, "transcripts", "\t")
