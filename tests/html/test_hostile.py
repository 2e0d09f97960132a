"""Hostile HTML: a document each, lawful, and no more work than in proportion to its length."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from checks import GROWTH, assert_lawful, calls_during
from depth import some_of
from hostile_html import HOSTILE_HTML, HUGE_HTML
from scio_transcripts import SourceError, Transcript, parse_html
from scio_transcripts.pipeline import parse_source
from scio_transcripts.sources.files import source_of_bytes
from scio_transcripts.sources.html.depth import shallow


@pytest.mark.parametrize("name", some_of(sorted(HOSTILE_HTML), 50))
def test_a_hostile_page_keeps_the_laws_and_costs_in_proportion(name: str) -> None:
    short, long = HOSTILE_HTML[name](4_000), HOSTILE_HTML[name](8_000)
    document = parse_html(long)
    assert_lawful(document)
    assert Transcript.from_json(document.to_json()) == document
    assert calls_during(lambda: parse_html(long)) <= GROWTH * calls_during(lambda: parse_html(short))


@pytest.mark.parametrize(
    ("open_", "words", "close"),
    [
        ("<p style='x: y'><span style='z: 0'><span>", "Ninety ferries run.", "</span></span></p>"),
        ("<div><span><p>", "Ninety ferries run every day.", "</p></span></div>"),
        ("<p><b><i>", "Reuters:", "</i></b></p>"),
    ],
)
@pytest.mark.parametrize("is_deep", [False, True])
def test_spans_in_spans_cost_in_proportion(open_: str, words: str, close: str, is_deep: bool) -> None:
    def page(times: int) -> str:
        return (open_ + words) * times + close * times if is_deep else (open_ + words + close) * times

    short, long = page(100), page(200)
    assert parse_html(long).text.count(words) == 200
    assert calls_during(lambda: parse_html(long)) <= GROWTH * calls_during(lambda: parse_html(short))


@pytest.mark.parametrize("name", some_of(sorted(HUGE_HTML), 2))
def test_a_huge_page_gives_a_document(name: str) -> None:
    """Patterns and parsers show in no count of calls: their time is printed, not judged."""
    html = HOSTILE_HTML[name](300_000)
    begin = time.process_time()
    document = parse_html(html)
    print(f"{name}: {time.process_time() - begin:.2f} s")
    assert len(document.text) <= len(html)


SWALLOWED = {
    "different_bold_labels",  # has turns of its own
    "nearly_tags",
    "nested_forms",
    "nested_headers",
    "nested_hidden",
    "unclosed_comment",
    "unclosed_script",
}
"""Pages on which a browser, too, does not draw the turns below the strange, or draws them as something else."""


def test_what_stands_after_the_strange_is_read() -> None:
    lost = {
        name
        for name, generate in HOSTILE_HTML.items()
        if [turn.label for turn in parse_html(generate(4_000)).turns][-2:] != ["Lin Dahai", "Reuters"]
    }
    assert lost == SWALLOWED


def test_depth_is_bounded_and_no_word_is_lost() -> None:
    deep = "<div>word " * 30_000 + "</div>" * 30_000
    cut = shallow(deep)
    assert cut.count("<div>") == cut.count("</div>") < 1000
    assert cut.count("word") == 30_000
    wide = "<div><p><span>word</span><br></div>" * 3_000
    assert shallow(wide) == wide
    assert "".join(LexborHTMLParser(cut).body.text().split()) == "word" * 30_000  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "hidden", ["<!-- {} - -- {} -->", "<script>if (1 <{} 2) -- {}</script>", "<style>{} < {}</STYLE >"]
)
def test_what_looks_like_tags_in_comments_and_scripts_does_not_count(hidden: str) -> None:
    page = "<div>" + hidden.replace("{}", "<div>" * 3_000) + "<p>word</p></div>"
    assert shallow(page) == page


TAGGED = st.one_of(
    st.binary(max_size=200),
    st.lists(st.sampled_from(sorted(HOSTILE_HTML)), min_size=1, max_size=3).map(
        lambda names: "".join(HOSTILE_HTML[name](60) for name in names).encode("utf-8", "surrogatepass")
    ),
    st.tuples(
        st.sampled_from(
            [b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"<html>", b"<meta charset=gbk>", b"<meta charset=x>"]
        ),
        st.binary(max_size=200),
    ).map(b"".join),
)


@example(b"<meta charset=utf-16>\xff", "page.html")
@example(b"<meta charset=hex>x", "page.html")
@example(b"<meta charset=utf-7>+AAA", "page.html")
@example(b"<?xml encoding='idna'?><p>\xc3", "page.html")
@given(TAGGED, st.sampled_from(["page.html", "page.txt"]))
def test_any_bytes_give_a_document_or_the_callers_error(data: bytes, name: str) -> None:
    for read in (lambda: parse_html(data), lambda: parse_source(source_of_bytes(data, name=name))):
        try:
            document = read()
        except SourceError:
            continue
        assert_lawful(document)
        document.to_json()
