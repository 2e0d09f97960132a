"""What spares words a pattern finds what the pattern finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scio_transcripts.exchanges import phrases
from scio_transcripts.language.folding import as_printed, han, latin
from scio_transcripts.language.literals import by_first_letter, longest, openings, required
from scio_transcripts.language.row import Row, chinese, english
from scio_transcripts.language.rows import ROWS
from scio_transcripts.language.speech_acts import MEANINGS
from scio_transcripts.language.wording import Anywhere, AtBeginning, AtEnd, Whole

FILLER = "The harbor was dredged and the quay made longer, and more ships come in each year. "
HAN_FILLER = "港口去年疏浚，码头加长，每年进港的船只更多。"
NAMED = {name: value for name, value in (MEANINGS | vars(phrases)).items() if isinstance(value, Anywhere)}
for used in NAMED.values():
    for _ in range(101):  # by then, plain searches go before the pattern
        used.found_in("It rained.")
        used.found_in("下雨了。")
SAID = sorted({line for row in ROWS for line in (*row.yes, *row.no)})


def plainly_found(meaning: Anywhere, words: str) -> bool:
    """Whether any pattern of the meaning stands in the words, with none of what makes the search cheap."""
    flags = 0 if meaning.cased else re.I
    in_english = any(re.search(rf"(?<!\w)(?:{p})", latin(words), flags) for p in english(meaning.rows))
    return in_english or any(re.search(p, han(words)) for p in chinese(meaning.rows))


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize(("before", "behind"), [(0, 0), (0, 9), (9, 0), (9, 9)])
def test_a_meaning_is_found_wherever_it_stands_in_a_long_speech(name: str, before: int, behind: int) -> None:
    meaning = NAMED[name]
    for said in SAID:
        filler = FILLER if said.isascii() else HAN_FILLER
        speech = f"{filler * before}{said} {filler * behind}"
        assert meaning.found_in(speech) is plainly_found(meaning, speech), said


@given(words=st.lists(st.sampled_from([*SAID, FILLER, "question", "please", "the floor", "Ms.", "Mr. Gu"]), max_size=9))
def test_any_mixture_of_lines_is_judged_as_the_patterns_judge_it(words: list[str]) -> None:
    speech = " ".join(words)
    if not speech.isascii():
        speech = f"各位，{speech}"
    for name in ("invites-floor", "gives-floor", "answers", "chair"):
        assert NAMED[name].found_in(speech) is plainly_found(NAMED[name], speech), name
        assert NAMED[name].found_in(speech) is (NAMED[name].count(speech) > 0), name


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_what_a_pattern_requires_stands_in_all_that_it_matches(row: Row) -> None:
    for pattern in english([row]) + chinese([row]):
        words = required([pattern])
        for line in SAID:
            for found in re.finditer(pattern, latin(line).lower()):
                assert any(word in found[0] for word in words), (pattern, found[0])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_alternatives_taken_apart_match_what_they_did_together(row: Row) -> None:
    for pattern in english([row]) + chinese([row]):
        apart = "|".join(openings(pattern))
        by_letter = by_first_letter([pattern])
        for line in SAID:
            plain = latin(line).lower()
            whole = re.search(pattern, plain) is not None
            assert (re.search(apart, plain) is not None) is whole
            assert (re.search(by_letter, plain) is not None) is whole


def test_words_that_every_match_holds_are_as_few_and_as_long_as_may_be() -> None:
    assert required(["(?:give|yield|pass)s? the floor"]) == (" the floor",)
    assert required(["[a-z]{3}", "please"]) == ("",)  # the first may be anything
    assert required(["next questions?", "questions? please"]) == ("question",)
    assert required(["(?:谢|感)谢"]) == ("感谢", "谢谢")


def test_alternatives_with_a_sign_of_repetition_behind_them_stay_together() -> None:
    assert list(openings("(?:the )?(?:floor|mic)")) == ["(?:the )?(?:floor|mic)"]
    assert list(openings(r"(?:a(?:b|c)|\(d)e|[|(]f")) == ["a(?:b|c)e", r"\(de", "[|(]f"]


def test_a_match_is_as_long_as_its_parts() -> None:
    assert longest("a{1,3}(?:bc|d)?") == 5


def test_words_as_printed_are_matched_by_patterns_for_folded_words() -> None:
    assert re.fullmatch(as_printed("that's 我们?谢谢"), "that’s\xa0我們謝謝")
    assert re.fullmatch(as_printed(r"[会']\[们"), "’[們")
    greets = AtBeginning([Row("greets", (), en=("that's us",), zh=("各位记者",))])
    assert greets.found_in("That’s us.")
    assert greets.found_in("各位記者：")
    assert not greets.found_in("All: that's us.")


def test_an_end_and_a_whole_are_no_middle() -> None:
    row = Row("thanks", (), en=("thank you[.!]",), zh=("谢谢[。！]",))
    assert AtEnd([row]).found_in("That is all. Thank you!")
    assert AtEnd([row]).found_in("就這樣，謝謝。")
    assert not AtEnd([row]).found_in("Thank you. That is all.")
    assert Whole([row]).found_in("Thank you.")
    assert not Whole([row]).found_in("Thank you. That is all.")


def test_an_english_formula_is_found_in_a_speech_that_begins_in_chinese() -> None:
    assert NAMED["invites-floor"].found_in("主持人：Next question, please.")
    assert NAMED["invites-floor"].found_in("OK，请大家提问。")


def test_blanks_that_do_not_break_and_curly_apostrophes_hide_nothing() -> None:
    assert NAMED["invites-floor"].found_in("Next\xa0question,\xa0please.")
    assert NAMED["answers"].found_in("I’ll\xa0answer this.")
