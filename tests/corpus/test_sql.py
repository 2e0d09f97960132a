"""SQL over a corpus: what it gives, and what it must not be able to do."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from corpus.asked_corpora import Event, Said, corpus_of
from scio_transcripts.corpus import Corpus
from scio_transcripts.corpus.schema import SOURCES, schema_of
from scio_transcripts.corpus.statements import SqlError
from scio_transcripts.corpus.tables import OUTLETS, VIEWS, database_of, run_select
from scio_transcripts.errors import ArgumentError, CorpusError, MissingExtraError
from scio_transcripts.registry import outlets

EVENTS: list[Event] = [
    (date(2021, 3, 1), [Said(("One.",)), Said(("Two.",), role="reporter", outlet="reuters")]),
    (date(2023, 3, 1), [Said(("Three.",))]),
    (None, [Said(("Four.",))]),
]


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return corpus_of(tmp_path / "it's [a] store?", EVENTS)


def rows(corpus: Corpus, statement: str) -> list[tuple[object, ...]]:
    _, batches = run_select(database_of(corpus), statement)
    return [row for batch in batches for row in batch]


def columns_of(view: str) -> list[str]:
    return SOURCES.names if view == "sources" else [*schema_of(view).names, "year"]


def test_every_table_is_a_view_with_a_year(corpus: Corpus) -> None:
    for view in VIEWS:
        names, _ = run_select(database_of(corpus), f"SELECT * FROM {view}")
        assert names == columns_of(view)
    assert rows(corpus, "SELECT year, count(*) FROM turns GROUP BY ALL ORDER BY ALL") == [
        (2021, 2),
        (2023, 1),
        (None, 1),
    ]


def test_times_that_python_has_no_words_for_are_told_in_words(corpus: Corpus) -> None:
    (row,) = rows(
        corpus,
        "SELECT 'infinity'::DATE, DATE '2024-02-01', 7 AS n, 7 AS n, TIMESTAMPTZ '2024-02-01 00:00:00+00', "
        "[TIME '10:00:00'] -- and no more",
    )
    assert row[:4] == ("infinity", "2024-02-01", 7, 7)
    assert str(row[4]).startswith("2024-0")
    assert row[5] == "['10:00:00']"
    names, _ = run_select(database_of(corpus), "SELECT date, year AS date FROM turns;")
    assert names == ["date", "date_2"]


def test_only_files_of_the_year_are_opened(corpus: Corpus) -> None:
    for path in (corpus.path / "data" / "turns" / "year=2023").iterdir():
        path.write_bytes(b"PAR1 damaged PAR1")
    assert rows(corpus, "SELECT text FROM turns WHERE year = 2021 ORDER BY turn") == [("One.",), ("Two.",)]
    with pytest.raises(CorpusError, match="gone or damaged"):
        rows(corpus, "SELECT text FROM turns WHERE year = 2023")


def test_an_empty_corpus_has_all_columns_and_no_rows(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, [])
    for view in VIEWS:
        names, batches = run_select(database_of(corpus), f"SELECT * FROM {view}")
        assert (names, list(batches)) == (columns_of(view), [])


def test_the_registry_in_use_is_a_table_beside_the_rows(corpus: Corpus, tmp_path: Path) -> None:
    names, _ = run_select(database_of(corpus), "SELECT * FROM outlets")
    assert names == list(OUTLETS)
    ((count,),) = rows(corpus, "SELECT count(*) FROM outlets")
    assert count == len(outlets.outlets())
    joined = "SELECT turn, o.name, o.names, o.parent FROM turns JOIN outlets o ON o.id = turns.outlet"
    reuters = outlets.get("reuters")
    assert reuters is not None
    assert rows(corpus, joined) == [(1, reuters.name, list(reuters.names), reuters.parent)]
    assert corpus.outlets.collect().shape == (count, len(OUTLETS))
    own = tmp_path / "own.jsonl"
    own.write_text(
        '{"id": "tidings", "name": "Tidings", "country": "JP", "kind": "online", "ownership": "foreign-private"}'
    )
    outlets.use(own)
    try:
        assert rows(corpus, "SELECT name, country FROM outlets WHERE id = 'tidings'") == [("Tidings", "JP")]
    finally:
        outlets.use()


def _hostile(corpus: Corpus, target: Path) -> list[str]:
    own = str(corpus.paths("turns")[0].absolute()).replace("'", "''")
    return [
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM glob('/*')",
        f"SELECT * FROM read_parquet('{own}/../../../../index/x.parquet')",
        f"SELECT * FROM read_json('{str(corpus.path).replace(chr(39), chr(39) * 2)}/corpus.json')",
        f"COPY (SELECT 1) TO '{target}'",
        f"COPY turns TO '{own}' (FORMAT parquet)",
        f"EXPLAIN ANALYZE COPY turns TO '{own}' (FORMAT parquet)",
        f"ATTACH '{target}' AS other",
        f"EXPORT DATABASE '{target}'",
        "SET enable_external_access = true",
        "RESET allowed_paths",
        "PRAGMA disable_verification",
        "INSTALL httpfs",
        "LOAD httpfs",
        "CREATE TABLE turns2 AS SELECT 1",
        "CREATE OR REPLACE VIEW turns AS SELECT 1",
        "DROP VIEW turns",
        "DELETE FROM turns",
        "INSERT INTO turns SELECT * FROM turns",
        "SELECT 1; DROP VIEW turns",
        "CALL pragma_version()",
        "SELECT * FROM corpus",
        "SELECT * FROM rows",
        "",
        ";",
        "-- nothing",
        "SELEC",
        "SELECT '\ud800'",
        "SELECT " + "(" * 1500,
        "SELECT 1" + " " * 200_000,
    ]


def test_hostile_sql_reads_and_writes_nothing(corpus: Corpus, tmp_path: Path) -> None:
    target = tmp_path / "written"
    before = {path: path.read_bytes() for path in corpus.path.rglob("*") if path.is_file()}
    for statement in _hostile(corpus, target):
        with pytest.raises(SqlError) as caught:
            rows(corpus, statement)
        assert "\n" not in str(caught.value), statement
    assert not target.exists()
    assert {path: path.read_bytes() for path in corpus.path.rglob("*") if path.is_file()} == before


def test_python_variables_are_no_tables(corpus: Corpus) -> None:
    secret = corpus.turns.collect().to_arrow()
    assert len(secret) == 4
    with pytest.raises(SqlError, match="secret"):
        corpus.sql("SELECT * FROM secret")


def test_values_stand_apart_from_the_statement(corpus: Corpus) -> None:
    found = corpus.sql("SELECT text FROM turns WHERE outlet = ?", ["reuters"]).collect()
    assert found.to_native().to_pylist() == [{"text": "Two."}]
    assert len(corpus.sql("SELECT * FROM turns WHERE text = ?", ["' OR 1=1 --"]).collect()) == 0


def test_tables_are_lazy_frames(corpus: Corpus) -> None:
    import narwhals as nw

    frame = corpus.turns
    assert isinstance(frame, nw.LazyFrame)
    found = frame.filter(nw.col("role") == "reporter").select("name", "outlet").collect()
    assert found.to_native().to_pylist() == [{"name": "Lin Dahai", "outlet": "reuters"}]
    joined = frame.join(corpus.transcripts.select("transcript", "title"), on="transcript").collect()
    assert len(joined) == 4
    assert [len(t.collect()) for t in (corpus.exchanges, corpus.participants, corpus.diagnostics)] == [0, 0, 0]


def test_a_backend_s_name_gives_a_frame_of_its_own(corpus: Corpus) -> None:
    pandas = pytest.importorskip("pandas", reason="needs the extra pandas")
    for backend in ("pandas", pandas):
        found = corpus.turns.select("text").collect(backend)
        assert isinstance(found, pandas.DataFrame)
        assert list(found["text"]) == ["One.", "Two.", "Three.", "Four."]
    assert corpus.turns.collect("pyarrow").num_rows == 4
    with pytest.raises(ArgumentError, match="pandas, polars, pyarrow"):
        corpus.turns.collect("spreadsheet")


def test_polars_frames_come_too(corpus: Corpus) -> None:
    pytest.importorskip("polars", reason="needs the extra polars")
    assert corpus.turns.collect("polars").height == 4


@pytest.mark.parametrize("backend", ["pandas", "polars"])
def test_a_backend_that_is_not_installed_is_told_in_one_line(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, backend: str
) -> None:
    monkeypatch.setitem(sys.modules, backend, None)
    with pytest.raises(MissingExtraError) as caught:
        corpus.turns.collect(backend)
    assert str(caught.value).endswith(f"python -m pip install 'scio-transcripts[{backend}]'")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("statement", "values", "given"),
    [
        ("SELECT text FROM turns WHERE year = ? AND role = ?", (2021, "reporter"), ["Two."]),
        ("SELECT text FROM turns WHERE role=$2 AND year=$1", (2021, "reporter"), ["Two."]),
        ("SELECT text FROM turns WHERE '安全?' <> ? AND date = ? -- why?", ("x", date(2023, 3, 1)), ["Three."]),
        ("SELECT text FROM turns WHERE list_contains(?, year)", ([2023, 1999],), ["Three."]),
        ("SELECT ? AS text", ("it's; -- ?",), ["it's; -- ?"]),
        ("SELECT ? AS text", (None,), [None]),
    ],
)
def test_values_stand_where_their_marks_are(
    corpus: Corpus, statement: str, values: Sequence[object], given: list[object]
) -> None:
    assert corpus.sql(statement, values).collect("pyarrow")["text"].to_pylist() == given


@pytest.mark.parametrize("values", [(), (1, 2), (object(),), ("\ud800",)])
def test_values_that_do_not_fit_are_told(corpus: Corpus, values: Sequence[object]) -> None:
    with pytest.raises(SqlError):
        corpus.sql("SELECT ? AS one", values).collect()
