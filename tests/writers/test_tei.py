"""TEI: valid, every pointer leads somewhere, and the speech is in it.

`tei.rng` beside this file is the part of TEI that the writer uses. Where the environment variable `TEI_SCHEMA` names a
RelaxNG schema of all of TEI P5 (`tei_all.rng`), what is written is validated against that too.
"""

from __future__ import annotations

import io
import os
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from scio_transcripts import Transcript, parse
from scio_transcripts.writers import write
from strategies import soup
from writers.pages import HOSTILE, SAMPLES, said, with_words

SPACES = {"t": "http://www.tei-c.org/ns/1.0"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
ALL = {**SAMPLES, **HOSTILE}


@cache
def schemas() -> list[etree.RelaxNG]:
    own = Path(__file__).with_name("tei.rng")
    whole = os.environ.get("TEI_SCHEMA")
    return [etree.RelaxNG(etree.parse(path)) for path in (own, whole) if path]


def tei_of(*transcripts: Transcript) -> etree._Element:
    """What is written, after everything that must hold for any document was looked at."""
    out = io.BytesIO()
    write(transcripts, "tei", out)
    tree = etree.fromstring(out.getvalue())
    for schema in schemas():
        assert schema.validate(tree), schema.error_log.last_error
    ids = [str(found) for found in tree.xpath("//@xml:id")]
    assert len(ids) == len(set(ids))
    pointers = {p for value in tree.xpath("//@who | //@ana | //@ref | //@target") for p in str(value).split()}
    assert {p.removeprefix("#") for p in pointers} <= set(ids)
    people = set(tree.xpath("//t:listPerson/t:person/@xml:id", namespaces=SPACES))
    assert {str(who).removeprefix("#") for who in tree.xpath("//@who")} <= people
    return tree


def test_the_sample_says_who_when_and_where() -> None:
    tree = tei_of(SAMPLES["demo.txt"])
    assert tree.xpath("string(//t:setting/t:date/@when)", namespaces=SPACES) == "2025-11-06"
    assert tree.xpath("string(//t:setting/t:time/@when)", namespaces=SPACES) == "10:00:00"
    assert tree.xpath("string(//t:setting/t:name[@type='city'])", namespaces=SPACES) == "Beijing"
    chair = tree.xpath("//t:person[@role='chair']", namespaces=SPACES)
    assert [p.xpath("string(t:persName)", namespaces=SPACES) for p in chair] == ["Ms. Weng Yunzhou"]
    spoken = tree.xpath("//t:u[@ana='#chair']/@who", namespaces=SPACES)
    assert set(spoken) == {f"#{chair[0].get(XML_ID)}"}
    outlets = tree.xpath("//t:listOrg/t:org/t:orgName/text()", namespaces=SPACES)
    assert "Xinhua News Agency" in outlets
    assert not tree.xpath("//t:person[@role='reporter'][t:affiliation/@ref]/t:persName", namespaces=SPACES)
    assert tree.xpath("//t:bibl/t:editor[@role='translator']/text()", namespaces=SPACES)[-1] == "Oliver Thistlewood"


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_word_of_the_speech_is_in_it(name: str) -> None:
    document = ALL[name]
    tree = tei_of(document)
    segments = [
        tuple("".join(seg.itertext()) for seg in u.iterfind("t:seg", SPACES)) for u in tree.iterfind(".//t:u", SPACES)
    ]
    lost = {character for character in document.text if not held_by_lxml(character)}
    fitted = str.maketrans(dict.fromkeys(lost, "\ufffd"))
    assert segments == [tuple(words.translate(fitted) for words in paragraphs) for _, _, paragraphs in said(document)]


@cache
def held_by_lxml(character: str) -> bool:
    try:
        etree.Element("a").text = character
    except ValueError:
        return False
    return True


def test_what_xml_cannot_hold_is_replaced_and_told_in_the_header() -> None:
    tree = tei_of(HOSTILE["controls"])
    told = tree.xpath("string(//t:editorialDecl/t:normalization/t:p)", namespaces=SPACES)
    body = "".join(tree.find(".//t:body", SPACES).itertext())
    held = HOSTILE["controls"].text.count("\ufffd")
    replaced = body.count("\ufffd") - held
    assert told == f"Characters that XML cannot hold, replaced by U+FFFD: {replaced}."
    assert not tei_of(SAMPLES["demo.txt"]).xpath("//t:editorialDecl", namespaces=SPACES)


def test_directions_and_captions_are_no_speech() -> None:
    notes = "(Laughter.)\n\n[Applause]\n\n[Photo by Lu An/China SCIO]"
    tree = tei_of(parse(f"Wen Mo:\n\nGood morning.\n\n{notes}\n\nPlease ask.\n\nReuters:\n\nWhy? Thank you."))
    inside = tree.find(".//t:u", SPACES)
    assert inside.xpath("string(t:vocal[@type='laughter']/t:desc)", namespaces=SPACES) == "(Laughter.)"
    assert inside.xpath("string(t:kinesic[@type='applause']/t:desc)", namespaces=SPACES) == "[Applause]"
    assert inside.xpath("string(t:note[@type='caption'])", namespaces=SPACES) == "[Photo by Lu An/China SCIO]"
    assert inside.xpath("t:seg/text()", namespaces=SPACES)[-1] == "Please ask."


def test_exchanges_link_questions_to_answers() -> None:
    document = SAMPLES["demo.txt"]
    tree = tei_of(document)
    utterances = [u.get(XML_ID) for u in tree.iterfind(".//t:u", SPACES)]
    links = [str(link).split() for link in tree.xpath("//t:link/@target", namespaces=SPACES)]
    assert links == [
        [f"#{utterances[i]}" for i in (*exchange.questions, *exchange.answers)] for exchange in document.exchanges
    ]


def test_several_transcripts_are_one_corpus_with_one_taxonomy() -> None:
    tree = tei_of(*ALL.values(), *SAMPLES.values())
    assert etree.QName(tree).localname == "teiCorpus"
    assert len(tree.findall("t:TEI", SPACES)) == len(ALL) + len(SAMPLES)
    assert len(tree.findall(".//t:taxonomy", SPACES)) == 1


def test_ids_survive_another_parse_of_the_page() -> None:
    again = parse(SAMPLES["demo.txt"].text)
    assert etree.tostring(tei_of(again)) == etree.tostring(tei_of(SAMPLES["demo.txt"]))


@pytest.mark.parametrize("words", ["<&>\"'", "\x00\x1f\ud800\ufffe", "]]>", "\t\n\r \u202e", "x" * 300, "１ ²"])
def test_any_words_give_valid_tei(words: str) -> None:
    for document in SAMPLES.values():
        tree = tei_of(with_words(document, words))
        assert tree.xpath("//t:u", namespaces=SPACES)


@given(soup)
def test_any_document_gives_valid_tei(text: str) -> None:
    document = parse(text)
    assert len(tei_of(document).findall(".//t:u", SPACES)) == len(document.turns)
