"""A corpus may come from anywhere: what it names stays within it, and what is damaged in it is told."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="needs the extra corpus")

import pyarrow.compute as pc
import pyarrow.parquet as pq

from corpus.making import folder_of
from depth import some_of
from scio_transcripts.cli.corpus.quality import read_quality
from scio_transcripts.corpus import Corpus, build, layout, update
from scio_transcripts.corpus.before import Before
from scio_transcripts.corpus.check import check
from scio_transcripts.corpus.diff import Summary, diff
from scio_transcripts.corpus.layout import DOCUMENTS_VERSION, Layout
from scio_transcripts.corpus.tables import database_of, run_select
from scio_transcripts.errors import CorpusError
from scio_transcripts.model import SCHEMA_VERSION
from scio_transcripts.writers.arrow import TABLES_VERSION


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder_of(tmp_path, 3)
    return build(["pages"], "corpus", jobs=1).path


@pytest.mark.parametrize("name", ["data", "parts", "sources", "quality", "index", "work"])
def test_a_build_never_clears_a_folder_behind_a_link(corpus: Path, name: str) -> None:
    other = Path("other")
    (other / "within").mkdir(parents=True)
    (other / "kept.txt").write_text("mine")
    if (corpus / name).exists():
        (corpus / name).rename("away")
    (corpus / name).symlink_to(other.absolute(), target_is_directory=True)
    with pytest.raises(CorpusError, match="is a link"):
        build(["pages"], "corpus", jobs=1)
    assert sorted(path.name for path in other.iterdir()) == ["kept.txt", "within"]


def test_a_lock_alone_does_not_make_a_folder_a_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder_of(tmp_path, 1)
    Path("mine").mkdir()
    Path("mine/.lock").write_text("of another program")
    with pytest.raises(CorpusError, match="holds other files"):
        build(["pages"], "mine", jobs=1)


CHANGES: list[Callable[[dict[str, Any]], Any]] = [
    lambda facts: facts["sources"].update(path="../pages/page-001.txt"),
    lambda facts: facts["sources"].update(path="/etc/hostname"),
    lambda facts: facts["sources"].update(path=None),
    lambda facts: facts["sources"].update(rows="3"),
    lambda facts: facts["parts"][0].update(id="../../pages"),
    lambda facts: facts["parts"][0].update(id="\0"),
    lambda facts: facts["parts"][0].update(transcripts=-1),
    lambda facts: facts.update(quality="../quality.json"),
    lambda facts: facts.update(quality=5),
    lambda facts: facts.update(options=None),
    lambda facts: facts.update(base=5),
    lambda facts: facts.update(inputs=[None]),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_manifest_that_names_what_no_build_would_is_refused(
    corpus: Path, change: Callable[[dict[str, Any]], Any]
) -> None:
    facts = json.loads((corpus / "corpus.json").read_bytes())
    change(facts)
    (corpus / "corpus.json").write_text(json.dumps(facts))
    with pytest.raises(CorpusError, match="is damaged"):
        Corpus(corpus)


@pytest.mark.parametrize("damage", ["[]", "5", "{}", '{"unreadable": 5}', "[" * 100_000])
def test_a_damaged_report_is_told(corpus: Path, damage: str) -> None:
    opened = Corpus(corpus)
    (corpus / opened.manifest.quality).write_text(damage)
    with pytest.raises(CorpusError, match="damaged"):
        read_quality(opened)


@pytest.mark.parametrize("damage", ["[]", "5", '{"files": 5}', '{"files": []}', "[" * 100_000])
def test_a_check_finds_a_damaged_segment_of_the_index(corpus: Path, damage: str) -> None:
    [segment] = corpus.glob("index/*/segment.json")
    segment.write_text(damage)
    assert [fault.where for fault in check(Corpus(corpus), jobs=1) if fault.where.startswith("index/")]


def test_sql_over_damaged_files_is_told(corpus: Path) -> None:
    for path in corpus.glob("data/turns/*/*.parquet"):
        path.write_bytes(b"\xff" * 300)
    with pytest.raises(CorpusError, match="gone or damaged"):
        database_of(Corpus(corpus))


def test_columns_of_one_name_are_told_apart(corpus: Path) -> None:
    names, rows = run_select(database_of(Corpus(corpus)), "SELECT 'x' AS a, 2 AS a")
    assert (names, next(rows)) == (["a", "a_2"], [("x", 2)])


def cut_short(corpus: Path) -> str:
    """Take the last character from one document. Gives its id."""
    path = next(iter(Corpus(corpus).paths("documents")))
    rows = pq.read_table(path, partitioning=None)
    documents = rows["document"].to_pylist()
    column = rows.schema.get_field_index("document")
    changed = rows.set_column(column, rows.schema.field(column), [[documents[0][:-1], *documents[1:]]])
    pq.write_table(changed, path)
    return str(rows["transcript"][0].as_py())


READERS: list[Callable[[Corpus, str], Any]] = [
    lambda corpus, own: list(corpus),
    lambda corpus, own: corpus.transcript(own),
    lambda corpus, own: list(diff(corpus, Corpus("other"), Summary())),
    lambda corpus, own: list(diff(Corpus("other"), corpus, Summary())),
]


@pytest.mark.parametrize("read", READERS)
def test_a_damaged_document_is_told_with_its_id(corpus: Path, read: Callable[[Corpus, str], Any]) -> None:
    build(["pages"], "other", jobs=1)
    own = cut_short(corpus)
    with pytest.raises(CorpusError, match=f"damaged document, '{own}'"):
        read(Corpus(corpus), own)


def test_a_build_that_needs_a_damaged_document_says_so(corpus: Path) -> None:
    before = Before(Layout(corpus))
    own = cut_short(corpus)
    with pytest.raises(CorpusError, match=f"damaged document, '{own}'"):
        list(before.results(before.sources.to_pylist()))


def test_letters_that_are_none_are_told(corpus: Path) -> None:
    path = next(iter(Corpus(corpus).paths("turns")))
    rows = pq.read_table(path, partitioning=None)
    column = rows.schema.get_field_index("text")
    bad = pc.replace_substring(rows["text"].cast("binary"), b"e", b"\xff")
    pq.write_table(rows.set_column(column, rows.schema.field(column), bad.combine_chunks().view("string")), path)
    with pytest.raises(CorpusError, match="is damaged"):
        list(Corpus(corpus).batches("turns"))


@pytest.mark.parametrize("seed", some_of(range(30), 6))
def test_a_flipped_byte_of_the_index_is_an_answer_or_told(corpus: Path, seed: int) -> None:
    chance = random.Random(seed)
    for path in corpus.glob("index/*/*.parquet"):
        data = bytearray(path.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
    for ask in (lambda it: it.stats(), lambda it: it.search("towpaths"), lambda it: it.kwic("canal")):
        with suppress(CorpusError):
            ask(Corpus(corpus))


def _with(corpus: Path, **facts: Any) -> None:
    known = json.loads((corpus / "corpus.json").read_bytes())
    (corpus / "corpus.json").write_text(json.dumps(known | facts))


def test_a_reader_looks_for_the_versions_that_a_build_writes(corpus: Path) -> None:
    manifest = Corpus(corpus).manifest
    assert (manifest.schema_version, manifest.tables_version) == (SCHEMA_VERSION, TABLES_VERSION)
    assert (DOCUMENTS_VERSION, layout.TABLES_VERSION) == (SCHEMA_VERSION, TABLES_VERSION)


@pytest.mark.parametrize("which", ["schema_version", "tables_version"])
@pytest.mark.parametrize(("version", "age"), [("0.9", "older"), ("1.99", "newer"), ("2", "newer"), ("12.0", "newer")])
def test_a_corpus_of_another_version_is_told_and_built_again(corpus: Path, which: str, version: str, age: str) -> None:
    before = Corpus(corpus).manifest
    for again in (lambda: build(["pages"], "corpus", jobs=1), lambda: update("corpus", jobs=1)):
        _with(corpus, **{which: version})
        with pytest.raises(CorpusError) as caught:
            Corpus(corpus)
        assert f"of version {version}, {age} than 1." in str(caught.value)
        assert "scio-transcripts corpus build SOURCES -o corpus" in str(caught.value)
        assert again().manifest == before


def test_a_corpus_of_a_newer_layout_is_not_written_over(corpus: Path) -> None:
    _with(corpus, format_version=2)
    for use in (lambda: Corpus(corpus), lambda: build(["pages"], "corpus", jobs=1), lambda: update("corpus")):
        with pytest.raises(CorpusError, match="has format 2, and this program reads up to 1; install a newer"):
            use()


ODD = ["\0", "\ud800", "", "1.0\n", 5, None, True, [], {}, 1e300, -1, 10**300]
FACTS = ("format", "format_version", "schema_version", "tables_version", "parser", "snapshot", "inputs", "base",
         "options", "sources", "quality", "parts")  # fmt: skip


@pytest.mark.parametrize("name", FACTS)
def test_a_manifest_with_a_missing_or_odd_fact_is_told_in_one_line(corpus: Path, name: str) -> None:
    sound = json.loads((corpus / "corpus.json").read_bytes())
    for odd in ODD:
        _odd_is_told(corpus, sound | {name: odd}, f"{name}: {odd!r}")
    for at in ({}, sound):
        _odd_is_told(corpus, {key: value for key, value in at.items() if key != name} | {"more": 1}, f"no {name}")


@pytest.mark.parametrize("place", ["sources", "parts"])
def test_a_record_with_a_missing_or_odd_fact_is_told_in_one_line(corpus: Path, place: str) -> None:
    sound = json.loads((corpus / "corpus.json").read_bytes())
    record = sound["parts"][0] if place == "parts" else sound["sources"]
    for name in record:
        for odd in ODD:
            if name == "year" and odd is None:
                continue
            changed = record | {name: odd}
            facts = sound | {place: [changed] if place == "parts" else changed}
            _odd_is_told(corpus, facts, f"{place}, {name}: {odd!r}")


def _odd_is_told(corpus: Path, facts: dict[str, Any], what: str) -> None:
    (corpus / "corpus.json").write_text(json.dumps(facts))
    told = _told_or_shown(corpus)
    assert len(told) < 1000, what
    assert "\n" not in told, what


def _told_or_shown(corpus: Path) -> str:
    """What is told of a manifest that is odd, or the corpus where it is not."""
    try:
        return repr(Corpus(corpus))
    except CorpusError as error:
        return str(error)


@pytest.mark.parametrize(
    "data", [b"", b"\0", b"\xff\xfe", b"{}", b"[]", b"null", b"9" * 5000, b"[" * 100_000, b'{"format": NaN}', b'{"a": ']
)
def test_bytes_that_are_no_manifest_are_told(corpus: Path, data: bytes) -> None:
    (corpus / "corpus.json").write_bytes(data)
    for use in (lambda: Corpus(corpus), lambda: build(["pages"], "corpus", jobs=1), lambda: update("corpus")):
        with pytest.raises(CorpusError, match=r"corpus\.json: is damaged; remove it and run again: scio-transcripts"):
            use()
