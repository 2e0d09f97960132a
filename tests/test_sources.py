"""Files as texts: what can be read is read, what cannot is said with a reason and a hint."""

from __future__ import annotations

from pathlib import Path

import pytest

from scio_transcripts import read
from scio_transcripts.errors import SourceError

PAGE = "Reuters:\n\nWhy? Thank you.\n\nRuan Boqing:\n\nThank you for your question. Because.\n"


def written(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("utf-32", "utf-32")],
)
def test_unicode_is_read_with_or_without_a_byte_order_mark(tmp_path: Path, encoding: str, name: str) -> None:
    page = read(written(tmp_path, PAGE.encode(encoding)))
    assert [turn.label for turn in page.turns] == ["Reuters", "Ruan Boqing"]
    assert page.source.encoding == name
    assert page.source.length == len(page.text)
    assert page.source.uri is not None


def test_a_named_encoding_is_used(tmp_path: Path) -> None:
    path = written(tmp_path, ("国新办\n\n" + PAGE).encode("gb18030"))
    assert read(path, encoding="gb18030").text.startswith("国新办")
    with pytest.raises(SourceError, match="does not fit"):
        read(path, encoding="utf-8")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_are_kept_and_understood(tmp_path: Path, line_end: str) -> None:
    page = read(written(tmp_path, PAGE.replace("\n", line_end).encode()))
    assert [turn.label for turn in page.turns] == ["Reuters", "Ruan Boqing"]
    assert page.text == PAGE.replace("\n", line_end)


def test_what_is_no_text_is_said_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="not text"):
        read(written(tmp_path, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"))
    with pytest.raises(SourceError, match="not UTF-8: byte 3"):
        read(written(tmp_path, b"abc\xff\xfe\xfd"))
    with pytest.raises(SourceError, match="no such file"):
        read(tmp_path / "missing.txt")
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match="holds no pages"):
        read(tmp_path / "empty")
    with pytest.raises(SourceError, match="no encoding is named"):
        read(written(tmp_path, b"abc"), encoding="nonsense")


def test_an_empty_file_is_a_document_with_an_error(tmp_path: Path) -> None:
    page = read(written(tmp_path, b""))
    assert page.kind == "unknown"
    assert [(d.code, d.severity) for d in page.diagnostics] == [("T103", "error")]


def test_more_than_any_page_holds_is_refused_without_reading_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scio_transcripts.sources.text.MOST_BYTES", 3 << 20)
    with pytest.raises(SourceError, match="holds more than 3 MB"):
        read(written(tmp_path, b"x" * (3 << 20) + b"x"))
    assert read(written(tmp_path, b"x" * (3 << 20))).source.length == 3 << 20
    if Path("/dev/zero").exists():  # which never ends
        with pytest.raises(SourceError, match="holds more than 3 MB"):
            read("/dev/zero")
