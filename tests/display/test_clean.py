"""Nothing that could steer a terminal gets through `clean`; clean text does not change."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scio_transcripts.display.clean import clean, encodable, escaped, one_line, steerless

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", r"\x1b[2J"),
        ("\x1b]52;c;aGk=\x07", r"\x1b]52;c;aGk=\x07"),
        ("\x9b31m", r"\x9b31m"),
        ("a\x00b\x7f", r"a\x00b\x7f"),
        ("\u202egnp.exe", r"\u202egnp.exe"),
        ("\u2066x\u2069", r"\u2066x\u2069"),
        ("two\u2028lines", r"two\u2028lines"),
        ("tag \U000e0041", r"tag \U000e0041"),
        ("half \ud800", r"half \ud800"),
        ("over\rwritten", r"over\x0dwritten"),
    ],
)
def test_what_steers_a_terminal_is_written_out(text: str, shown: str) -> None:
    assert clean(text) == shown


@pytest.mark.parametrize(
    "text", ["", "[red]as printed[/red]", "大家好\u3000谢谢", "é\u00a0è", "one\n\ttwo", r"\x1b is text", "🚲"]
)
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


def test_what_cannot_be_seen_is_left_out() -> None:
    assert clean("\ufeffGood\u200b mor\u00adning") == "Good morning"


def test_a_windows_line_end_is_one_line_end() -> None:
    assert clean("one\r\ntwo") == "one\ntwo"


@given(ANY_TEXT)
def test_no_text_leaves_a_control_character(text: str) -> None:
    left = {unicodedata.category(character) for character in clean(text) if character not in "\n\t"}
    assert not left & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(clean(text)) & set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
def test_json_whose_steering_is_escaped_says_the_same(text: str) -> None:
    written = json.dumps({text: [text]}, ensure_ascii=False, indent=2)
    assert json.loads(escaped(written)) == json.loads(written)
    assert steerless(escaped(written)) == escaped(written)


@given(ANY_TEXT)
def test_what_cannot_be_seen_stays_where_nothing_may_be_lost(text: str) -> None:
    assert clean(steerless(text)) == clean(text)
    assert [c for c in steerless(text) if c in "\u00ad\u200b\ufeff"] == [c for c in text if c in "\u00ad\u200b\ufeff"]


@given(ANY_TEXT)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@given(ANY_TEXT, st.sampled_from(["ascii", "latin-1", "cp1252", "gb18030", "no-such-encoding"]))
def test_any_clean_text_fits_any_encoding(text: str, encoding: str) -> None:
    fitted = encodable(clean(text), encoding)
    fitted.encode("ascii" if encoding.startswith("no") else encoding)


def test_typographic_signs_become_plain_ones_where_they_must() -> None:
    assert encodable("“It’s — 9–5…”", "ascii") == '"It\'s -- 9-5..."'
    assert encodable("“It’s”", "cp1252") == "“It’s”"
