"""CSV and TSV: what `csv.reader` gives back is what the table has, and no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest
from hypothesis import given

from scio_transcripts import Transcript, parse
from scio_transcripts.writers import FORMATS, write
from scio_transcripts.writers.tables import TABLES, rows_of
from strategies import soup
from writers.pages import HOSTILE, SAMPLES, with_words

FORMULA = tuple("=+-@\t\r\n\0＝＋－＠")
TABULAR = [name for name in FORMATS if name.partition("-")[0] in {"csv", "tsv"}]


def table_of(transcripts: list[Transcript], name: str) -> list[dict[str, str]]:
    out = io.BytesIO()
    write(transcripts, name, out)
    delimiter = "," if name.startswith("csv") else "\t"
    usual = csv.field_size_limit(1_000_000)  # the reader refuses long cells unless it is told
    try:
        return read_rows(out.getvalue().decode(), delimiter)
    finally:
        csv.field_size_limit(usual)


def read_rows(text: str, delimiter: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def shown(value: object) -> str:
    """A value as a cell shows it, before anything is done for spreadsheets."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return " | ".join(map(str, value))
    return "" if value is None else str(value)


def plain(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA) else cell


@pytest.mark.parametrize("name", TABULAR)
def test_every_row_comes_back_with_every_column(name: str) -> None:
    table = name.partition("-")[2]
    documents = [*SAMPLES.values(), *HOSTILE.values()]
    read_back = table_of(documents, name)
    rows = [row for document in documents for row in rows_of(table, document)]
    assert len(read_back) == len(rows) > 0
    for cells, row in zip(read_back, rows, strict=True):
        assert list(cells) == list(TABLES[table])
        expected = {
            k: shown(v).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd") for k, v in row.items()
        }
        assert {k: plain(v) for k, v in cells.items()} == expected


@pytest.mark.parametrize("name", TABULAR)
@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "＝1", "=HYPERLINK(1)"]
)
def test_no_cell_begins_as_a_formula_does(name: str, words: str) -> None:
    for cells in table_of([with_words(document, words) for document in SAMPLES.values()], name):
        assert not [cell for cell in cells.values() if cell.startswith(FORMULA)]


@given(soup)
def test_any_document_gives_as_many_rows_as_turns(text: str) -> None:
    document = parse(text)
    cells = table_of([document], "csv-turns")
    assert [row["turn_id"] for row in cells] == [turn.id for turn in document.turns]
    assert not [cell for row in cells for cell in row.values() if cell.startswith(FORMULA)]


def test_no_transcripts_give_a_header() -> None:
    assert table_of([], "csv-turns") == []
    out = io.BytesIO()
    write([], "tsv-exchanges", out)
    assert out.getvalue().decode().rstrip("\n").split("\t") == list(TABLES["exchanges"])


def test_ten_thousand_rows_come_back() -> None:
    many = HOSTILE["many"]
    copies = 10_000 // len(many.turns) + 1
    assert len(table_of([many] * copies, "csv-turns")) == copies * len(many.turns) > 10_000


def test_a_failing_transcript_leaves_the_file_open_for_whoever_opened_it() -> None:
    def transcripts() -> Iterator[Transcript]:
        yield SAMPLES["demo.txt"]
        raise OSError("gone")

    out = io.BytesIO()
    with pytest.raises(OSError, match="gone"):
        write(transcripts(), "csv-turns", out)
    assert not out.closed
    assert out.getvalue().count(b"Weng Yunzhou") > 1
