"""Every row is found where it must be, and not where it must not be."""

from __future__ import annotations

from collections import Counter

import pytest

from scio_transcripts.language import label_rows, speech_acts
from scio_transcripts.language.literals import longest, required
from scio_transcripts.language.row import Row, chinese, english
from scio_transcripts.language.rows import ROWS

MEANINGS = speech_acts.MEANINGS | label_rows.MEANINGS
IN_BOTH = [(row, means) for row in ROWS for means in row.means]
FILLED = [(row, language) for row in ROWS for language in ("en", "zh") if getattr(row, language)]


def finds(row: Row, means: str, words: str) -> bool:
    """Whether this row alone, as this meaning looks for it, is found in the words."""
    meaning = MEANINGS[means]
    return type(meaning)((row,), cased=meaning.cased).found_in(words)


def is_in(language: str, words: str) -> bool:
    return (language == "en") is words.isascii() or (language == "en" and words.replace("’", "'").isascii())


@pytest.mark.parametrize(
    ("row", "means", "words"),
    [pytest.param(row, means, words, id=f"{row.id}-{words}") for row, means in IN_BOTH for words in row.yes],
)
def test_a_row_is_found_in_words_that_say_it(row: Row, means: str, words: str) -> None:
    assert finds(row, means, words)


@pytest.mark.parametrize(
    ("row", "means", "words"),
    [pytest.param(row, means, words, id=f"{row.id}-{words}") for row, means in IN_BOTH for words in row.no],
)
def test_a_row_is_not_found_in_words_that_are_only_like_it(row: Row, means: str, words: str) -> None:
    assert not finds(row, means, words)


@pytest.mark.parametrize(("row", "language"), FILLED, ids=lambda value: getattr(value, "id", value))
def test_a_filled_cell_has_examples_for_and_against_it_in_its_language(row: Row, language: str) -> None:
    assert any(is_in(language, words) for words in row.yes)
    assert any(is_in(language, words) for words in row.no)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_has_a_cell_and_bounded_patterns(row: Row) -> None:
    patterns = english([row]) + chinese([row])
    assert patterns
    assert all(longest(pattern) < 300 for pattern in patterns)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_chinese_patterns_are_written_in_simplified_characters(row: Row) -> None:
    from scio_transcripts.language.folding import han

    assert [han(pattern) for pattern in row.zh] == list(row.zh)


def test_no_two_rows_have_one_id_and_every_meaning_has_rows() -> None:
    assert [id for id, count in Counter(row.id for row in ROWS).items() if count > 1] == []
    assert {means for row in ROWS for means in row.means} == set(MEANINGS)


@pytest.mark.parametrize("name", MEANINGS)
def test_what_is_required_for_a_match_stands_in_every_line_that_matches(name: str) -> None:
    rows = [row for row in ROWS if name in row.means]
    words = required(english(rows)), required(chinese(rows))
    said = [line.lower().replace("’", "'") for row in rows for line in row.yes if line.isascii()]
    if not MEANINGS[name].cased:
        assert all(any(word in f" {line}" for word in words[0]) for line in said)
