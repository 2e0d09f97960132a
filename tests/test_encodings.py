"""Bytes in the encodings that these pages come in, declared rightly, wrongly, or not at all."""

from __future__ import annotations

import re

import pytest

from scio_transcripts import parse_html
from scio_transcripts.errors import SourceError
from scio_transcripts.sources.encodings import decode
from scio_transcripts.sources.text import Source

CHINESE = "主持人：各位记者朋友，大家上午好。今天的发布会介绍河堤的有关情况，先请部长讲话。谢谢大家，下面开始提问。"
TRADITIONAL = "主持人：各位記者朋友，大家上午好。今天的發布會介紹河堤的有關情況，先請部長講話。謝謝大家，下面開始提問。"
ENGLISH = "Lu An:\n\nGood morning. Today’s briefing is about “reeds”, and it’s short.\n" * 4


@pytest.mark.parametrize(
    ("text", "encoding", "read_as"),
    [
        (CHINESE, "gb2312", "gb18030"),
        (CHINESE, "utf-8", "utf-8"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (ENGLISH, "gbk", "gb18030"),
        (ENGLISH, "windows-1252", "cp1252"),
    ],
)
def test_the_declared_encoding_is_used(text: str, encoding: str, read_as: str) -> None:
    data = f'<html><head><meta charset="{encoding}"></head><body><p>{text}</p>'.encode(encoding)
    page = parse_html(data)
    assert page.source.encoding == read_as
    assert text.split(maxsplit=1)[0] in page.text
    assert not {d.code for d in page.diagnostics} & {"T104", "T105", "T106", "T107"}


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CHINESE, "gb18030"),
        (TRADITIONAL, "big5"),
        (ENGLISH, "gb18030"),
        (ENGLISH, "cp1252"),
        (CHINESE, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
    ],
)
def test_an_undeclared_encoding_is_inferred_and_told(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), name="page")
    assert decoded.text == text
    assert [code for code, _ in decoded.remarks] == ["T105"]


def test_bytes_outweigh_a_wrong_declaration() -> None:
    decoded = decode(CHINESE.encode(), name="page", declared="gb2312")
    assert decoded.text == CHINESE
    assert decoded.remarks == (("T106", {"declared": "gb2312", "encoding": "utf-8"}),)


@pytest.mark.parametrize(("text", "encoding"), [(CHINESE, "gb18030"), (TRADITIONAL, "big5")])
@pytest.mark.parametrize("declared", ["gb2312", "big5", "windows-1252", "utf-8"])
def test_a_wrong_declaration_is_found_even_where_the_bytes_fit_it(text: str, encoding: str, declared: str) -> None:
    decoded = decode(text.encode(encoding), name="page", declared=declared)
    assert decoded.text == text
    is_right = {"gb18030": "gb2312", "big5": "big5"}[encoding] == declared
    assert [code for code, _ in decoded.remarks] == ([] if is_right else ["T106"])


def test_a_few_damaged_bytes_are_replaced_and_told() -> None:
    data = f'<meta charset="utf-8"><p>{CHINESE * 9}'.encode()
    page = parse_html(data[:200] + b"\xff" + data[200:])
    assert [d.code for d in page.diagnostics if d.code.startswith("T10")][:1] in (["T107"], ["T104"])
    assert "T107" in {d.code for d in page.diagnostics}
    assert "河堤" in page.text


def test_an_encoding_that_nobody_knows_is_as_good_as_none() -> None:
    assert decode(ENGLISH.encode(), name="page", declared="x-klingon").text == ENGLISH


def test_the_caller_is_obeyed_or_told() -> None:
    assert Source.of_bytes(CHINESE.encode("gb18030"), name="page", encoding="gb18030").text == CHINESE
    with pytest.raises(SourceError, match="not UTF-8: byte 0 does not fit"):
        Source.of_bytes(CHINESE.encode("gb18030"), name="page", encoding="utf-8")


def test_mojibake_is_told_and_never_repaired() -> None:
    damaged = "Lu An:\n\nTodayâ€™s briefing is short.\n"
    page = parse_html(f"<p>{damaged}</p>")
    assert "â€™" in page.text
    assert "T104" in {d.code for d in page.diagnostics}


@pytest.mark.parametrize("name", ["punycode", "idna", "unicode_escape", "utf-7", "rot13", "zlib"])
def test_a_declared_encoding_that_no_page_has_is_as_good_as_none(name: str) -> None:
    assert "briefing" in parse_html(f'<meta charset="{name}"><p>{ENGLISH}'.encode()).text
    with pytest.raises(SourceError):
        parse_html(f"<meta charset={name}>".encode() + b"\xff-\xff")


@pytest.mark.parametrize(
    ("begin", "said"),
    [
        (b"%PDF-1.4\n1 0 obj\n", "is a PDF, not text; save its text"),
        (b"PK\x03\x04\x14\x00word/document.xml", "is a ZIP file, or a document of Word or Excel, not text; unpack it"),
        (b"\x1f\x8b\x08\x00", "is gzip, not text; unpack it first; web archives: scio-transcripts extract"),
        (b"\x28\xb5\x2f\xfd\x04", "is zstd, not text; unpack it first"),
    ],
)
def test_a_file_of_another_format_is_told_by_its_name(begin: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=re.escape(said)):
        decode(begin + b"ferries " * 200, name="page")
