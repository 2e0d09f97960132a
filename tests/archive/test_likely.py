"""The glance at a page's bytes lets transcripts pass, in any encoding and layout, and leaves most other pages out."""

from __future__ import annotations

import random
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

import render
from archive.making import NEWS, as_html
from scio_transcripts.extract import may_be_transcript
from strategies import specs

CHINESE = "国新办举行新闻发布会\n\n新华社记者：\n\n请问何时修好？\n\n林大海：\n\n谢谢。我想是在秋天。\n"
TRADITIONAL = "國新辦舉行新聞發佈會\n\n【記者】請問何時修好？\n\n【林大海】謝謝。\n"


@pytest.mark.parametrize("name", ["demo.txt", "demo-page-2.txt"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_the_samples_pass_as_text_and_as_html(name: str, encoding: str) -> None:
    text = files("scio_transcripts").joinpath("samples", name).read_text("utf-8")
    assert may_be_transcript(text.encode(encoding))
    assert may_be_transcript(as_html(text).decode().encode(encoding))


@pytest.mark.parametrize("text", [CHINESE, TRADITIONAL])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be", "references"])
def test_chinese_passes_however_it_is_written(text: str, encoding: str) -> None:
    if encoding == "references":
        data = as_html(text).decode().encode("ascii", "xmlcharrefreplace")
    else:
        mark = b"\xff\xfe" if encoding.endswith("le") else b"\xfe\xff" if encoding.endswith("be") else b""
        data = mark + as_html(text).decode().encode(encoding)
    assert may_be_transcript(data)


def test_traditional_characters_pass_in_big5() -> None:
    assert may_be_transcript(as_html(TRADITIONAL).decode().encode("big5"))


@given(specs(), st.sampled_from(["spaced", "inline", "bracketed", "markdown", "questions_and_answers"]))
def test_every_layout_passes(spec: object, layout: str) -> None:
    text = getattr(render, layout)(spec).text
    assert may_be_transcript(text.encode())
    assert may_be_transcript(as_html(text))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        NEWS.encode(),
        as_html(NEWS),
        as_html("Boats: all you need\n\nPrice: 20\n\nColour: green\n\nDelivered by: cart\n"),
        as_html("A press conference was held, and nothing was labelled\n"),
        as_html("今天下雨：运河边没有人。\n\n天气：雨\n"),
        random.Random(5).randbytes(100_000),
    ],
)
def test_other_pages_do_not(data: bytes) -> None:
    assert not may_be_transcript(data)


@given(st.binary())
def test_any_bytes_get_an_answer(data: bytes) -> None:
    assert may_be_transcript(data) in {True, False}
