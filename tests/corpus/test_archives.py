"""Web archives as sources of a corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="needs the extra corpus")
pytest.importorskip("fastwarc", reason="needs the extra warc")

import pyarrow.parquet as pq

from archive.making import NEWS, as_html, each_gzipped, note, response, saved, wacz
from corpus.making import bytes_of, event, folder_of, small_parts
from scio_transcripts.corpus import Corpus, archives, build, update


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    small_parts(monkeypatch)
    monkeypatch.chdir(tmp_path)


def crawl(*numbers: int, words: str = "The towpaths were mended.", time: str = "2024-06-07T12:00:00Z") -> bytes:
    """An archive of some events, a page of news, and a page in two parts."""
    records = [
        response(as_html(event(number, words=words)), f"http://pages.test/content_{number}000.htm", time=time)
        for number in numbers
    ]
    return each_gzipped([*records, response(as_html(NEWS), "http://pages.test/rain.htm", time=time)])


def rows_of(corpus: Corpus) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(
        corpus.path / corpus.manifest.sources.path, partitioning=None
    ).to_pylist()
    return rows


def test_transcripts_in_archives_are_found_among_other_pages(tmp_path: Path) -> None:
    saved(tmp_path, crawl(*range(8)))
    corpus = build(["crawl.warc.gz"], "corpus", jobs=1)
    assert len(corpus) == 8
    assert {t.source.uri for t in corpus} == {f"http://pages.test/content_{n}000.htm" for n in range(8)}
    rows = rows_of(corpus)
    assert [row["uri"] for row in rows if row["status"] == "archive"] == ["crawl.warc.gz"]
    assert not any("rain" in row["uri"] for row in rows)
    assert {row["captured"] for row in rows if row["archive"]} == {"2024-06-07T12:00:00Z"}


def test_pages_of_one_address_are_joined_over_archives(tmp_path: Path) -> None:
    first = response(as_html(event(3, 1)), "http://pages.test/content_900001.htm")
    second = response(as_html(event(3, 2)), "http://pages.test/content_900001_2.htm")
    saved(tmp_path, each_gzipped([second]), "a.warc.gz")
    saved(tmp_path, each_gzipped([first]), "b.warc.gz")
    corpus = build(["a.warc.gz", "b.warc.gz"], "corpus", jobs=2)
    assert [t.pages.numbers for t in corpus] == [(1, 2)]


def test_of_several_captures_the_newest_is_read(tmp_path: Path) -> None:
    saved(tmp_path, crawl(1, words="Old words.", time="2023-01-01T00:00:00Z"), "a.warc.gz")
    saved(tmp_path, crawl(1, words="New words.", time="2024-01-01T00:00:00Z"), "b.warc.gz")
    corpus = build(["b.warc.gz", "a.warc.gz"], "corpus", jobs=1)
    assert ["New words." in t.text for t in corpus] == [True]
    passed = [row for row in rows_of(corpus) if row["status"] == "passed over"]
    assert [(row["archive"], row["error"]) for row in passed] == [
        ("a.warc.gz", "another capture of this address is read")
    ]


def test_a_page_that_is_there_as_a_file_too_is_read_once(tmp_path: Path) -> None:
    folder_of(tmp_path, 2)
    data = Path("pages/event-of-canal-001x.txt").read_text()
    saved(tmp_path, note(data, "http://pages.test/a.txt"), "crawl.warc")
    corpus = build(["pages", "crawl.warc"], "corpus", jobs=1)
    assert len(corpus) == 2
    assert [row["status"] for row in rows_of(corpus) if row["archive"]] == ["duplicate"]


def test_an_unchanged_archive_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(tmp_path, crawl(*range(6)))
    build(["crawl.warc.gz"], "corpus", jobs=1)
    before = bytes_of(Path("corpus"))
    monkeypatch.setattr(archives, "captures", None)
    build(["crawl.warc.gz"], "corpus", jobs=1)
    assert bytes_of(Path("corpus")) == before


def test_a_new_archive_beside_an_old_one_gives_what_a_fresh_build_gives(tmp_path: Path) -> None:
    saved(tmp_path, crawl(*range(0, 16, 2)), "a.warc.gz")
    build(["*.warc.gz"], "corpus", jobs=1)
    saved(tmp_path, crawl(*range(1, 16, 2)), "b.warc.gz")
    assert len(update("corpus", jobs=1)) == 16
    build(["*.warc.gz"], "fresh", jobs=1)
    fresh = bytes_of(Path("fresh"))
    assert {name: sha for name, sha in bytes_of(Path("corpus")).items() if name in fresh} == fresh


def test_another_parser_reads_the_pages_of_an_unchanged_archive_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from scio_transcripts.corpus import building

    saved(tmp_path, crawl(*range(5)))
    build(["crawl.warc.gz"], "corpus", jobs=1)
    monkeypatch.setattr(building, "parser_version", lambda: "9.9.9+newer")
    assert len(build(["crawl.warc.gz"], "corpus", jobs=1)) == 5


def test_damaged_archives_are_told_and_stop_nothing(tmp_path: Path) -> None:
    data = crawl(*range(4))
    saved(tmp_path, data[: len(data) // 2], "cut.warc.gz")
    saved(tmp_path, b"nothing of the kind", "none.warc.gz")
    saved(tmp_path, wacz({"archive/data.warc.gz": crawl(8, 9)}), "good.wacz")
    corpus = build(["cut.warc.gz", "none.warc.gz", "good.wacz"], "corpus", jobs=1)
    assert len(corpus) >= 2
    told = {row["uri"]: row["error"] for row in rows_of(corpus) if row["status"] == "archive"}
    assert told["good.wacz"] is None
    assert told["none.warc.gz"]
    assert "damaged" in told["cut.warc.gz"]


def test_archives_make_the_same_bytes_with_any_number_of_jobs(tmp_path: Path) -> None:
    saved(tmp_path, crawl(*range(0, 12, 2)), "a.warc.gz")
    saved(tmp_path, crawl(*range(1, 12, 2)), "b.warc.gz")
    build(["a.warc.gz", "b.warc.gz"], "one", jobs=1)
    build(["a.warc.gz", "b.warc.gz"], "two", jobs=2)
    assert bytes_of(Path("one")) == bytes_of(Path("two"))


def test_what_was_read_of_an_archive_that_is_gone_can_be_kept(tmp_path: Path) -> None:
    saved(tmp_path, crawl(*range(4)), "a.warc.gz")
    folder_of(tmp_path, 1)
    build(["*.warc.gz", "pages"], "corpus", jobs=1)
    Path("a.warc.gz").unlink()
    assert len(update("corpus", jobs=1)) == 5
    assert len(update("corpus", jobs=1, keep=False)) == 1
