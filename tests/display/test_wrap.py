"""Lines fit, nothing is lost, and Chinese breaks where a typesetter would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from scio_transcripts.display.clean import clean
from scio_transcripts.display.wrap import wrap

SOME_TEXT = st.text(st.one_of(st.sampled_from("  ab1，。“”（）大家好é\u0301️☺"), st.characters()), max_size=80)


def wrapped(text: str, width: int) -> list[str]:
    return [span.of(text) for span in wrap(text, width)]


def test_english_breaks_at_blanks() -> None:
    assert wrapped("a shelf within reach of everyone", 13) == ["a shelf", "within reach", "of everyone"]


@pytest.mark.parametrize("width", range(8, 30))
def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one(width: int) -> None:
    lines = wrapped("他说：“大家好，欢迎（各位）。”《规划》已经公布；谢谢！", width)
    assert not [line for line in lines if line[0] in "，。：；！”）》"]
    assert not [line for line in lines if line[-1] in "“（《"]


@pytest.mark.parametrize("width", range(8, 30))
def test_a_number_stays_with_its_measure_word(width: int) -> None:
    assert any("90万" in line for line in wrapped("去年全城借出图书90万册，读者满意", width))


def test_an_address_longer_than_a_line_is_cut() -> None:
    assert wrapped("see https://example.com/a/b", 10) == ["see", "https://ex", "ample.com/", "a/b"]


def test_a_line_feed_breaks_and_an_empty_text_has_no_lines() -> None:
    assert wrapped("one\n\ntwo", 40) == ["one", "two"]
    assert wrapped(" \n ", 40) == []


@given(SOME_TEXT, st.integers(2, 60))
def test_every_line_fits(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in wrapped(clean(text), width))


@given(SOME_TEXT, st.integers(2, 60))
def test_only_white_space_is_left_out(text: str, width: int) -> None:
    assert "".join("".join(wrapped(text, width)).split()) == "".join(text.split())
