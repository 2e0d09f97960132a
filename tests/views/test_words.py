"""Words and characters, as readers count them."""

import pytest
import regex
from hypothesis import assume, given
from hypothesis import strategies as st

from scio_transcripts.views.words import _WORD, TOKEN, count_characters, count_words, first_words
from strategies import any_text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" -- … ", 0),
        ("We don't run 15-minute ferries.", 6),
        ("We don’t.", 2),
        ("'open' and ‘easy’, said l’agence: ’tis", 6),
        ("1,240 libraries, up 7.8 percent", 5),
        ("去年全城借出图书90万册", 11),
        ("GDP增长25.4%。", 4),
        ("カード", 3),
        ("cafe\u0301", 1),
        ("“no time,” they said", 4),
    ],
)
def test_words_are_counted_as_unicode_segments_them_and_chinese_by_characters(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("text", "characters"), [("", 0), (" \n\u3000", 0), ("a b", 2), ("cafe\u0301", 4), ("增长 5%。", 5), ("👩‍👧 🇨🇳", 2)]
)
def test_characters_are_those_that_a_reader_sees(text: str, characters: int) -> None:
    assert count_characters(text) == characters


@given(any_text)
def test_there_are_no_more_words_than_characters_and_joining_lines_adds_up(text: str) -> None:
    assume(not regex.match(r"\p{M}", text))  # a mark with nothing before it to stand on is cut as chance has it
    assert count_words(text) <= max(count_characters(text), len(text))
    assert count_words(text + "\n" + text) == 2 * count_words(text)
    assert len(regex.sub(r"\s", "", text)) >= sum(1 for _ in TOKEN.finditer(text))


@given(st.text("aBz19_'.:,;- \n\x00(\"/", max_size=12))
def test_plain_text_is_counted_as_any_other(text: str) -> None:
    # A sign of another script makes the text go the long way, and is one word more.
    assert count_words(text) + 1 == count_words(f"{text} ж")


@given(st.text("aé1’‘'“”–—…\u00a0.:,，：；。·\u2027-_ \n中カ\u0301\U00016ff0\u00ad\u200b\u3000", max_size=9) | any_text)
def test_signs_of_print_and_odd_letters_change_no_count(text: str) -> None:
    assert count_words(text) == len(_WORD.findall(text))


def test_each_character_counts_the_same_wherever_it_stands() -> None:
    for character in map(chr, (*range(0x20, 0x3100), *range(0xFE00, 0x10000), 0x16FF0)):
        text = "a{0}b 1{0}2 é{0}é 中{0}a x{0} {0}y {0} a'{0}b 1,{0}2 {0}{0}z".replace("{0}", character)
        assert count_words(text) == len(_WORD.findall(text)), ascii(character)


@pytest.mark.parametrize("unit", ["\u00ad", "a'", "\u0301", "\U0001f1e8", "\u200d", "中", "a.", "1,", "'", "👩\u200d"])
def test_a_long_row_of_anything_is_counted(unit: str) -> None:
    text = "a" + unit * 200_000  # whatever looks back along the row would not come to an end here
    assert count_characters(text) >= 1
    assert count_words(text) >= 1


@given(any_text)
def test_first_words_fit_and_stand_on_one_line(text: str) -> None:
    words = first_words(text, 20)
    assert len(words) <= 20
    assert len(words.splitlines()) <= 1


def test_first_words_are_not_cut_inside_a_word() -> None:
    assert first_words("The branch moved downstairs.", 20) == "The branch moved…"
    assert first_words("The branch moved.", 20) == "The branch moved."
    assert first_words("我们将继续努力，谢谢大家。", 6) == "我们将继续…"
