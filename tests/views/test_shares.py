"""Who speaks how much."""

import pytest
from hypothesis import given

from scio_transcripts import Transcript, parse
from scio_transcripts.views import Amount, shares_of
from scio_transcripts.views.words import count_characters, count_words
from strategies import page_like, soup
from views.conftest import EMPTY


def assert_sums(page: Transcript) -> None:
    shares = shares_of(page)
    for lines in (shares.people, shares.roles):
        assert sum((line.amount for line in lines), Amount()) == shares.total
        assert sum(line.share for line in lines) == pytest.approx(1 if shares.total.words else 0)
    assert shares.total.turns == len(page.turns)
    paragraphs = [paragraph.text for turn in page.turns for paragraph in turn.paragraphs]
    assert shares.total.paragraphs == len(paragraphs)
    assert shares.total.words == sum(map(count_words, paragraphs))
    assert shares.total.characters == sum(map(count_characters, paragraphs))


@given(soup | page_like)
def test_shares_sum_to_the_totals(text: str) -> None:
    assert_sums(parse(text))


def test_shares_of_a_long_page_sum_to_the_totals(long_page: Transcript) -> None:
    assert_sums(long_page)
    assert shares_of(long_page).total.turns == 5000


def test_participants_stand_in_the_order_of_their_words(demo: Transcript) -> None:
    people = shares_of(demo).people
    assert people[0].participant is not None
    assert people[0].participant.name == "Qiao Yuanshan"
    words = [line.amount.words for line in people]
    assert words == sorted(words, reverse=True)


def test_roles_are_those_of_the_turns(demo: Transcript) -> None:
    roles = {line.role: line.amount.turns for line in shares_of(demo).roles}
    assert roles == {"chair": 7, "official": 17, "reporter": 12}


def test_speakers_whom_the_page_does_not_name_have_lines_of_their_own() -> None:
    shares = shares_of(parse("Q: How many boats? Thank you.\n\nA: Thank you. Ninety.\n\nQ: Why? Thank you."))
    unnamed = [(line.role, line.amount.turns) for line in shares.people if line.participant is None]
    assert unnamed == [("official", 1), ("reporter", 2)]


def test_chinese_is_counted_by_characters() -> None:
    total = shares_of(parse("路透社记者：\n\n请问今后有什么打算？谢谢。")).total
    assert total == Amount(turns=1, paragraphs=1, words=11, characters=13)


@pytest.mark.parametrize("text", EMPTY)
def test_where_nothing_is_said_nothing_is_shared(text: str) -> None:
    shares = shares_of(parse(text))
    assert shares.total.words == 0
    assert all(line.share == 0 for line in (*shares.people, *shares.roles))
