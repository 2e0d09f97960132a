"""A corpus that many threads ask at once: each gets what it would get alone, and none ends or blocks another."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("duckdb", reason="needs the extra corpus")
pytest.importorskip("narwhals", reason="needs the extra corpus")

import narwhals as nw

from corpus.asked_corpora import Event, Said, corpus_of
from corpus.making import folder_of
from scio_transcripts.corpus import Corpus, build
from scio_transcripts.corpus.statements import SqlError, SqlTimeoutError
from scio_transcripts.errors import CorpusError, ScioTranscriptsError

THREADS = 8
ENDLESS = "SELECT count(*) AS n FROM range(1000000000) a, range(100000) b"
EVENTS: list[Event] = [
    (
        date(2015 + number % 5, 1 + number % 12, 1),
        [
            Said((f"The ferries of pier {number} run in winter.",), role="reporter", outlet="reuters", exchange=0),
            Said((f"Pier {number} rests; the ferries do not.", "Other boats run."), exchange=0),
        ],
    )
    for number in range(12)
]


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with corpus_of(tmp_path / "store", EVENTS) as opened:
        yield opened


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    """A corpus with documents."""
    monkeypatch.chdir(tmp_path)
    folder_of(tmp_path, 3)
    return build(["pages"], "built", jobs=1)


def _rows(frame: Any) -> list[Any]:
    return sorted(map(str, frame.collect().rows()))


def _cursor(corpus: Corpus) -> Any:
    with closing(corpus.cursor()) as cursor:
        return cursor.execute("SELECT 1").fetchall()


ASKING: dict[str, Callable[[Corpus], Any]] = {
    "sql": lambda corpus: _rows(corpus.sql("SELECT role, count(*) FROM turns GROUP BY ALL")),
    "sql with values": lambda corpus: _rows(corpus.sql("SELECT text FROM turns WHERE role = ?", ["reporter"])),
    "transcripts": lambda corpus: _rows(corpus.transcripts),
    "turns": lambda corpus: _rows(corpus.turns.filter(nw.col("role") == "official")),
    "exchanges": lambda corpus: _rows(corpus.exchanges),
    "participants": lambda corpus: _rows(corpus.participants),
    "diagnostics": lambda corpus: _rows(corpus.diagnostics),
    "outlets": lambda corpus: _rows(corpus.outlets),
    "joined": lambda corpus: _rows(
        corpus.turns.join(corpus.transcripts.select("transcript", "title"), on="transcript")
    ),
    "grouped": lambda corpus: _rows(corpus.turns.group_by("role").agg(nw.len().alias("n"))),
    "concatenated": lambda corpus: _rows(nw.concat([corpus.turns.select("text"), corpus.turns.select("text")])),
    "search": lambda corpus: [(hit.transcript, hit.turn) for hit in corpus.search('"the ferries"')],
    "kwic": lambda corpus: corpus.kwic("ferries"),
    "stats": Corpus.stats,
    "index": lambda corpus: corpus.index(),
    "files": lambda corpus: (corpus.files("turns"), corpus.paths("turns"), corpus.parts, len(corpus)),
    "batches": lambda corpus: [batch.num_rows for batch in corpus.batches("turns")],
    "cursor": _cursor,
}
READING: dict[str, Callable[[Corpus], Any]] = {
    "documents": lambda corpus: list(corpus.documents()),
    "transcript": lambda corpus: corpus.transcript(next(iter(corpus.documents()))[0]).title,
    "each": lambda corpus: [one.title for one in corpus],
    "check": lambda corpus: list(corpus.check()),
    "find_quotation": lambda corpus: corpus.find_quotation("The towpaths were mended").message,
}


def at_once(calls: list[Callable[[], Any]]) -> list[Any]:
    """What calls give that all begin in the same moment."""
    gate = threading.Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        gate.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return [one.result() for one in [pool.submit(run, call) for call in calls]]


@pytest.mark.parametrize("name", ASKING)
def test_threads_that_ask_the_same_all_get_what_one_gets(corpus: Corpus, name: str) -> None:
    ask = ASKING[name]
    expected = ask(Corpus(corpus.path))
    assert at_once([lambda: ask(corpus)] * THREADS) == [expected] * THREADS


@pytest.mark.parametrize("name", READING)
def test_threads_that_read_documents_all_get_what_one_gets(built: Corpus, name: str) -> None:
    read = READING[name]
    expected = read(Corpus(built.path))
    assert at_once([lambda: read(built)] * THREADS) == [expected] * THREADS


def test_threads_may_ask_different_things_at_once(corpus: Corpus) -> None:
    expected = {name: ask(Corpus(corpus.path)) for name, ask in ASKING.items()}
    names = list(ASKING) * 2
    found = at_once([lambda name=name: ASKING[name](corpus) for name in names])  # type: ignore[misc]
    assert dict(zip(names, found, strict=True)) == expected


def test_every_public_method_is_asked_here() -> None:
    public = {name for name in dir(Corpus) if not name.startswith("_")}
    apart = {"close", "refuse_closed", "path", "layout", "manifest", "outlets"}
    asked = {*ASKING, *READING, "parts", "paths"}
    assert public - apart <= asked


def test_frames_of_different_threads_can_be_joined(corpus: Corpus) -> None:
    turns, events = at_once([lambda: corpus.turns, lambda: corpus.transcripts])
    both = turns.join(events.select("transcript", "title"), on="transcript")
    assert at_once([lambda: _rows(both)] * THREADS) == [_rows(both)] * THREADS
    assert len(both.collect()) == 24


def test_what_is_partly_read_and_dropped_leaves_nothing_busy(built: Corpus) -> None:
    for read in (built.documents, built.__iter__, lambda: built.batches("turns"), built.check):
        next(iter(read()), None)
    unread = iter(built.documents())
    next(unread)
    assert len(built.turns.collect()) == sum(batch.num_rows for batch in built.batches("turns"))
    assert next(unread)


def test_a_time_limit_ends_its_own_statement_and_no_other(corpus: Corpus) -> None:
    begun = threading.Event()

    def patient() -> Any:
        begun.set()
        return corpus.sql("SELECT sum(a.range % 7) AS n FROM range(30000000) a").collect().item(0, 0)

    def hurried() -> Any:
        begun.wait()
        with pytest.raises(SqlTimeoutError, match=r"stopped after 0\.3 seconds"):
            corpus.sql(ENDLESS, timeout=0.3).collect()
        return None

    found, *_ = at_once([patient, hurried, hurried])
    assert found == sum(number % 7 for number in range(7)) * (30_000_000 // 7) + sum(range(30_000_000 % 7))
    with pytest.raises(SqlTimeoutError):
        corpus.sql(ENDLESS).collect(timeout=0.2)
    assert len(corpus.turns.collect()) == 24


@pytest.mark.parametrize("seconds", [0, -1, float("nan")])
def test_a_time_limit_of_nothing_is_refused(corpus: Corpus, seconds: float) -> None:
    with pytest.raises(SqlError, match="more than 0"):
        corpus.sql("SELECT 1 AS a").collect(timeout=seconds)


def test_a_corpus_closed_while_statements_run_ends_them_with_our_error(corpus: Corpus) -> None:
    frames = [corpus.sql(ENDLESS) for _ in range(THREADS)]
    gate = threading.Barrier(THREADS + 1)

    def run(frame: Any) -> str:
        gate.wait()
        with pytest.raises(CorpusError, match="is closed") as caught:
            frame.collect()
        return str(caught.value)

    with ThreadPoolExecutor(THREADS) as pool:
        ended = [pool.submit(run, frame) for frame in frames]
        gate.wait()
        closing_it = threading.Timer(0.5, corpus.close)
        closing_it.start()
        assert {one.result(timeout=60) for one in ended} == {str(_closed(corpus))}
        closing_it.join()


def _closed(corpus: Corpus) -> BaseException:
    with pytest.raises(CorpusError) as caught:
        corpus.turns.collect()
    return caught.value


@pytest.mark.parametrize("name", [name for name in {**ASKING, **READING} if name != "files"])
def test_a_closed_corpus_says_so_whatever_it_is_asked(built: Corpus, name: str) -> None:
    asked = {**ASKING, **READING}[name]
    asked(built)
    frame = built.turns
    built.close()
    built.close()
    for again in (lambda: asked(built), frame.collect, lambda: frame.select("text").collect()):
        with pytest.raises(CorpusError, match="is closed"):
            again()


def test_a_corpus_is_closed_at_the_end_of_a_with(built: Corpus) -> None:
    with Corpus(built.path) as opened:
        pages = opened.documents()
        next(pages)
    with pytest.raises(CorpusError, match="is closed"):
        list(pages)


def _flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for place in range(40, len(data), 97):
        data[place] ^= 0xFF
    path.write_bytes(data)


DAMAGES: dict[str, Callable[[Path], None]] = {
    "gone": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "noise": lambda path: path.write_bytes(b"\xff" * 500),
    "flipped": _flipped,
    "a folder": lambda path: (path.unlink(), path.mkdir())[1],
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("indexed", [True, False], ids=["indexed", "without index"])
def test_a_damaged_store_gives_this_packages_errors_only(built: Corpus, damage: str, indexed: bool) -> None:
    opened = Corpus(built.path)
    for path in built.path.rglob("*.parquet"):
        if indexed or path.relative_to(built.path).parts[0] != "index":
            DAMAGES[damage](path)
    if not indexed:
        (built.path / "index").rename(built.path.parent / "away")
    for corpus in (opened, Corpus(built.path)):
        for name, ask in {**ASKING, **READING}.items():
            assert "\n" not in _mistake(ask, corpus), name


def _mistake(ask: Callable[[Corpus], Any], corpus: Corpus) -> str:
    """What is told, if anything is."""
    try:
        ask(corpus)
    except ScioTranscriptsError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    "statement",
    [
        "SELEC", "SELECT nothing FROM turns", "SELECT * FROM nowhere", "SELECT 1/0 FROM nowhere", "SELECT 'x'::INT",
        "SELECT CAST(text AS DATE) FROM turns", "SELECT error('own words')", "SELECT list_sum(text) FROM turns",
        "SELECT repeat('a', 1000000000000)", "SELECT ?", "SELECT '\ud800'",
        "SELECT regexp_matches(text, '(') FROM turns", "SELECT 9223372036854775807 + turn + 1 FROM turns",
    ],
)  # fmt: skip
def test_a_wrong_statement_is_told_in_one_line_and_the_next_one_runs(corpus: Corpus, statement: str) -> None:
    with pytest.raises(SqlError) as caught:
        corpus.sql(statement).collect()
    assert "\n" not in str(caught.value)
    assert len(corpus.turns.collect()) == 24


def test_a_wrong_step_of_a_frame_is_no_error_of_the_database(corpus: Corpus) -> None:
    import duckdb

    steps: list[Callable[[Any], Any]] = [
        lambda frame: frame.select(nw.col("nothing")),
        lambda frame: frame.filter(nw.col("text") > 5).collect(),
        lambda frame: frame.with_columns(nw.col("text").cast(nw.Int64)).collect(),
        lambda frame: frame.join(frame, on="nothing"),
        lambda frame: frame.sink_parquet(corpus.path / "written.parquet"),
    ]
    for step in steps:
        with pytest.raises(Exception) as caught:  # noqa: PT011  # narwhals' errors, or this package's
            step(corpus.turns)
        assert not isinstance(caught.value, duckdb.Error)
    assert not (corpus.path / "written.parquet").exists()
