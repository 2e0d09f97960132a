"""The search index: made again from nothing, grown with the corpus, and never in a reader's way."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from corpus.asked_corpora import Event, Said, corpus_of, keys
from corpus.making import event, folder_of, small_parts
from scio_transcripts.corpus import Corpus, build, index
from scio_transcripts.errors import CorpusError


def events_of(count: int) -> list[Event]:
    return [(date(2020 + n % 3, 1, 1 + n % 27), [Said((f"Tide {n}", "boats"))]) for n in range(count)]


def parts_of(corpus: Corpus) -> list[tuple[str, tuple[Path, ...]]]:
    return [(part.id, part.paths(corpus.path, "turns")) for part in corpus.parts]


def test_a_missing_index_is_made_when_somebody_searches(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, events_of(5))
    assert not (tmp_path / "index").exists()
    assert corpus.search("tide").total == 5
    shutil.rmtree(tmp_path / "index")
    assert Corpus(tmp_path).search("tide").total == 5


@pytest.mark.parametrize("name", ["*.json", "*/terms.parquet", "*/turns.parquet", "*/segment.json"])
def test_an_index_that_lacks_a_file_is_made_again(tmp_path: Path, name: str) -> None:
    expected = keys(corpus_of(tmp_path, events_of(5)).search("tide", limit=None))
    for path in (tmp_path / "index").glob(name):
        path.unlink()
    assert keys(Corpus(tmp_path).search("tide", limit=None)) == expected


@pytest.mark.parametrize("content", [b"", b"{}", b"[1", b'{"version": 1, "segments": [{"id": 3}]}', b"\xff"])
def test_a_damaged_list_is_made_again(tmp_path: Path, content: bytes) -> None:
    corpus_of(tmp_path, events_of(5)).index()
    for path in (tmp_path / "index").glob("*.json"):
        path.write_bytes(content)
    assert Corpus(tmp_path).search("tide").total == 5


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize("name", ["terms.parquet", "turns.parquet", "segment.json"])
def test_a_damaged_index_is_mended(tmp_path: Path, name: str) -> None:
    corpus = corpus_of(tmp_path, events_of(5))
    expected = keys(corpus.search("tide", limit=None))
    ids = [part.id for part in corpus.manifest.parts]
    for path in tmp_path.glob(f"index/*/{name}"):
        flip(path)
    assert list(index.damaged(tmp_path, ids))
    corpus.index(mend=True)
    assert not list(index.damaged(tmp_path, ids))
    assert keys(corpus.search("tide", limit=None)) == keys(Corpus(tmp_path).search("tide", limit=None)) == expected


def test_a_sound_index_is_left_as_it_is(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, events_of(5))
    corpus.index()
    files = {path: path.stat().st_ino for path in tmp_path.glob("index/*/*")}
    corpus.index(mend=True)
    assert {path: path.stat().st_ino for path in tmp_path.glob("index/*/*")} == files


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"version": 2}'])
def test_no_part_is_left_out_because_a_segment_is_damaged(tmp_path: Path, damage: bytes) -> None:
    corpus = corpus_of(tmp_path, events_of(5))
    for part in corpus.parts:
        index.index_part(tmp_path, part.id, part.paths(tmp_path, "turns"))
    for path in tmp_path.glob("index/*/segment.json"):
        path.write_bytes(damage)
    assert corpus.search("tide").total == 5


def test_many_parts_make_few_segments(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, events_of(100), a_part=1)
    assert len(corpus.index()) <= 7
    assert {one.part for segment in corpus.index() for one in segment.parts} == {p.id for p in corpus.parts}
    assert keys(corpus.search("tide 57")) == [("2020-01-04-event-057", 0)]
    assert corpus.search("boats", limit=None).total == 100


def test_an_index_grows_and_shrinks_with_its_parts(tmp_path: Path) -> None:
    whole = corpus_of(tmp_path, events_of(60), a_part=1)
    parts = parts_of(whole)
    for some in (parts[:5], parts[:40], parts[3:45], parts[30:], parts):
        segments = index.make_index(tmp_path, some, jobs=1)
        assert sorted(one.part for segment in segments for one in segment.parts) == sorted(part for part, _ in some)
        assert index.index_of(tmp_path, [part for part, _ in some]) == segments
    assert keys(whole.search("tide 33")) == [("2020-01-07-event-033", 0)]
    assert whole.search("tide", limit=None).total == 60


def test_what_no_snapshot_needs_is_removed(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, events_of(6), a_part=1)
    parts = parts_of(corpus)
    index.make_index(tmp_path, parts[:3], jobs=1)
    index.make_index(tmp_path, parts, jobs=1)
    index.remove_unused(tmp_path, [[part for part, _ in parts]])
    assert index.index_of(tmp_path, [part for part, _ in parts]) is not None
    assert index.index_of(tmp_path, [part for part, _ in parts[:3]]) is None
    used = {segment.id for segment in index.index_of(tmp_path, [part for part, _ in parts]) or ()}
    assert {path.name for path in (tmp_path / "index").iterdir() if path.is_dir()} == used


def test_a_corpus_that_cannot_be_written_says_what_to_do(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, events_of(2))
    (tmp_path / "index").write_text("in the way")
    with pytest.raises(CorpusError, match="scio-transcripts corpus index"):
        corpus.search("tide")


def test_a_build_makes_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_parts(monkeypatch)
    corpus = build([folder_of(tmp_path, 12)], tmp_path / "store", jobs=1)
    assert index.index_of(corpus.path, [part.id for part in corpus.manifest.parts]) is not None
    assert corpus.search("towpaths").total == corpus.sql(
        "SELECT count(*) AS n FROM turns WHERE contains(lower(text), 'towpaths')"
    ).collect().item(0, 0)


def test_a_reader_keeps_its_snapshot_while_another_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_parts(monkeypatch)
    pages = folder_of(tmp_path, 12)
    reader = build([pages], tmp_path / "store", jobs=1)
    again = Corpus(tmp_path / "store")
    before = keys(reader.search("towpaths", limit=None))
    rows = again.sql("SELECT count(*) AS n FROM turns").collect().item(0, 0)
    for path in list(pages.iterdir())[:4]:
        path.unlink()
    (pages / "new.txt").write_text(event(40), encoding="utf-8")
    newer = build([pages], tmp_path / "store", jobs=1)
    assert keys(newer.search("towpaths", limit=None)) != before
    for old in (reader, again):  # one has searched before the build, the other never
        assert keys(old.search("towpaths", limit=None)) == before
        assert old.sql("SELECT count(*) AS n FROM turns").collect().item(0, 0) == rows
    assert keys(Corpus(tmp_path / "store").search("towpaths", limit=None)) == keys(newer.search("towpaths", limit=None))


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, events_of(3))
    corpus.index()
    for path in (tmp_path / "data").rglob("*.parquet"):
        path.unlink()
    with pytest.raises(CorpusError, match="gone or damaged"):
        corpus.search("tide")


_READ = """
import sys
from pathlib import Path
from scio_transcripts.corpus import Corpus
store, ready, over = map(Path, sys.argv[1:])
rounds = 0
while not over.exists() or not rounds:
    corpus = Corpus(store)
    found = corpus.search("towpaths", limit=None)
    rows = corpus.sql("SELECT count(*) AS n FROM turns WHERE contains(text, 'towpaths')").collect()
    assert len(found) == rows.item(0, 0), (len(found), rows)
    rounds += 1
    ready.touch()
"""


def test_two_read_while_one_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_parts(monkeypatch)
    pages = folder_of(tmp_path, 10)
    store, over = tmp_path / "store", tmp_path / "over"
    build([pages], store, jobs=1)
    before = Corpus(store).search("towpaths").total
    ready = [tmp_path / f"ready-{number}" for number in range(2)]
    readers = [subprocess.Popen([sys.executable, "-c", _READ, *map(str, (store, one, over))]) for one in ready]
    try:
        while not all(one.exists() for one in ready) and all(reader.poll() is None for reader in readers):
            time.sleep(0.05)
        for number in range(20, 24):
            (pages / f"more-{number}.txt").write_text(event(number), encoding="utf-8")
        build([pages], store, jobs=1)
        assert Corpus(store).search("towpaths").total != before
    finally:
        over.touch()
        ends = [reader.wait() for reader in readers]
    assert ends == [0, 0]
