"""Any text in any encoding of these pages comes back, or a remark says that it may not have."""

from __future__ import annotations

import random

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from depth import examples
from scio_transcripts import SourceError, parse_html
from scio_transcripts.pipeline import parse_source
from scio_transcripts.sources.encodings import Decoded, decode
from scio_transcripts.sources.text import Source

DECLARED = {
    "utf-8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gbk",
    "gb18030": "gb18030",
    "big5": "big5",
    "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",
}
"""What pages declare, and what they are written in."""
UNDECLARED = ["utf-8", "gb18030", "big5", "cp1252", "utf-16-le", "utf-16-be"]

simple = "".join(bytes((a, b)).decode("gb2312") for a in range(0xB0, 0xD7) for b in range(0xA1, 0xFF))
traditional = "".join(
    bytes((a, b)).decode("big5") for a in range(0xA4, 0xC6) for b in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
)
"""The frequent characters of both scripts."""


def chinese(characters: str, least: int) -> st.SearchStrategy[str]:
    sentence = st.text(st.sampled_from(characters), min_size=6, max_size=40)
    marked = st.tuples(sentence, st.sampled_from("，。：？；")).map("".join)
    return st.lists(marked, min_size=least, max_size=12).map("".join)


words = st.sampled_from(
    "Today’s briefing is about “reeds” – and boats, café prices… Thank you. 2024 Lu An: Why?".split()
)
english = st.lists(words, min_size=12, max_size=80).map(" ".join).filter(lambda text: not text.isascii())
any_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
any_of_these = st.one_of(chinese(simple, 0), chinese(traditional, 0), english, any_text)


def assert_never_silent(decoded: Decoded, text: str) -> None:
    """The text came back, or it is told that it may not have."""
    told = [code for code, _ in decoded.remarks if code.startswith("T10")]
    told += [d.code for d in parse_source(Source(decoded.text, {**FACTS}, remarks=decoded.remarks)).diagnostics]
    assert decoded.text == text or any(code in ("T104", "T105", "T106", "T107") for code in told)


FACTS = {"uri": None, "media_type": "text/plain", "encoding": None, "sha256": ""}


few = settings(max_examples=examples(100))
"""Guessing takes long."""


@example("联通", "gbk")
@example("é", "iso-8859-1")
@given(any_of_these, st.sampled_from(sorted(DECLARED)))
def test_what_is_declared_rightly_comes_back(text: str, declared: str) -> None:
    try:
        data = text.encode(DECLARED[declared])
    except UnicodeEncodeError:
        assume(False)
        return
    decoded = decode(data, name="page", declared=declared)
    if decoded.text != text:
        # A few bytes may fit UTF-8 by chance, and it comes first; that is told.
        assert [code for code, _ in decoded.remarks] == ["T106"]
    else:
        assert all(code == "T106" for code, _ in decoded.remarks)


@given(any_of_these, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]), st.sampled_from([None, "gbk", "utf-8"]))
def test_a_byte_order_mark_outweighs_all(text: str, encoding: str, declared: str | None) -> None:
    decoded = decode(text.encode(encoding), name="page", declared=declared)
    # The mark stays in the text; a text may begin with one of its own.
    assert decoded.text in (text, f"\ufeff{text}")
    assert decoded.remarks == ()


@few
@pytest.mark.parametrize(
    ("encoding", "texts"),
    [
        ("gb18030", chinese(simple, 3)),
        ("big5", chinese(traditional, 3)),
        ("cp1252", english),
        ("gb18030", english),
        ("utf-16-le", chinese(simple, 3) | english),
        ("utf-16-be", chinese(traditional, 3) | english),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
@given(data=st.data())
def test_what_is_not_declared_is_told(encoding: str, texts: st.SearchStrategy[str], data: st.DataObject) -> None:
    text = data.draw(texts)
    try:
        decoded = decode(text.encode(encoding, "ignore"), name="page")
    except SourceError:
        return
    assert [code for code, _ in decoded.remarks] == ["T105"]


@few
@given(any_of_these, st.sampled_from(UNDECLARED))
def test_no_decoding_is_silently_wrong(text: str, encoding: str) -> None:
    data = text.encode(encoding, "ignore")
    text = data.decode(encoding)
    assume(len(text) > 20)
    try:
        decoded = decode(data, name="page")
    except SourceError:
        return
    assert_never_silent(decoded, text)


@few
@given(st.integers(0, 9999), st.sampled_from(sorted(DECLARED)), st.sampled_from(["utf-8", "gb18030", "big5"]))
def test_what_is_declared_wrongly_is_told(seed: int, declared: str, encoding: str) -> None:
    """For a text of many characters: a few fit every encoding."""
    characters = {"gb18030": simple, "big5": traditional}.get(encoding, simple + traditional)
    text = "，".join("".join(random.Random(seed + n).sample(characters, 12)) for n in range(8))
    data = text.encode(encoding)
    try:
        decoded = decode(data, name="page", declared=declared)
    except SourceError:
        return
    assert_never_silent(decoded, text)


@few
@given(chinese(simple, 2), st.sampled_from(["utf-8", "gb2312", "gb18030"]))
def test_a_page_of_html_comes_back_in_its_declared_encoding(text: str, declared: str) -> None:
    html = f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'
    page = parse_html(html.encode(DECLARED[declared]))
    assert page.text == f"{text}\n"
    assert not {d.code for d in page.diagnostics} & {"T104", "T105", "T106", "T107"}
