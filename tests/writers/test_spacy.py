"""The spaCy document: the whole text, with spans exactly where the transcript has its parts."""

from __future__ import annotations

import sys
from importlib.resources import files
from typing import Any

import pytest

from hostile import HOSTILE
from scio_transcripts import MissingExtraError, Transcript, parse
from scio_transcripts.writers import FormatError
from scio_transcripts.writers.spacy import GROUPS, stretches_of, to_doc
from scio_transcripts.writers.tables import rows_of

_CHINESE = "梅安：\n\n大家好，欢迎出席发布会。\n\n路透社记者:\n\n请问为什么？谢谢。\n\n梅安：\n\n谢谢你的提问。"
_GLUED = "SCIO briefing on reeds\n\nQ:Why(so)?Thank you.\nA:Because of\x07reeds,Mr.Gu\u202eand\u3000rain.\n"


@pytest.fixture(scope="module")
def demo() -> Transcript:
    return parse((files("scio_transcripts") / "samples" / "demo.txt").read_text("utf-8"))


@pytest.fixture(params=["en", "zh"])
def nlp(request: pytest.FixtureRequest) -> Any:
    return pytest.importorskip("spacy", reason='needs the extra "spacy"').blank(request.param)


def test_the_groups_say_where_turns_paragraphs_and_names_stand(demo: Transcript) -> None:
    turns, paragraphs, people = (list(stretches_of(group, demo)) for group in GROUPS)
    assert [(s.start, s.end, s.id, s.label, s.participant) for s in turns] == [
        (turn.start, turn.end, turn.id, turn.role, turn.speaker or "") for turn in demo.turns
    ]
    assert [demo.text[s.start : s.end] for s in paragraphs] == [p.text for t in demo.turns for p in t.paragraphs]
    assert len({s.id for s in paragraphs}) == len(paragraphs)
    assert len(people) == len(demo.references) + sum(turn.speaker is not None for turn in demo.turns)
    first = next(s for s in people if s.participant == "qiao-yuanshan" and s.start == demo.turns[1].start)
    assert (demo.text[first.start : first.end], first.label) == ("Qiao Yuanshan", "official")


def test_a_name_that_can_be_of_several_people_has_no_participant(demo: Transcript) -> None:
    open_ones = [named for named in demo.references if named.participant is None]
    stored = demo.model_copy(update={"references": (demo.references[0].model_copy(update={"participant": None}),)})
    [found] = [s for s in stretches_of("participants", stored) if s.start == demo.references[0].start]
    assert (found.label, found.id, found.participant) == ("unknown", "", "")
    assert sum(not s.id for s in stretches_of("participants", demo)) == len(open_ones)


def test_what_lies_outside_the_text_or_is_empty_is_no_span(demo: Transcript) -> None:
    first, second, *rest = demo.turns
    turns = (first.model_copy(update={"end": 10**9}), second.model_copy(update={"end": second.start}), *rest)
    assert len(list(stretches_of("turns", demo.model_copy(update={"turns": turns})))) == len(rest)


@pytest.mark.parametrize("text", ["", _CHINESE, _GLUED, "Reuters:\n\nWhy? Thank you.", None])
def test_every_span_begins_and_ends_where_the_transcript_says(text: str | None, nlp: Any, demo: Transcript) -> None:
    page = demo if text is None else parse(text)
    doc = to_doc(page, nlp)
    assert doc.text == page.text
    for group in GROUPS:
        assert [(s.start_char, s.end_char, s.label_, s.id_, s.kb_id_) for s in doc.spans[group]] == [
            tuple(stretch) for stretch in stretches_of(group, page)
        ]
    assert doc.user_data["transcript"] == next(rows_of("transcripts", page))


def test_every_span_of_hostile_pages_stands_where_the_transcript_says(nlp: Any) -> None:
    for generate in HOSTILE.values():
        page = parse(generate(600))
        doc = to_doc(page, nlp)
        assert doc.text == page.text
        for group in GROUPS:
            assert [(s.start_char, s.end_char) for s in doc.spans[group]] == [
                stretch[:2] for stretch in stretches_of(group, page)
            ]


def test_words_inside_paragraphs_are_those_of_the_whole_text(demo: Transcript) -> None:
    nlp = pytest.importorskip("spacy", reason='needs the extra "spacy"').blank("en")
    words = [token.text for token in to_doc(demo, nlp) if not token.is_space]
    assert words == [token.text for token in nlp.make_doc(demo.text) if not token.is_space]


def test_a_text_longer_than_the_pipeline_takes_is_cut(nlp: Any) -> None:
    nlp.max_length = 50
    page = parse("Reuters:\n\n" + "Why is it so? " * 30)
    doc = to_doc(page, nlp)
    assert doc.text == page.text
    assert doc.spans["paragraphs"][0].text == page.turns[0].paragraphs[0].text


def test_the_document_is_stored_and_comes_back(nlp: Any, demo: Transcript) -> None:
    tokens = pytest.importorskip("spacy.tokens")
    spacy = pytest.importorskip("spacy")
    doc = to_doc(demo, nlp)
    stored = tokens.DocBin(docs=[doc], store_user_data=True).to_bytes()
    [back] = tokens.DocBin().from_bytes(stored).get_docs(spacy.blank(nlp.lang).vocab)
    for group in GROUPS:
        assert [(s.start_char, s.end_char, s.label_, s.id_, s.kb_id_) for s in back.spans[group]] == [
            tuple(stretch) for stretch in stretches_of(group, demo)
        ]
    assert back.user_data["transcript"] == doc.user_data["transcript"]


def test_the_rest_of_a_pipeline_runs_on_the_document(demo: Transcript) -> None:
    nlp = pytest.importorskip("spacy", reason='needs the extra "spacy"').blank("en")
    nlp.add_pipe("sentencizer")
    doc = nlp(to_doc(demo, nlp))
    assert len(list(doc.sents)) > len(demo.turns)
    assert len(doc.spans["turns"]) == len(demo.turns)


def test_a_tokenizer_that_changes_the_text_is_told(demo: Transcript) -> None:
    spacy = pytest.importorskip("spacy", reason='needs the extra "spacy"')
    nlp = spacy.blank("en")
    make = nlp.tokenizer
    nlp.tokenizer = lambda text: make(text.upper())
    with pytest.raises(FormatError, match="tokenizer changes the text"):
        to_doc(demo, nlp)


def test_missing_spacy_is_told_with_its_extra(demo: Transcript, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    monkeypatch.setitem(sys.modules, "spacy.tokens", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'scio-transcripts\[spacy\]'"):
        to_doc(demo, None)  # type: ignore[arg-type]
