"""A workbook for Excel and its like: a sheet a table, with real numbers, dates and truth values.

In: transcripts. Out: one `.xlsx`, and notices of what a workbook has no room for. Promises: the columns of `tables.py`;
lists are joined by ` | `; no cell is a formula, a link or markup, whatever a page says; the same transcripts give the
same bytes; memory holds a row a sheet, however many transcripts there are. Knows nothing of pages.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from scio_transcripts.errors import MissingExtraError, OutputError
from scio_transcripts.model import Transcript
from scio_transcripts.writers.csv import FORMULA, JOINT
from scio_transcripts.writers.tables import SPEECH, TABLES, Row, rows_of
from scio_transcripts.writers.xml import fitted

LONGEST_CELL = 32_767
"""In the units of UTF-16, in which Excel counts."""
MOST_ROWS = 1_048_576
"""Of a sheet, the heading included."""
_MADE = datetime(2000, 1, 1)
"""What a workbook says of when it was made: a clock would change its bytes."""
_FIRST_DAY = date(1900, 3, 1)
"""Before it, Excel and the calendar count days differently."""
_LARGEST = 2**53
"""Numbers are floating-point: beyond this, neighbours become one."""
_MEASURED = 1_000
"""Rows by which the widths of the columns are chosen."""
_NARROW, _WIDE = 40, 90
"""The most characters of a column's width, and of one that holds speech."""


def to_excel(transcripts: Transcript | Iterable[Transcript], path: str | Path) -> tuple[str, ...]:
    """Write transcripts to a workbook: the sheets `transcripts`, `turns`, `exchanges` and `participants`.

    Gives notices, a line each, of what did not fit: cells that were cut, tables that go on in a further sheet. Raises
    `MissingExtraError` where the extra `excel` is not installed, `OSError` where the file cannot be written.

    >>> import os
    >>> from scio_transcripts import parse
    >>> to_excel(parse("Reuters:\\n\\nWhy? Thank you."), os.devnull)
    ()
    """
    with Path(path).open("wb") as out:
        return write([transcripts] if isinstance(transcripts, Transcript) else transcripts, out)


def write(transcripts: Iterable[Transcript], out: BinaryIO) -> tuple[str, ...]:
    """Write the workbook to a binary file. Gives notices of what did not fit."""
    try:
        from xlsxwriter import Workbook
        from xlsxwriter.exceptions import XlsxFileError
    except ImportError:
        raise MissingExtraError("excel", "writing xlsx") from None
    with TemporaryDirectory() as folder:
        made = Path(folder, "book.xlsx")
        # Rows go to files as they come, which lie in this folder too; more than 4 GB are allowed.
        book = Workbook(made, {"constant_memory": True, "tmpdir": folder, "use_zip64": True})
        try:
            tables = _filled(book, transcripts)
        finally:  # also where a transcript cannot be read: files are open until then
            try:
                book.close()
            except XlsxFileError as error:
                raise OutputError("the workbook", str(error)) from None
        with made.open("rb") as file:
            shutil.copyfileobj(file, out)
    return tuple(notice for table in tables for notice in table.notices())


def _filled(book: Any, transcripts: Iterable[Transcript]) -> list[_Table]:
    """All tables, written into their sheets."""
    book.set_properties({"created": _MADE})
    styles = _styles(book)
    tables = [_Table(book, name, styles) for name in TABLES]
    for transcript in transcripts:
        for table in tables:
            table.add(transcript)
    for table in tables:
        table.finish()
    return tables


@dataclass(frozen=True, slots=True, kw_only=True)
class _Styles:
    """How cells look."""

    heading: Any
    words: Any
    quoted: Any
    """Words that begin as a formula does: they stay words when somebody edits the cell."""
    plain: Any
    day: Any


def _styles(book: Any) -> _Styles:
    top = {"valign": "top"}
    return _Styles(
        heading=book.add_format({"bold": True, "bottom": 1}),
        words=book.add_format({**top, "text_wrap": True}),
        quoted=book.add_format({**top, "text_wrap": True, "quote_prefix": True}),
        plain=book.add_format(top),
        day=book.add_format({**top, "num_format": "yyyy-mm-dd", "align": "left"}),
    )


