"""`check` finds what is not as it was written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="needs the extra corpus")

import pyarrow as pa
import pyarrow.parquet as pq

from corpus.making import bytes_of, folder_of, small_parts
from scio_transcripts.corpus import Corpus, build
from scio_transcripts.corpus.check import check
from scio_transcripts.corpus.layout import Layout, sha256_of


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    small_parts(monkeypatch)
    monkeypatch.chdir(tmp_path)
    folder_of(tmp_path, 12)
    build(["pages"], "corpus", jobs=1)
    return Path("corpus")


def faults(store: Path, jobs: int = 1) -> list[str]:
    return [str(fault) for fault in check(Corpus(store), jobs=jobs)]


def rewritten(store: Path, table: str, change: Any) -> str:
    """Change the rows of one file, with hashes that fit, as a mistake of a program would."""
    corpus = Corpus(store)
    part = corpus.parts[0]
    file = next(file for file in part.files if file.table == table)
    path = store / file.path
    rows = pq.read_table(path, partitioning=None)
    pq.write_table(change(rows), path)
    record = json.loads(Layout(store).part(part.id).read_bytes())
    for one in record["files"]:
        if one["path"] == file.path:
            one |= {"sha256": sha256_of(path), "size": path.stat().st_size}
    Layout(store).part(part.id).write_text(json.dumps(record))
    manifest = json.loads((store / "corpus.json").read_bytes())
    manifest["parts"][0]["sha256"] = sha256_of(Layout(store).part(part.id))
    (store / "corpus.json").write_text(json.dumps(manifest))
    return file.path


def renamed(rows: pa.Table, column: str, value: str) -> pa.Table:
    values = [value, *rows[column].to_pylist()[1:]]
    index = rows.schema.get_field_index(column)
    return rows.set_column(index, rows.schema.field(index), pa.array(values, pa.string()))


def test_a_sound_corpus_has_no_fault(store: Path) -> None:
    assert faults(store) == faults(store, jobs=2) == []


def test_one_flipped_bit_in_any_file_is_found(store: Path) -> None:
    for path in sorted(p for p in store.rglob("*") if p.suffix in {".parquet"}):
        data = path.read_bytes()
        path.write_bytes(data[:40] + bytes([data[40] ^ 1]) + data[41:])
        found = faults(store)
        path.write_bytes(data)
        assert [line for line in found if path.relative_to(store).as_posix() in line], path


def test_missing_and_cut_files_are_found(store: Path) -> None:
    files = [store / file.path for file in Corpus(store).files("turns")]
    files[0].unlink()
    files[1].write_bytes(files[1].read_bytes()[:-9])
    found = faults(store)
    assert f"{files[0].relative_to(store)}: is missing" in found
    assert f"{files[1].relative_to(store)}: its bytes are not those that were written" in found


def test_rows_without_a_transcript_are_found(store: Path) -> None:
    path = rewritten(store, "turns", lambda rows: renamed(rows, "transcript", "nobody"))
    found = faults(store)
    assert f"{path}: has rows of nobody, which is in no row of transcripts" in found
    assert any("turns, and their table" in line for line in found)


def test_speakers_who_are_nobody_are_found(store: Path) -> None:
    path = rewritten(store, "turns", lambda rows: renamed(rows, "speaker", "stranger"))
    assert any(line.startswith(f"{path}: the speaker stranger of ") for line in faults(store))


def test_documents_that_are_none_are_found(store: Path) -> None:
    path = rewritten(store, "documents", lambda rows: renamed(rows, "document", '{"kind": "transcript"}'))
    assert any(line.startswith(path) and "is not valid" in line for line in faults(store))


def test_ids_that_come_twice_are_found(store: Path) -> None:
    other = next(batch["transcript"][0].as_py() for batch in list(Corpus(store).batches("transcripts"))[-1:])
    rewritten(store, "transcripts", lambda rows: renamed(rows, "transcript", other))
    found = faults(store)
    assert any(f"the id {other} is also in" in line for line in found)
    assert any("has no document" in line or "is in no row of transcripts" in line for line in found)


def test_a_part_that_the_manifest_does_not_mean_is_found(store: Path) -> None:
    part = Layout(store).part(Corpus(store).manifest.parts[0].id)
    part.write_bytes(part.read_bytes() + b" ")
    assert any("is not what the manifest names" in line for line in faults(store))


def test_a_build_makes_anew_what_is_missing_or_cut(store: Path) -> None:
    before = bytes_of(store)
    files = [store / file.path for file in Corpus(store).files("turns")]
    files[0].unlink()
    files[1].write_bytes(files[1].read_bytes()[:-9])
    Layout(store).part(Corpus(store).manifest.parts[-1].id).unlink()
    build(["pages"], "corpus", jobs=1)
    assert bytes_of(store) == before
