"""The speech test tells what is said from what is told, listed or headed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scio_transcripts.language import speech_acts
from scio_transcripts.language.signs import begins_quotation, ends_sentence
from scio_transcripts.language.speech import CLOSING, OPENING


def signs_of(words: str) -> set[str]:
    """What the two ends of some words, of which alone is read, show."""
    opening, closing = words[:OPENING], words[-CLOSING:]
    signs = {
        "greets": speech_acts.greets(opening),
        "thanks": speech_acts.thanks(opening),
        "of_self": speech_acts.speaks_of_self(opening),
        "addresses": speech_acts.addresses(opening) or speech_acts.addresses(closing),
        "asks": speech_acts.ends_with_question(closing),
        "is_sentence": ends_sentence(closing),
        "tells": speech_acts.tells(opening),
        "quotes": begins_quotation(opening),
    }
    return {sign for sign, holds in signs.items() if holds}


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Good morning, everyone. The quay is open.", {"greets", "is_sentence"}),
        ("Thank you. I think that we can.", {"thanks", "addresses", "of_self", "is_sentence"}),
        ("How many ferries are there? Thank you.", {"asks", "addresses", "is_sentence"}),
        ("The quay is open.", {"is_sentence"}),
        ("Director of the Ferry Office", set()),
        ("Mu Lan said on Monday that the quay is open.", {"tells", "is_sentence"}),
        ("“The quay is open,” said Mu Lan.", {"quotes", "is_sentence"}),
        ("各位记者朋友，大家上午好！", {"greets", "addresses", "is_sentence"}),
        ("谢谢您的提问。我们认为码头会开放。", {"thanks", "addresses", "of_self", "is_sentence"}),
        ("請問碼頭何時開放？謝謝。", {"asks", "is_sentence"}),
        ("渡口管理局局长", set()),
        ("穆兰表示，码头已经开放。", {"tells", "is_sentence"}),
        ("“码头已经开放。”", {"quotes", "is_sentence"}),
    ],
)
def test_words_show_the_signs_that_a_reader_sees(words: str, shown: set[str]) -> None:
    assert signs_of(words) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("", set()),
        (" ", set()),
        ("\u3000", set()),
        ("\u200b" * 500, set()),
        ("A" * 100_000, set()),
        ("我" * 100_000, {"of_self"}),
    ],
)
def test_words_that_say_nothing_show_nothing(words: str, shown: set[str]) -> None:
    assert signs_of(words) == shown


@given(words=st.text(max_size=300))
def test_any_words_can_be_asked_anything_and_answer_the_same_again(words: str) -> None:
    for meaning in speech_acts.MEANINGS.values():
        assert meaning.found_in(words) is meaning.found_in(words)
    assert (speech_acts.chair_words(words) > 0) is speech_acts.chairs(words)
    assert speech_acts.opens_speech(words) >= speech_acts.greets(words)


@pytest.mark.parametrize("words", ["I said that it is open.", "We noted that it rained.", "我想强调，已经开放。"])
def test_whoever_quotes_himself_tells_no_story(words: str) -> None:
    assert "tells" not in signs_of(words)


def test_a_closing_sign_may_stand_behind_the_end_of_a_sentence() -> None:
    assert ends_sentence("(It rose.)")
    assert ends_sentence("它上升了。」 ")
    assert not ends_sentence("第一章")


def test_a_quotation_may_open_behind_blanks_only() -> None:
    assert begins_quotation("\u3000「开放。」")
    assert not begins_quotation("He said “open”.")