class _Table:
    """One table on its way into a sheet, or into several."""

    def __init__(self, book: Any, name: str, styles: _Styles) -> None:
        self._book = book
        self._name = name
        self._styles = styles
        self._columns = {column: kind for column, (kind, _) in TABLES[name].items()}
        self._sheets: list[Any] = []
        self._row = 0
        self._widths = [len(column) + 4 for column in self._columns]  # the filter's button stands beside the heading
        self._cut: list[str] = []
        self._replaced = 0
        self._begin()

    def add(self, transcript: Transcript) -> None:
        """Write the rows of a transcript."""
        for row in rows_of(self._name, transcript):
            if self._row == MOST_ROWS:
                self._end()
                self._begin()
            self._add(row)

    def finish(self) -> None:
        """Give the last sheet what it can have only once its rows are known."""
        self._end()
        for sheet in self._sheets:
            for place, (name, width) in enumerate(zip(self._columns, self._widths, strict=True)):
                sheet.set_column(place, place, min(width, _WIDE if name in SPEECH.get(self._name, ()) else _NARROW))

    def notices(self) -> Iterator[str]:
        """What did not fit, a line each."""
        if self._cut:
            cells = "1 cell is" if len(self._cut) == 1 else f"{len(self._cut):,} cells are"
            yield (
                f"{self._name}: {cells} longer than the {LONGEST_CELL:,} characters of a cell, and cut with a mark at "
                f"the end: {', '.join(self._cut[:3])}{', ...' if len(self._cut) > 3 else ''}"
            )
        if len(self._sheets) > 1:
            others = ", ".join(sheet.get_name() for sheet in self._sheets[1:])
            yield f"{self._name}: more rows than the {MOST_ROWS:,} of a sheet; it goes on in the sheets: {others}"
        if self._replaced:
            yield f"{self._name}: characters that a workbook cannot hold became U+FFFD: {self._replaced:,}"

    def _begin(self) -> None:
        number = len(self._sheets) + 1
        sheet = self._book.add_worksheet(self._name if number == 1 else f"{self._name} {number}")
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(self._columns):
            sheet.write_string(0, place, column, self._styles.heading)
        self._sheets.append(sheet)
        self._row = 1

    def _end(self) -> None:
        self._sheets[-1].autofilter(0, 0, self._row - 1, len(self._columns) - 1)

    def _add(self, row: Row) -> None:
        for place, (name, kind) in enumerate(self._columns.items()):
            if row[name] not in (None, [], ""):
                self._write(place, name, kind, row[name])
        self._row += 1

    def _write(self, place: int, name: str, kind: str, value: Any) -> None:
        sheet, at, styles = self._sheets[-1], (self._row, place), self._styles
        if kind == "bool":
            sheet.write_boolean(*at, value, styles.plain)
        elif kind == "int" and abs(value) <= _LARGEST:
            sheet.write_number(*at, value, styles.plain)
        elif kind == "date" and (day := _day(value)) is not None:
            sheet.write_datetime(*at, day, styles.day)
            self._measure(place, value)
        else:
            words = self._words(name, JOINT.join(map(str, value)) if isinstance(value, list) else str(value))
            _write_words(sheet, at, words, styles)
            self._measure(place, words)

    def _words(self, name: str, words: str) -> str:
        """Words that a cell can hold; what is done to them is noted."""
        words, count = fitted(words.replace("\r\n", "\n").replace("\r", "\n"))
        self._replaced += count
        if _length(words) <= LONGEST_CELL:
            return words
        self._cut.append(f"{name} in row {self._row + 1}")
        mark = f" [... cut: {len(words):,} characters]"
        kept = words.encode("utf-16-le")[: 2 * (LONGEST_CELL - len(mark))]
        return kept.decode("utf-16-le", "ignore") + mark

    def _measure(self, place: int, words: str) -> None:
        """Make room for the words, whose Chinese characters are twice as wide."""
        if self._row <= _MEASURED:
            line = words.partition("\n")[0][:_WIDE]
            width = len(line) if line.isascii() else sum(1 + (character > "\u2e7f") for character in line)
            self._widths[place] = max(self._widths[place], width + 2)


def _write_words(sheet: Any, at: tuple[int, int], words: str, styles: _Styles) -> None:
    style = styles.quoted if words.startswith(FORMULA) else styles.words
    if words.startswith("<r>"):  # the library takes these for markup of its own, unless it puts them together itself
        sheet.write_rich_string(*at, styles.plain, words[:1], styles.plain, words[1:], style)
    else:
        sheet.write_string(*at, words, style)


def _length(words: str) -> int:
    return len(words) if words.isascii() else len(words.encode("utf-16-le")) // 2


def _day(iso: str) -> date | None:
    """A day that Excel has a number for."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return None
    return day if day >= _FIRST_DAY else None
