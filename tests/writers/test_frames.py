"""Data frames: the rows of the tables, with types that keep what is missing apart from what is there."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest

import scio_transcripts
from hostile import HOSTILE
from scio_transcripts import MissingExtraError, Transcript, parse
from scio_transcripts.writers import FormatError
from scio_transcripts.writers.tables import TABLES

pa = pytest.importorskip("pyarrow", reason='needs the extra "data"')

from scio_transcripts.writers import arrow  # noqa: E402 - only where there is pyarrow

_BARE = "Reuters:\n\nWhy? Thank you."


@pytest.fixture(scope="module")
def pages() -> list[Transcript]:
    demo = parse((files("scio_transcripts") / "samples" / "demo.txt").read_text("utf-8"))
    return [demo, parse(_BARE), *(parse(generate(500)) for generate in HOSTILE.values())]


def to(library: str) -> Callable[..., Any]:
    pytest.importorskip(library, reason=f'needs the extra "{library}"')
    found: Callable[..., Any] = getattr(scio_transcripts, f"to_{library}")
    return found


@pytest.mark.parametrize("table", TABLES)
def test_a_pandas_frame_holds_the_rows_of_the_table(table: str, pages: list[Transcript]) -> None:
    import_pandas = pytest.importorskip("pandas", reason='needs the extra "pandas"')
    frame = to("pandas")(iter(pages), table)
    rows = arrow.table_of(table, pages).to_pylist()
    assert len(frame) == len(rows) > 2
    for name in arrow.COLUMNS[table]:
        for value, row in zip(frame[name], rows, strict=True):
            if row[name] is None:
                assert import_pandas.isna(value)
            elif isinstance(row[name], list):
                assert list(value) == row[name]
            elif TABLES[table].get(name, ("",))[0] == "date":
                assert value.date() == row[name]
            else:
                assert value == row[name]


@pytest.mark.parametrize("table", TABLES)
def test_a_polars_frame_holds_the_rows_of_the_table(table: str, pages: list[Transcript]) -> None:
    assert to("polars")(iter(pages), table).to_dicts() == arrow.table_of(table, pages).to_pylist()


@pytest.mark.parametrize("table", TABLES)
def test_a_narwhals_frame_stands_on_the_arrow_table(table: str, pages: list[Transcript]) -> None:
    frame = to("narwhals")(iter(pages), table)
    assert isinstance(frame.to_native(), pa.Table)
    assert frame.to_native().equals(arrow.table_of(table, pages))


def test_missing_numbers_leave_pandas_columns_whole_numbers() -> None:
    frame = to("pandas")(parse(_BARE))
    assert str(frame["page"].dtype) == "Int64"
    assert frame["page"].isna().all()
    assert str(frame["continued"].dtype) == "boolean"
    assert str(frame["date"].dtype).startswith("datetime64")
    assert frame["turn"].tolist() == [0]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_no_transcripts_give_an_empty_frame_with_all_columns(library: str) -> None:
    frame, full = to(library)([]), to(library)(parse(_BARE))
    assert len(frame) == 0
    assert list(frame.columns) == list(full.columns) == list(arrow.COLUMNS["turns"])
    assert list(map(str, frame.dtypes)) == list(map(str, full.dtypes))


def test_one_transcript_may_stand_alone() -> None:
    page = parse(_BARE)
    assert to("narwhals")(page, "exchanges").to_native().equals(to("narwhals")([page], "exchanges").to_native())


def test_turns_can_be_spread_into_paragraphs_as_the_readme_shows(pages: list[Transcript]) -> None:
    turns = to("pandas")(pages[0])
    cells = ["text", "paragraph_starts", "paragraph_ends"]
    spread = turns.assign(text=turns["text"].str.split("\n")).explode(cells)
    printed = [(p.text, p.start, p.end) for turn in pages[0].turns for p in turn.paragraphs]
    assert list(spread[cells].itertuples(index=False, name=None)) == printed


@pytest.mark.parametrize("function", ["to_pandas", "to_polars", "to_narwhals"])
def test_an_unknown_table_is_refused_with_those_that_are_known(function: str) -> None:
    with pytest.raises(FormatError, match="speeches: no such table; known: transcripts, turns"):
        getattr(scio_transcripts, function)([], "speeches")


@pytest.mark.parametrize(
    ("function", "missing", "extra"),
    [
        ("to_pandas", "pandas", "pandas"),
        ("to_polars", "polars", "polars"),
        ("to_narwhals", "narwhals", "data"),
        ("to_narwhals", "pyarrow", "data"),
        ("to_pandas", "pyarrow", "data"),
    ],
)
def test_a_missing_package_is_told_with_its_extra(
    function: str, missing: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if missing == "pyarrow":
        pytest.importorskip(function.removeprefix("to_"), reason="would be missing first")
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(MissingExtraError) as told:
        getattr(scio_transcripts, function)([])
    assert str(told.value) == (
        f"a frame ({missing}) needs more packages: python -m pip install 'scio-transcripts[{extra}]'"
    )
