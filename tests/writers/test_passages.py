"""Passages: no word lost, none of two turns together, none too long, and each can be found and cited."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scio_transcripts import Transcript, parse
from scio_transcripts.writers import write
from scio_transcripts.writers.passages import Packing, passages_of
from strategies import soup
from writers.pages import HOSTILE, SAMPLES, page

ALL = {**SAMPLES, **HOSTILE}


def assert_packed(document: Transcript, size: int) -> None:
    passages = list(passages_of(document, Packing(size=size)))
    ids = [passage["id"] for passage in passages]
    assert len(ids) == len(set(ids))
    for turn in document.turns:
        own = [passage for passage in passages if passage["turn"] == turn.index]
        assert "".join("".join(p["text"].split()) for p in own) == "".join(
            "".join(paragraph.text.split()) for paragraph in turn.paragraphs
        )
        assert [p["part"] for p in own] == list(range(1, len(own) + 1))
        assert {p["parts"] for p in own} <= {len(own)}
        assert [p["continues"] for p in own] == [True] * (len(own) - 1) + [False] * bool(own)
        for passage in own:
            assert 0 < len(passage["text"]) <= size
            pieces = [document.text[start:end] for start, end in passage["spans"]]
            assert "\n\n".join(pieces) == passage["text"]
            assert all(turn.start <= start < end <= turn.end for start, end in passage["spans"])


@pytest.mark.parametrize("size", [100, 700, 1500, 100_000])
@pytest.mark.parametrize("name", sorted(ALL))
def test_no_word_is_lost_and_no_passage_is_too_long(name: str, size: int) -> None:
    assert_packed(ALL[name], size)


@example("Reuters:\n\n" + "a" * 500 + "\n\nLin Dahai:\n\nSo." + " " * 400 + "So.", 100)
@example("Reuters:\n\n" + "渡船。" * 200, 100)
@given(soup, st.integers(100, 400))
def test_any_document_is_packed_without_loss(text: str, size: int) -> None:
    assert_packed(parse(text), size)


def test_a_turn_that_fits_is_one_passage_and_a_long_one_says_that_it_is_split() -> None:
    sentence = "Ninety ferries run every day. "
    short, long = (page(sentence * n) for n in (3, 200))
    assert {p["parts"] for p in passages_of(short)} == {1}
    split = [p for p in passages_of(long) if p["parts"] > 1]
    assert split
    assert all(p["text"].endswith(".") for p in split)
    assert {p["turn"] for p in split} == {1, 2}


def test_an_answer_carries_its_question_speaker_and_citation() -> None:
    document = SAMPLES["demo.txt"]
    exchange = document.exchanges[0]
    passage = next(p for p in passages_of(document) if p["turn"] == exchange.answers[0])
    assert passage["question"] == document.turns[exchange.questions[0]].paragraphs[0].text
    assert (passage["role"], passage["date"], passage["exchange"]) == ("official", "2025-11-06", 0)
    assert passage["citation"] == (
        "Mr. Qiao Yuanshan, administrator of the National Administration of Public Libraries (NAPL), "
        "“SCIO press conference on national plan for public libraries and reading”, Beijing, November 6, 2025"
    )
    question = next(p for p in passages_of(document) if p["turn"] == exchange.questions[0])
    assert (question["question"], question["outlet"]) == (None, "xinhua")


def test_a_follow_up_is_the_question_of_its_answer() -> None:
    text = "Reuters:\n\nWhy? Thank you.\n\nLin Dahai:\n\nTides.\n\nReuters:\n\nAnd when?\n\nLin Dahai:\n\nIn May."
    assert [p["question"] for p in passages_of(parse(text))] == [None, "Why? Thank you.", None, "And when?"]


def test_a_long_question_is_cut_so_that_answers_stay_small() -> None:
    document = parse(f"Reuters:\n\nWhy? {'So long. ' * 500}Thank you.\n\n" + "Lin Dahai:\n\nTides.\n\n" * 3)
    questions = [p["question"] for p in passages_of(document, Packing(size=200)) if p["question"]]
    assert len(questions) == 3
    assert all(len(words) <= 200 and words.endswith("…") for words in questions)


def test_ids_survive_another_parse_and_another_size_keeps_the_turn() -> None:
    again = [p["id"] for p in passages_of(parse(SAMPLES["demo.txt"].text))]
    assert again == [p["id"] for p in passages_of(SAMPLES["demo.txt"])]


def test_every_line_is_one_passage() -> None:
    out = io.BytesIO()
    write(ALL.values(), "passages", out)
    passages = [json.loads(line) for line in out.getvalue().split(b"\n")[:-1]]
    assert passages == json.loads(json.dumps([p for document in ALL.values() for p in passages_of(document)]))


def test_a_size_that_holds_no_sentence_is_refused() -> None:
    with pytest.raises(ValueError, match="a passage of 10 characters is too small; use 100 or more"):
        Packing(size=10)
