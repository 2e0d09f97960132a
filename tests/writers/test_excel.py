"""A workbook: openpyxl gives back every cell, and none does anything but say what it says."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from scio_transcripts import MissingExtraError, Transcript, parse, to_excel
from scio_transcripts.writers import FORMATS, excel, write
from scio_transcripts.writers.tables import TABLES, rows_of
from writers.pages import HOSTILE, SAMPLES, with_words

openpyxl = pytest.importorskip("openpyxl", reason="reads workbooks back")
pytest.importorskip("xlsxwriter", reason='needs the extra "excel"')


def written(transcripts: list[Transcript]) -> tuple[bytes, tuple[str, ...]]:
    out = io.BytesIO()
    notices = write(transcripts, "xlsx", out)
    return out.getvalue(), notices


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def rows_in(sheet: Any) -> list[dict[str, Any]]:
    heading, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in rows]


def shown(kind: str, value: Any) -> Any:
    """A value as a cell has it."""
    if value in (None, [], ""):
        return None
    if kind == "date" and value >= "1900-03-01":
        return datetime.combine(date.fromisoformat(value), datetime.min.time())
    if isinstance(value, list):
        value = " | ".join(map(str, value))
    return excel.fitted(value.replace("\r\n", "\n").replace("\r", "\n"))[0] if isinstance(value, str) else value


def test_every_table_is_a_sheet_with_every_row_and_column() -> None:
    documents = [*SAMPLES.values(), *(page for name, page in HOSTILE.items() if name not in ("long", "blanks"))]
    content, notices = written(documents)
    book = opened(content)
    assert book.sheetnames == list(TABLES)
    for table, columns in TABLES.items():
        rows = [row for document in documents for row in rows_of(table, document)]
        found = rows_in(book[table])
        assert len(found) == len(rows) > 0
        for cells, row in zip(found, rows, strict=True):
            assert cells == {name: shown(kind, row[name]) for name, (kind, _) in columns.items()}
    assert [notice for notice in notices if "U+FFFD" in notice]
    assert not [notice for notice in notices if "U+FFFD" not in notice]


def test_numbers_dates_and_truth_values_are_real() -> None:
    (row,) = rows_in(opened(written([SAMPLES["demo.txt"]])[0])["transcripts"])
    assert row["date"] == datetime(2025, 11, 6)
    assert (row["n_turns"], row["complete"]) == (36, None)
    sheet = opened(written([SAMPLES["demo.txt"]])[0])["turns"]
    kinds = {heading.value: cell.data_type for heading, cell in zip(sheet[1], sheet[2], strict=True)}
    assert (kinds["date"], kinds["turn"], kinds["continued"], kinds["text"]) == ("d", "n", "b", "s")


@pytest.mark.parametrize(
    "day", ["1899-12-31", "1900-02-28", "0001-01-01", "2024-02-30", "2024-13", "soon", "9999-12-31", "1900-03-01"]
)
def test_a_day_that_excel_has_no_number_for_stays_words(day: str) -> None:
    demo = SAMPLES["demo.txt"]
    page = demo.model_copy(update={"event": demo.event.model_copy(update={"date": day})})
    (row,) = rows_in(opened(written([page])[0])["transcripts"])
    assert row["date"] == (datetime.fromisoformat(day) if day in ("9999-12-31", "1900-03-01") else day)


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "{=SUM(A1:A2)}",
        '=HYPERLINK("https://press.example/","x")',
        "https://press.example/a",
        "mailto:a@press.example",
        "internal:turns!A1",
        "external:c:\\a.xlsx",
        "<r><t>bold</t></r>",
        "<r><rPr><b/></rPr><t>x</t></r><c><f>1+1</f></c><r></r>",
        "</t></is></c><c><f>1+1</f></c>",
        "TRUE",
        "12",
        " blanks \n\n and lines ",
        "\u202ereversed\u202c",
    ],
)
def test_no_words_are_more_than_words(words: str) -> None:
    content, _ = written([with_words(SAMPLES["demo.txt"], words)])
    book = opened(content)
    for row in rows_in(book["turns"]):
        assert row["label"] == words
    assert not [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f" or c.hyperlink]
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if "/worksheets/" in name]
    assert len(sheets) == len(TABLES)
    assert not [sheet for sheet in sheets if re.search(rb"<(f|hyperlink)[ >]", sheet)]


def test_words_that_look_like_an_escape_of_the_format_are_escaped_themselves() -> None:
    content, _ = written([with_words(SAMPLES["demo.txt"], "_x000D__x0041_")])
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert b"_x005F_x000D__x005F_x0041_" in parts.read("xl/worksheets/sheet2.xml")


def test_a_cell_that_begins_as_a_formula_does_stays_words_when_it_is_edited() -> None:
    sheet = opened(written([with_words(SAMPLES["demo.txt"], "=1+1")])[0])["turns"]
    quoted = {heading.value: cell.quotePrefix for heading, cell in zip(sheet[1], sheet[2], strict=True)}
    assert quoted["label"]
    assert not quoted["role"]


def test_what_xml_cannot_hold_is_replaced_and_told() -> None:
    content, notices = written([with_words(SAMPLES["demo.txt"], "a\x00b\x1b[2J\ud800c\ufffe\r\nd\re")])
    assert rows_in(opened(content)["turns"])[0]["label"] == "a\ufffdb\ufffd[2J\ufffdc\ufffd\nd\ne"
    assert {notice.partition(":")[0] for notice in notices} == set(TABLES)
    assert all("characters that a workbook cannot hold became U+FFFD: " in notice for notice in notices)


@pytest.mark.parametrize("character", ["a", "渡", "𠮷"])
def test_a_cell_that_is_too_long_is_cut_with_a_mark_and_told(character: str) -> None:
    content, notices = written([with_words(parse("Reuters:\n\nWhy? Thank you."), character * 40_000)])
    (row,) = rows_in(opened(content)["turns"])
    for name in ("label", "text"):
        kept, _, mark = row[name].partition(" [")
        assert set(kept) == {character}
        assert mark == "... cut: 40,000 characters]"
        assert len(row[name].encode("utf-16-le")) // 2 in (excel.LONGEST_CELL, excel.LONGEST_CELL - 1)
    (told,) = [notice for notice in notices if notice.startswith("turns: ")]
    assert told.startswith("turns: 4 cells are longer than the 32,767 characters of a cell, and cut with a mark")
    assert "label in row 2" in told


def test_a_cell_of_just_the_longest_length_is_whole() -> None:
    content, notices = written([with_words(parse("Reuters:\n\nWhy? Thank you."), "a" * excel.LONGEST_CELL)])
    assert rows_in(opened(content)["turns"])[0]["text"] == "a" * excel.LONGEST_CELL
    assert notices == ()


def test_more_rows_than_a_sheet_holds_go_on_in_further_sheets_and_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel, "MOST_ROWS", 20)
    demo = SAMPLES["demo.txt"]
    content, notices = written([demo, demo])
    book = opened(content)
    turns = [name for name in book.sheetnames if name.startswith("turns")]
    assert turns == ["turns", "turns 2", "turns 3", "turns 4"]
    assert [row["turn"] for name in turns for row in rows_in(book[name])] == [*range(36), *range(36)]
    assert all(book[name].max_row <= 20 for name in book.sheetnames)
    assert "turns: more rows than the 20 of a sheet; it goes on in the sheets: turns 2, turns 3, turns 4" in notices


def test_a_sheet_can_be_read_and_filtered() -> None:
    book = opened(written([SAMPLES["demo.txt"]])[0])
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.font.bold for cell in sheet[1])
        assert all(7 <= column.width <= 91 for column in sheet.column_dimensions.values())
        assert all(cell.alignment.wrap_text for cell in sheet[2] if cell.data_type == "s")


def test_the_same_transcripts_give_the_same_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = written([*SAMPLES.values()])
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert written([*SAMPLES.values()])[0] == first
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}


def test_who_asks_by_country_is_one_line_from_a_workbook(tmp_path: Path) -> None:
    assert to_excel(SAMPLES["demo.txt"], tmp_path / "demo.xlsx") == ()
    turns = rows_in(openpyxl.load_workbook(tmp_path / "demo.xlsx")["turns"])
    counted = Counter(row["outlet_country"] for row in turns if row["role"] == "reporter")
    rows = [row for row in rows_of("turns", SAMPLES["demo.txt"]) if row["role"] == "reporter"]
    assert counted == Counter(row["outlet_country"] for row in rows)
    assert len(counted) > 3


def test_a_transcript_that_cannot_be_read_leaves_no_file_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def transcripts() -> Iterator[Transcript]:
        yield SAMPLES["demo.txt"]
        raise OSError("gone")

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    out = io.BytesIO()
    with pytest.raises(OSError, match="gone"):
        write(transcripts(), "xlsx", out)
    assert (out.getvalue(), [*tmp_path.iterdir()]) == (b"", [])


def test_a_missing_package_is_told_with_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    for make in (lambda: to_excel([], tmp_path / "x.xlsx"), lambda: write([], "xlsx", io.BytesIO())):
        with pytest.raises(MissingExtraError, match=r"'scio-transcripts\[excel\]'"):
            make()
    assert FORMATS["xlsx"].extra == "excel"
