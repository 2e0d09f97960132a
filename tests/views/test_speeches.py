"""Consecutive turns of one speaker, and the exchanges that speeches form."""

import pytest
from hypothesis import given

from scio_transcripts import Transcript, parse
from scio_transcripts.views import exchanges_of, speeches_of
from strategies import page_like
from views.conftest import EMPTY


def test_a_label_printed_again_for_the_same_speaker_makes_one_speech() -> None:
    page = parse("Reuters:\n\nTwo questions.\n\nReuters:\n\nWhy? Thank you.\n\nLin Dahai:\n\nThank you. Rain.")
    first, second = speeches_of(page)
    assert (first.name, first.text) == ("Reuters", "Two questions.\n\nWhy? Thank you.")
    assert [turn.index for turn in first.turns] == [0, 1]
    assert (first.start, first.end) == (page.turns[0].start, page.turns[1].end)
    assert second.role == "official"


def test_two_anonymous_questions_in_a_row_may_be_two_people() -> None:
    page = parse("Q: How many boats? Thank you.\n\nQ: And how many ferries? Thank you.\n\nA: Thank you. Ninety.")
    assert [speech.label for speech in speeches_of(page)] == ["Q", "Q", "A"]


@given(page_like)
def test_every_turn_stands_in_exactly_one_speech(text: str) -> None:
    page = parse(text)
    assert [turn for speech in speeches_of(page) for turn in speech.turns] == list(page.turns)


def test_an_exchange_tells_who_asks_for_whom_and_who_answers(demo: Transcript) -> None:
    view = exchanges_of(demo)[2]
    assert view.asker is not None
    assert view.outlet is not None
    assert (view.asker.name, view.outlet.id, view.outlet.country) == ("Phoenix TV", "phoenix-tv", "HK")
    assert [person.name for person in view.answerers] == ["Le Anqi"]
    assert view.question.startswith("I would like to ask about remote areas.")
    assert view.answer.endswith("and then moves on to the next village.")


def test_a_follow_up_stands_in_reading_order(demo: Transcript) -> None:
    view = exchanges_of(demo)[4]
    assert [speech.role for speech in view.speeches] == ["reporter", "official", "reporter", "official"]


def test_an_anonymous_asker_stays_unknown() -> None:
    [view] = exchanges_of(parse("Q: How many boats? Thank you.\n\nA: Thank you. Ninety."))
    assert (view.asker, view.outlet) == (None, None)
    assert view.question == "How many boats? Thank you."


def test_an_outlet_that_the_registry_lacks_stays_unknown() -> None:
    [view] = exchanges_of(parse("Reed Pond Herald:\n\nHow many? Thank you.\n\nLin Dahai:\n\nThank you. Ninety."))
    assert view.outlet is None
    assert view.asker is not None
    assert view.asker.name == "Reed Pond Herald"


@given(page_like)
def test_views_hold_all_turns_of_their_exchanges(text: str) -> None:
    page = parse(text)
    for exchange, view in zip(page.exchanges, exchanges_of(page), strict=True):
        assert [t.index for s in view.questions for t in s.turns] == list(exchange.questions)
        assert [t.index for s in view.answers for t in s.turns] == list(exchange.answers)


@pytest.mark.parametrize("text", EMPTY)
def test_a_page_without_speech_has_no_exchanges(text: str) -> None:
    assert exchanges_of(parse(text)) == ()
