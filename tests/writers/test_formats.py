"""Every format over every document: it is written, and written the same again."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from scio_transcripts import MissingExtraError, Transcript, parse
from scio_transcripts.writers import FORMATS, Format, FormatError, write, write_folder
from writers.pages import HOSTILE, SAMPLES, with_words

WORDS = "<b>=1 & \"x\"\x00\x1b[2J\ud800\ufffe\u202e\n\t[a](b) ]]> 'y'"


def written(name: str, transcripts: list[Transcript], folder: Path) -> dict[str, bytes]:
    """The files that a format makes, by name."""
    try:
        if FORMATS[name].is_folder:
            folder.mkdir()
            write_folder(transcripts, name, folder, **dict.fromkeys(FORMATS[name].options, "other"))
            return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
        out = io.BytesIO()
        write(transcripts, name, out)
    except MissingExtraError as error:
        pytest.skip(str(error))
    return {"": out.getvalue()}


@pytest.mark.parametrize("name", FORMATS)
def test_every_document_can_be_written_alone(name: str, tmp_path: Path) -> None:
    for number, document in enumerate([*SAMPLES.values(), *HOSTILE.values()]):
        assert written(name, [document], tmp_path / str(number))


@pytest.mark.parametrize("name", [name for name, row in FORMATS.items() if not row.one_only])
def test_all_documents_can_be_written_together_and_twice(name: str, tmp_path: Path) -> None:
    documents = [*SAMPLES.values(), *HOSTILE.values(), *SAMPLES.values()]
    first = written(name, documents, tmp_path / "first")
    assert first == written(name, documents, tmp_path / "second")
    assert written(name, [], tmp_path / "none")


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("json", "jsonl")])
def test_words_that_no_page_has_can_be_written(name: str, tmp_path: Path) -> None:
    """A program can make a document with halves of characters; JSON alone cannot hold those."""
    assert written(name, [with_words(document, WORDS) for document in SAMPLES.values()][:1], tmp_path / "out")


@pytest.mark.parametrize("row", FORMATS.values(), ids=list(FORMATS))
def test_a_row_tells_what_users_want_to_know(row: Format) -> None:
    assert row.keeps.endswith(".")
    assert row.loses.endswith(".")
    assert row.is_folder == (row.extension == "")
    assert bool(row.extra) == bool(row.needs)


def test_an_unknown_format_is_refused_with_the_known() -> None:
    with pytest.raises(FormatError, match=r"^klingon: no such format; known: .*jsonl"):
        write([], "klingon", io.BytesIO())


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"^jsonl: is one file; write it to a file$"):
        write_folder([], "jsonl", tmp_path)


def test_a_format_of_one_a_file_fills_a_folder(tmp_path: Path) -> None:
    documents = [*SAMPLES.values(), SAMPLES["demo.txt"], HOSTILE["empty"]]
    write_folder(documents, "akoma", tmp_path)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert len(names) == 4
    assert sum(name.startswith("2025-11-06-scio-press-conference") for name in names) == 2
    with pytest.raises(FormatError, match=r"^akoma: holds one transcript a file; name a folder, for a file each$"):
        write(documents, "akoma", io.BytesIO())


def test_no_transcript_can_name_a_file_outside_the_folder(tmp_path: Path) -> None:
    demo = SAMPLES["demo.txt"]
    source = demo.source.model_copy(update={"sha256": "/../../x\\0:"})
    (tmp_path / "a" / "b").mkdir(parents=True)
    write_folder([demo.model_copy(update={"source": source})], "akoma", tmp_path / "a" / "b")
    assert [path.parent for path in tmp_path.rglob("*.xml")] == [tmp_path / "a" / "b"]


def test_a_missing_extra_is_named_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    row = Format(
        name="reeds",
        home="json",
        extension=".x",
        media_type="x/x",
        keeps=".",
        loses=".",
        extra="reeds",
        needs=("no_such",),
    )
    monkeypatch.setitem(FORMATS, "reeds", row)
    with pytest.raises(MissingExtraError) as caught:
        write([parse("")], "reeds", io.BytesIO())
    assert str(caught.value) == ("writing reeds needs more packages: python -m pip install 'scio-transcripts[reeds]'")
