"""A corpus holds what its sources say, is brought up to date with little work, and is the same bytes always."""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="needs the extra corpus")


from corpus.making import bytes_of, event, folder_of, small_parts, sources
from scio_transcripts import parse
from scio_transcripts.corpus import Corpus, build, engines, kernel, references, update
from scio_transcripts.corpus.building import InputError
from scio_transcripts.corpus.engines import AddressError, EngineError
from scio_transcripts.errors import CorpusError, DialectError, MissingExtraError, SourceError


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    small_parts(monkeypatch)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the pages that are parsed, as they are parsed in this process."""
    names: list[str] = []

    def counted(batch: Any) -> Any:
        names.extend(batch.column("uri").to_pylist())
        return kernel.parse_batch(batch)

    from scio_transcripts.corpus.engines import local

    def run(batches: Any, aside: Any, *_args: Any, **_named: Any) -> Any:
        return ((key, aside(key, counted(batch))) for key, batch in batches)

    monkeypatch.setattr(local, "run", run)
    return names


def test_a_corpus_gives_back_every_document_as_it_was_parsed(tmp_path: Path) -> None:
    folder_of(tmp_path, 12)
    corpus = build(["pages"], "corpus", jobs=1)
    found = {t.source.uri: t for t in corpus}
    assert len(found) == len(corpus) == 12
    for path in sorted(Path("pages").iterdir()):
        expected = parse(path.read_text("utf-8"))
        own = found[str(path)]
        assert own.turns == expected.turns
        assert own.event == expected.event
        assert own.participants == expected.participants


def test_transcripts_come_in_order_of_their_dates(tmp_path: Path) -> None:
    folder_of(tmp_path, 12)
    Path("pages", "no-day.txt").write_text("Reuters:\n\nWhy? Thank you.\n\nLin Dahai:\n\nThank you. Tides.\n")
    dates = [t.event.date for t in build(["pages"], "corpus", jobs=1)]
    assert dates[-1] is None
    assert dates[:-1] == sorted(d for d in dates if d)


def test_the_tables_are_partitioned_by_year_and_hold_every_row(tmp_path: Path) -> None:
    folder_of(tmp_path, 12)
    corpus = build(["pages"], "corpus", jobs=1)
    years = Counter(t.event.date[:4] for t in corpus if t.event.date)
    assert {file.year for file in corpus.files("turns")} == {int(year) for year in years}
    for file in corpus.files("transcripts"):
        assert f"year={file.year}" in file.path
    assert sum(batch.num_rows for batch in corpus.batches("turns")) == sum(len(t.turns) for t in corpus)
    assert sum(batch.num_rows for batch in corpus.batches("diagnostics")) == sum(len(t.diagnostics) for t in corpus)


def test_a_transcript_is_found_by_its_id_and_a_missing_one_is_told(tmp_path: Path) -> None:
    folder_of(tmp_path, 5)
    corpus = build(["pages"], "corpus", jobs=1)
    for own, document in corpus.documents():
        assert corpus.transcript(own).to_json() == document
    with pytest.raises(CorpusError, match="holds no transcript 'nobody'"):
        corpus.transcript("nobody")


def test_one_job_and_two_make_the_same_bytes(tmp_path: Path) -> None:
    folder_of(tmp_path, 25)
    Path("pages", "bad.txt").write_bytes(b"\0\1\2" * 99)
    build(["pages"], "one", jobs=1)
    build(["pages"], "two", jobs=2)
    assert bytes_of(Path("one")) == bytes_of(Path("two"))


def test_the_order_in_which_results_come_makes_no_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from scio_transcripts.corpus.engines import local

    folder_of(tmp_path, 25)
    build(["pages"], "one", jobs=1)

    def backwards(batches: Any, aside: Any, *_args: Any, **_named: Any) -> Any:
        return reversed([(key, aside(key, kernel.parse_batch(batch))) for key, batch in batches])

    monkeypatch.setattr(local, "run", backwards)
    build(["pages"], "two", jobs=1)
    assert bytes_of(Path("one")) == bytes_of(Path("two"))


def test_a_second_build_parses_nothing_and_changes_no_byte(tmp_path: Path, parsed: list[str]) -> None:
    folder_of(tmp_path, 20)
    build(["pages"], "corpus", jobs=1)
    assert len(parsed) == 20
    before = bytes_of(Path("corpus"))
    build(["pages"], "corpus", jobs=1)
    assert len(parsed) == 20
    assert bytes_of(Path("corpus")) == before


def test_an_unchanged_file_is_not_even_read_unless_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from scio_transcripts.corpus import sources as module

    folder_of(tmp_path, 6)
    build(["pages"], "corpus", jobs=1)
    hashed: list[Path] = []
    real = module.sha256_of
    monkeypatch.setattr(module, "sha256_of", lambda path: hashed.append(path) or real(path))
    build(["pages"], "corpus", jobs=1)
    assert not hashed
    build(["pages"], "corpus", jobs=1, check_all=True)
    assert len(hashed) == 6


def test_one_new_file_is_all_that_is_parsed_and_touches_one_part(tmp_path: Path, parsed: list[str]) -> None:
    folder = folder_of(tmp_path, 40)
    first = {part.id for part in build(["pages"], "corpus", jobs=1).manifest.parts}
    parsed.clear()
    (folder / "event-of-canal-020y.txt").write_text(event(77))
    second = {part.id for part in build(["pages"], "corpus", jobs=1).manifest.parts}
    assert parsed == ["pages/event-of-canal-020y.txt"]
    assert len(first) > 3
    assert len(first - second) <= 2
    build(["pages"], "fresh", jobs=1)
    fresh = bytes_of(Path("fresh"))
    assert {name: sha for name, sha in bytes_of(Path("corpus")).items() if name in fresh} == fresh


def test_a_touched_file_is_not_parsed_again(tmp_path: Path, parsed: list[str]) -> None:
    folder = folder_of(tmp_path, 6)
    build(["pages"], "corpus", jobs=1)
    parsed.clear()
    os.utime(folder / "event-of-canal-002x.txt", ns=(1, 1))
    build(["pages"], "corpus", jobs=1)
    assert parsed == []


def test_a_changed_file_is_parsed_and_the_old_transcript_goes(tmp_path: Path, parsed: list[str]) -> None:
    folder = folder_of(tmp_path, 8)
    old = build(["pages"], "corpus", jobs=1)
    own = sources(old)["pages/event-of-canal-003x.txt"]["transcripts"]
    parsed.clear()
    (folder / "event-of-canal-003x.txt").write_text(event(3, words="They were flooded."))
    new = build(["pages"], "corpus", jobs=1)
    assert parsed == ["pages/event-of-canal-003x.txt"]
    assert len(new) == 8
    assert own[0] not in [key for key, _ in new.documents()]
    assert any("flooded" in t.text for t in new)


def test_update_looks_again_from_any_folder_and_keeps_or_removes_what_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(tmp_path, 9)
    build(["pages"], "corpus", jobs=1)
    (folder / "event-of-canal-001x.txt").unlink()
    (folder / "event-of-canal-090x.txt").write_text(event(90))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    kept = update("../corpus", jobs=1)
    assert len(kept) == 10
    assert sources(kept)["pages/event-of-canal-001x.txt"]["status"] == "kept"
    again = bytes_of(kept.path)
    assert {**again, **bytes_of(update("../corpus", jobs=1).path)} == again
    removed = update("../corpus", jobs=1, keep=False)
    assert len(removed) == 9
    assert "pages/event-of-canal-001x.txt" not in sources(removed)


def test_what_was_kept_is_read_again_when_it_comes_back(tmp_path: Path, parsed: list[str]) -> None:
    folder = folder_of(tmp_path, 5)
    build(["pages"], "corpus", jobs=1)
    path = folder / "event-of-canal-004x.txt"
    facts, data = path.stat(), path.read_bytes()
    path.unlink()
    update("corpus")
    path.write_bytes(data)
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    corpus = update("corpus")
    assert sources(corpus)["pages/event-of-canal-004x.txt"]["status"] == "read"
    assert len(parsed) == 5
    build(["pages"], "fresh", jobs=1)
    fresh = bytes_of(Path("fresh"))
    assert {name: sha for name, sha in bytes_of(Path("corpus")).items() if name in fresh} == fresh


def test_another_parser_reads_everything_again(
    tmp_path: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from scio_transcripts.corpus import building

    folder_of(tmp_path, 6)
    build(["pages"], "corpus", jobs=1)
    Path("pages/event-of-canal-005x.txt").unlink()
    parsed.clear()
    monkeypatch.setattr(building, "parser_version", lambda: "9.9.9+newer")
    corpus = update("corpus")
    assert len(parsed) == 5
    assert len(corpus) == 6
    assert corpus.manifest.parser == "9.9.9+newer"


def test_another_dialect_reads_everything_again(tmp_path: Path, parsed: list[str]) -> None:
    folder_of(tmp_path, 4)
    build(["pages"], "corpus", jobs=1)
    corpus = build(["pages"], "corpus", dialect="generic")
    assert len(parsed) == 8
    assert {t.dialect for t in corpus} == {"generic"}
    assert {t.dialect for t in update("corpus")} == {"generic"}


def test_files_of_the_snapshot_before_stay_until_the_build_after(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 8)
    reader = build(["pages"], "corpus", jobs=1)
    (folder / "event-of-canal-003x.txt").write_text(event(3, words="They were flooded."))
    build(["pages"], "corpus", jobs=1)
    assert len(list(reader)) == 8
    assert sum(batch.num_rows for batch in reader.batches("turns")) > 0
    named = {file.path for part in reader.parts for file in part.files}
    now = {file.path for part in Corpus("corpus").parts for file in part.files}
    build(["pages"], "corpus", jobs=1)
    assert named - now
    assert not any(Path("corpus", path).exists() for path in named - now)


def test_the_same_bytes_are_read_once_and_told(tmp_path: Path, parsed: list[str]) -> None:
    folder = folder_of(tmp_path, 3)
    shutil.copytree(folder, tmp_path / "mirror")
    corpus = build(["mirror", "pages"], "corpus")
    assert len(corpus) == len(parsed) == 3
    row = sources(corpus)["pages/event-of-canal-001x.txt"]
    assert row["status"] == "duplicate"
    assert row["error"] == "the same bytes as mirror/event-of-canal-001x.txt"


def test_ids_stay_unique_where_one_text_comes_in_two_encodings(tmp_path: Path) -> None:
    pages = [event(4, page, words="“Mended”, they said.") for page in (1, 2)]
    folder_of(tmp_path, 10)
    for name, encoding in (("a", "utf-8"), ("m", "utf-16"), ("z", "gb18030")):
        folder = tmp_path / name
        folder.mkdir()
        for number, text in enumerate(pages, 1):
            (folder / f"page-{number}.txt").write_text(text, encoding=encoding)
    corpus = build(["a", "pages", "m", "z"], "corpus", jobs=1)
    ids = [own for own, _ in corpus.documents()]
    assert len(ids) == len(set(ids)) == 13
    same = sorted(own for own in ids if own.rstrip("-23") in {i.rstrip("-23") for i in ids if i.endswith(("-2", "-3"))})
    assert len(same) == 3
    turns = {own for batch in corpus.batches("turns", ["transcript"]) for own in batch.column(0).to_pylist()}
    assert turns == set(ids)
    before = bytes_of(Path("corpus"))
    build(["a", "pages", "m", "z"], "corpus", jobs=1)
    assert bytes_of(Path("corpus")) == before
    shutil.rmtree("a")
    build(["pages", "m", "z"], "corpus", jobs=1)
    build(["pages", "m", "z"], "fresh", jobs=1)
    fresh = bytes_of(Path("fresh"))
    assert {name: sha for name, sha in bytes_of(Path("corpus")).items() if name in fresh} == fresh


def test_bad_sources_are_listed_and_stop_nothing(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 4)
    (folder / "binary.txt").write_bytes(b"\0\1\2\xff" * 50)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "dangling.txt").symlink_to("nowhere")
    (folder / "closed.txt").write_text("x")
    (folder / "closed.txt").chmod(0)
    os.mkfifo(folder / "pipe.txt")
    corpus = build(["pages", "missing.txt", "none/*.txt"], "corpus", jobs=1)
    rows = sources(corpus)
    errors = {uri for uri, row in rows.items() if row["status"] == "error"}
    assert {"pages/binary.txt", "pages/dangling.txt", "missing.txt", "none/*.txt"} <= errors
    assert "NUL" in rows["pages/binary.txt"]["error"]
    assert rows["missing.txt"]["error"].startswith("no such file")
    assert len(corpus) >= 5
    assert "pages/pipe.txt" not in rows or rows["pages/pipe.txt"]["status"] == "error"


def test_a_page_that_ends_its_process_is_told_and_costs_no_other(tmp_path: Path) -> None:
    import pyarrow as pa

    from corpus import fatal
    from scio_transcripts.corpus.engines.local import Workers, run

    batches = [
        (
            str(n),
            pa.RecordBatch.from_pydict(
                {
                    "uri": [f"{n}a", f"{n}b"],
                    "content": [b"x", fatal.FATAL if n == 1 else b"y"],
                    "bundle": [f"{n}a", f"{n}b"],
                }
            ),
        )
        for n in range(3)
    ]
    with closing(Workers(2)) as workers:
        results = dict(run(batches, fatal.same, workers, kernel=fatal.kernel))
    told = {
        uri[0]: error
        for key in results
        for uri, error in zip(results[key]["uris"].to_pylist(), results[key]["error"].to_pylist(), strict=True)
    }
    assert sorted(told) == ["0a", "0b", "1a", "1b", "2a", "2b"]
    assert [uri for uri, error in told.items() if error] == ["1b"]


def test_names_that_are_hostile_do_no_harm(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    names = [
        b"a\nb.txt",
        b"\xff\xfe.txt",
        b"\x1b[2J.txt",
        b"x..txt",
        b"year=2024.txt",
        b"=1+1.txt",
        b"%2e%2e%2f.txt",
        "漢\u202e字.txt".encode(),
        b"'; DROP.txt",
        b"a" * 200 + b".txt",
    ]
    for number, name in enumerate(names):
        (folder / os.fsdecode(name)).write_bytes(event(number).encode())
    corpus = build(["pages"], "corpus", jobs=1)
    assert len(corpus) == len(names)
    assert len(sources(corpus)) == len(names)
    assert "pages/\\xff\\xfe.txt" in sources(corpus)
    alone = build([folder / os.fsdecode(name) for name in names], "alone", jobs=1)
    assert len(alone) == len(update("alone", jobs=1)) == len(names)
    for path in Path("corpus").rglob("*"):
        assert path.name.isascii()
        assert "\n" not in path.name


def test_folders_are_walked_but_links_hidden_files_and_the_corpus_itself_are_not(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 2)
    inner = folder / "inner" / "most"
    inner.mkdir(parents=True)
    (inner / "deep.html").write_text("<p><b>Reuters</b></p><p>Why? Thank you.</p><p><b>Lin Dahai</b></p><p>Tides.</p>")
    (inner / "deep.txt").write_text(event(30))
    (inner / ".hidden.txt").write_text(event(31))
    (inner / "up").symlink_to(folder)
    corpus = build(["pages"], "pages/corpus", jobs=1)
    corpus = build(["pages"], "pages/corpus", jobs=1)
    assert set(sources(corpus)) == {
        "pages/event-of-canal-000x.txt",
        "pages/event-of-canal-001x.txt",
        "pages/inner/most/deep.html",
        "pages/inner/most/deep.txt",
    }
    assert sources(corpus)["pages/inner/most/deep.txt"]["status"] == "passed over"


def test_patterns_and_spellings_of_one_file_give_it_once(tmp_path: Path) -> None:
    folder_of(tmp_path, 3)
    corpus = build(["pages/*0x.txt", "./pages/../pages/event-of-canal-000x.txt", "pages"], "corpus", jobs=1)
    assert len(sources(corpus)) == 3


def test_a_source_that_changes_while_it_is_read_is_read_as_it_is_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(tmp_path, 5)
    path = folder / "event-of-canal-002x.txt"
    real = references._content
    changes = iter([event(2, words="They were flooded.")])

    def content(place: bytes, *known: Any) -> Any:
        if place.endswith(b"002x.txt") and (text := next(changes, None)):
            path.write_text(text)
        return real(place, *known)

    monkeypatch.setattr(references, "_content", content)
    corpus = build(["pages"], "corpus", jobs=1)
    assert any("flooded" in t.text for t in corpus)
    monkeypatch.undo()


def test_a_source_that_never_stands_still_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_of(tmp_path, 5)
    path = folder / "event-of-canal-002x.txt"
    real = references._content

    def content(place: bytes, *known: Any) -> Any:
        if place.endswith(b"002x.txt"):
            path.write_text(path.read_text() + "more\n")
        return real(place, *known)

    monkeypatch.setattr(references, "_content", content)
    corpus = build(["pages"], "corpus", jobs=1)
    assert len(corpus) == 4
    assert "changes while it is read" in sources(corpus)["pages/event-of-canal-002x.txt"]["error"]


def test_one_folder_is_built_by_one_process_at_a_time(tmp_path: Path) -> None:
    from scio_transcripts.corpus.layout import writing

    folder_of(tmp_path, 1)
    with writing(Path("corpus")), pytest.raises(CorpusError, match="another build is at work"):
        build(["pages"], "corpus", jobs=1)
    assert len(build(["pages"], "corpus", jobs=1)) == 1


def test_other_peoples_folders_and_newer_corpora_are_left_alone(tmp_path: Path) -> None:
    folder_of(tmp_path, 2)
    with pytest.raises(CorpusError, match="holds other files"):
        build(["pages"], "pages", jobs=1)
    with pytest.raises(CorpusError, match="is a file"):
        build(["pages"], "pages/event-of-canal-000x.txt", jobs=1)
    build(["pages"], "corpus", jobs=1)
    manifest = Path("corpus/corpus.json")
    manifest.write_text(manifest.read_text().replace('"format_version": 1', '"format_version": 2'))
    for refused in (lambda: Corpus("corpus"), lambda: build(["pages"], "corpus", jobs=1), lambda: update("corpus")):
        with pytest.raises(CorpusError, match=r"has format 2, .* newer scio-transcripts"):
            refused()
    manifest.write_text("{")
    with pytest.raises(CorpusError, match="is damaged"):
        Corpus("corpus")
    with pytest.raises(CorpusError, match="holds no corpus"):
        Corpus("pages")


def test_wrong_use_is_told_before_anything_is_written(tmp_path: Path) -> None:
    for wrong in ({"engine": "steam"}, {"dialect": "none"}, {"address": "10.0.0.1:6379"}):
        with pytest.raises((EngineError, DialectError, AddressError)):
            build(["pages"], "corpus", **wrong)  # type: ignore[arg-type]
    for inputs in ([], ["-"]):
        with pytest.raises(InputError):
            build(inputs, "corpus")
    assert not Path("corpus").exists()


def test_a_corpus_loses_nothing_where_a_source_is_not_there(tmp_path: Path) -> None:
    folder_of(tmp_path, 3)
    Path("none").mkdir()
    build(["pages"], "corpus", jobs=1)
    before = bytes_of(Path("corpus"))
    (tmp_path / "more.txt").write_text(event(70))
    for wrong in ("pagse", "none", "pages/*.odt", "corpus"):
        with pytest.raises(SourceError, match=re.escape(wrong)):
            build([wrong], "corpus", jobs=1)
        with pytest.raises(CorpusError, match="would lose 3 of its sources"):
            build([wrong, "more.txt"], "corpus", jobs=1)
    assert bytes_of(Path("corpus")) == before
    assert len(build(["pages", "more.txt", "pagse"], "corpus", jobs=1)) == 4
    assert len(build(["more.txt"], "corpus", jobs=1)) == 1


def test_nothing_to_read_makes_no_corpus(tmp_path: Path) -> None:
    Path("pages").mkdir()
    for wrong in ("pages", "pagse", "*.txt"):
        with pytest.raises(SourceError, match="check the"):
            build([wrong], "corpus", jobs=1)
        assert not Path("corpus").exists()


def test_a_corpus_that_lost_all_its_sources_is_empty_and_can_be_asked(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 2)
    build(["pages"], "corpus", jobs=1)
    shutil.rmtree(folder)
    corpus = update("corpus", jobs=1, keep=False)
    assert len(corpus) == 0
    assert list(corpus) == []


def test_an_engine_whose_extra_is_missing_is_told_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "find_spec", lambda _name: None)
    with pytest.raises(MissingExtraError, match=r"scio-transcripts\[ray\]"):
        build(["pages"], "corpus", engine="ray")
    assert not Path("corpus").exists()
