"""Arrow and Parquet: what is read back is what the rows say, with the same schema whatever the rows hold."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from depth import examples, some_of
from hostile import HOSTILE
from render import LAYOUTS, Finish, finish
from scio_transcripts import Transcript, parse
from scio_transcripts.model import SCHEMA_VERSION
from scio_transcripts.writers import FORMATS, write
from scio_transcripts.writers.tables import TABLES, rows_of
from strategies import Spec, specs

pa = pytest.importorskip("pyarrow", reason='needs the extra "data"')
import pyarrow.parquet as pq  # noqa: E402 - only where there is pyarrow

from scio_transcripts.writers import arrow  # noqa: E402 - the same

FORMS = ("arrow", "parquet")
STRANGE = "=1+1 <b>&amp;\x00\x07\x1b[2J\u202e\u2066 e\u0301 👩‍👩‍👧 记者"


def read_back(form: str, data: bytes) -> pa.Table:
    return pa.ipc.open_file(data).read_all() if form == "arrow" else pq.read_table(io.BytesIO(data))


def written(form: str, table: str, transcripts: list[Transcript]) -> bytes:
    out = io.BytesIO()
    write(iter(transcripts), f"{form}-{table}", out)
    return out.getvalue()


def expected(table: str, transcripts: list[Transcript]) -> list[dict[str, Any]]:
    """The rows, with dates as dates."""
    days = [name for name, (kind, _) in TABLES[table].items() if kind == "date"]
    rows = [row for transcript in transcripts for row in rows_of(table, transcript)]
    return [row | {day: date.fromisoformat(row[day]) if row[day] else None for day in days} for row in rows]


def only_the_table(table: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: row[name] for name in TABLES[table]} for row in rows]


@pytest.fixture(scope="module")
def demo() -> Transcript:
    from importlib.resources import files

    return parse((files("scio_transcripts") / "samples" / "demo.txt").read_text("utf-8"))


@pytest.fixture(scope="module")
def hostile() -> list[Transcript]:
    return [parse(generate(2_000)) for generate in HOSTILE.values()]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("table", TABLES)
def test_rows_of_an_event_are_read_back_as_they_are(form: str, table: str, demo: Transcript) -> None:
    rows = read_back(form, written(form, table, [demo, demo])).to_pylist()
    assert len(rows) >= 2
    assert only_the_table(table, rows) == expected(table, [demo, demo])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("table", TABLES)
def test_rows_of_hostile_pages_are_read_back_as_they_are(form: str, table: str, hostile: list[Transcript]) -> None:
    rows = read_back(form, written(form, table, hostile)).to_pylist()
    assert rows
    assert only_the_table(table, rows) == expected(table, hostile)


@settings(max_examples=examples(20), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(specs(), st.sampled_from(sorted(LAYOUTS))), min_size=1, max_size=3))
def test_rows_of_any_printed_event_are_read_back(events: list[tuple[Spec, str]]) -> None:
    transcripts = [parse(finish(LAYOUTS[layout](spec), Finish()).text) for spec, layout in events]
    for table in TABLES:
        assert only_the_table(table, arrow.table_of(table, transcripts).to_pylist()) == expected(table, transcripts)
        assert read_back("parquet", written("parquet", table, transcripts)).to_pylist() == (
            arrow.table_of(table, transcripts).to_pylist()
        )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("table", TABLES)
def test_the_schema_is_the_same_for_no_transcripts_and_for_some(form: str, table: str, demo: Transcript) -> None:
    none, some = (read_back(form, written(form, table, given)) for given in ([], [demo]))
    assert none.num_rows == 0
    assert none.schema.equals(some.schema)
    assert none.schema.names[: len(TABLES[table])] == list(TABLES[table])
    assert none.schema.metadata[b"scio_transcripts.schema_version"].decode() == SCHEMA_VERSION
    assert none.schema.metadata[b"scio_transcripts.table"].decode() == table
    for name, (_, meaning) in TABLES[table].items():
        assert none.schema.field(name).metadata[b"description"].decode() == meaning


@pytest.mark.parametrize("name", [name for name in FORMATS if name.startswith(FORMS)])
def test_the_same_transcripts_give_the_same_bytes(name: str, demo: Transcript, hostile: list[Transcript]) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    write([demo, *hostile], name, first)
    write(iter([demo, *hostile]), name, second)
    assert first.getvalue() == second.getvalue()
    assert not first.closed


def test_tables_of_goes_through_the_transcripts_once(demo: Transcript) -> None:
    tables = arrow.tables_of(iter([demo, demo]))
    assert list(tables) == list(TABLES)
    for table, rows in tables.items():
        assert rows.equals(arrow.table_of(table, [demo, demo]))


def test_what_a_page_does_not_say_is_null() -> None:
    page = parse("Reuters:\n\nWhy? Thank you.")
    tables = arrow.tables_of([page])
    assert tables["transcripts"]["date"].to_pylist() == [None]
    assert tables["turns"]["page"].null_count == 1
    assert tables["turns"]["exchange"].to_pylist() == [row["exchange"] for row in rows_of("turns", page)]
    assert tables["participants"]["aliases"].to_pylist() == [[]]


@pytest.mark.parametrize("day", ["2024-02-31", "soon", "", "0000-01-01", "2024-13-45T10", "\ud800"])
def test_a_date_that_is_none_becomes_null(day: str, demo: Transcript) -> None:
    stored = demo.model_copy(update={"event": demo.event.model_copy(update={"date": day})})
    assert set(arrow.table_of("turns", [stored])["date"].to_pylist()) == {None}
    assert read_back("parquet", written("parquet", "transcripts", [stored]))["date"].to_pylist() == [None]


def test_a_value_that_its_type_cannot_hold_stops_nothing(demo: Transcript) -> None:
    first = demo.turns[0].model_copy(update={"page": 2**70, "label": "a\ud800b", "start": -(2**63)})
    stored = demo.model_copy(update={"turns": (first, *demo.turns[1:])})
    row = arrow.table_of("turns", [stored]).to_pylist()[0]
    assert (row["page"], row["label"], row["start"]) == (None, "a\ufffdb", -(2**63))
    assert row["text"] == expected("turns", [demo])[0]["text"]


@pytest.mark.parametrize("form", FORMS)
def test_strange_words_in_every_field_are_read_back(form: str, demo: Transcript) -> None:
    person = demo.participants[0].model_copy(update={"name": STRANGE, "aliases": (STRANGE, "")})
    first = demo.turns[0].model_copy(update={"label": STRANGE})
    changed = {"title": STRANGE, "participants": (person, *demo.participants[1:]), "turns": (first, *demo.turns[1:])}
    stored = demo.model_copy(update=changed)
    for table in TABLES:
        rows = read_back(form, written(form, table, [stored])).to_pylist()
        assert only_the_table(table, rows) == expected(table, [stored])


def test_paragraphs_can_be_cut_from_the_speech_by_their_places(demo: Transcript) -> None:
    for row, turn in zip(arrow.table_of("turns", [demo]).to_pylist(), demo.turns, strict=True):
        at, cut = 0, []
        for start, end in zip(row["paragraph_starts"], row["paragraph_ends"], strict=True):
            cut.append(row["text"][at : at + end - start])
            at += end - start + 1
        assert cut == [paragraph.text for paragraph in turn.paragraphs]
        assert [demo.text[a:b] for a, b in zip(row["paragraph_starts"], row["paragraph_ends"], strict=True)] == cut


def test_batches_end_at_a_number_of_rows_or_of_characters(demo: Transcript, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = arrow.table_of("turns", [demo] * 3)
    monkeypatch.setattr(arrow, "ROWS_A_BATCH", 5)
    batches = list(arrow.batches_of("turns", [demo] * 3))
    assert {batch.num_rows for batch in batches[:-1]} == {5}
    assert pa.Table.from_batches(batches).equals(whole)
    monkeypatch.setattr(arrow, "CHARACTERS_A_BATCH", 1)
    longest = list(arrow.batches_of("exchanges", [demo]))
    assert [batch.num_rows for batch in longest] == [1] * len(demo.exchanges)


def test_a_batch_is_written_before_the_next_transcript_is_asked_for(
    demo: Transcript, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrow, "ROWS_A_BATCH", len(demo.turns))
    out = io.BytesIO()
    sizes = []

    def watched() -> Iterator[Transcript]:
        for _ in range(4):
            sizes.append(len(out.getvalue()))
            yield demo

    arrow.arrow_turns(watched(), out)
    assert sizes == sorted(set(sizes))


_MEASURE = """
import resource, sys
from scio_transcripts import parse
from scio_transcripts.writers import write
speech = " ".join(f"word{i}" for i in range(600))
page = parse("Lin Dahai:\\n\\nGood morning.\\n\\n" + "".join(
    f"Reuters:\\n\\nWhy {i}? Thank you.\\n\\nLin Dahai:\\n\\n{speech}\\n\\n" for i in range(8)))
with open(sys.argv[2], "wb") as out:
    write((page for _ in range(int(sys.argv[3]))), sys.argv[1], out)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="asks the system for the peak of its memory")
@pytest.mark.parametrize("form", some_of(FORMS, 1))
def test_memory_does_not_grow_with_the_number_of_transcripts(form: str, tmp_path: Any) -> None:
    def peak(count: int) -> int:
        command = [sys.executable, "-c", _MEASURE, f"{form}-turns", str(tmp_path / "out"), str(count)]
        return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    assert peak(10_000) < 1.3 * peak(1_000)
    assert read_back(form, (tmp_path / "out").read_bytes()).num_rows == 17_000
