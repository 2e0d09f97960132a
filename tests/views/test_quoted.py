"""What a writer may change in a quotation, and what not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scio_transcripts import parse
from scio_transcripts.views import verify
from scio_transcripts.views.letters import Letters
from strategies import any_text

PAGE = parse("""SCIO briefing on kites

Mei An:

Good morning. Kites rose by 5.2 percent, to 1,240 kites. The non-aligned kites fly −5 degrees north; we can't say more.

It is the “wind of change”, he said—and nobody laughed. The ﬁrst ofﬁce opened in 2019–20. We meas-
ured the wind twice, and the state-
owned yards helped.

Reuters:

Does the wind rest? And the cost?

Mei An:

The wind rests on Sunday.
""")


@pytest.mark.parametrize(
    "quotation",
    [
        "good morning",
        "kites rose",
        "[k]ites rose",
        "Kites rose by 5.2 percent,",
        "Kites rose by 5.2 percent.",
        "to 1,240 kites,",
        "the 'wind of change,' he said",
        "the ‘wind of change’, he said",
        "he said – and nobody laughed",
        "he said - and nobody laughed",
        "he said--and nobody laughed",
        "The first office opened in 2019-20",
        "We measured the wind twice",
        "the state-owned yards",
        "The non\u2010aligned kites",
        "The no\u00adn-aligned kites",
        "Kites\u00a0rose",
        "Ｋites rose",
        "wind rest [sic]? And the cost?",
        "and nobody laughed",
    ],
)
def test_typography_and_edges_are_the_writers(quotation: str) -> None:
    assert verify(PAGE, quotation).found


@pytest.mark.parametrize(
    "quotation",
    [
        "Kites Rose by 5.2 percent",
        "[K]ites [R]ose ... by 5.3 percent",
        "Kites rose by 5.2 percent, to 1240 kites",
        "Kites rose by 5.2 percent; to 1,240 kites",
        "The nonaligned kites fly −5 degrees north",
        "The non aligned kites",
        "kites fly 5 degrees north",
        "kites fly - 5 degrees north",
        "we can say more",
        "and nobody laughed!",
        "he said, and nobody laughed",
        "5.2 percent, to 1,240 kites?",
    ],
)
def test_words_figures_and_signs_that_mean_something_are_not(quotation: str) -> None:
    found = verify(PAGE, quotation)
    assert found.status == "changed"
    assert any(edit.kind != "same" for edit in found.edits)


@pytest.mark.parametrize(
    "mark", ["...", "[...]", "(...)", "…", "……", "[…]", "（……）", ". . .", "[. . .]", "....", "⋯⋯"]
)
def test_marked_omissions_are_matched_in_order(mark: str) -> None:
    found = verify(PAGE, f"Kites rose by 5.2 percent {mark} nobody laughed")
    assert (found.status, found.left_out) == ("typography", True)
    assert found.message.startswith("found, with words left out where it says so: turn 0")
    assert found.passages[0].words.startswith("Kites rose by 5.2 percent")
    assert found.passages[0].words.endswith("nobody laughed")
    assert not verify(PAGE, f"nobody laughed {mark} Kites rose by 5.2 percent").found


@pytest.mark.parametrize(
    "quotation", ["nobody laughed ... Does the wind rest", "And the cost ... The wind rests on Sunday"]
)
def test_omissions_never_run_from_one_speaker_into_another(quotation: str) -> None:
    assert not verify(PAGE, quotation).found


def test_a_speaker_who_speaks_again_later_is_another_turn() -> None:
    assert not verify(PAGE, "Good morning ... The wind rests on Sunday").found


def test_dots_that_the_page_prints_are_no_omission() -> None:
    page = parse("Mei An:\n\nThe wind… never rests.\n\nReuters:\n\nWhy? Thank you.")
    found = verify(page, "The wind ... never rests")
    assert (found.status, found.left_out) == ("typography", False)


def test_a_change_in_one_part_is_shown_with_the_omission() -> None:
    found = verify(PAGE, "Kites rose by 5.2 percent, to 1,420 kites ... nobody laughed")
    assert found.status == "changed"
    assert [edit.words for edit in found.edits if edit.kind != "same"] == ["1,420", "1,240"]
    assert "..." in [edit.words for edit in found.edits]


def test_the_shortest_passage_is_told_where_words_are_left_out() -> None:
    page = parse("Mei An:\n\nThe wind is up. The wind is down, and the tide is late.\n\nReuters:\n\nWhy? Thank you.")
    [passage] = verify(page, "The wind ... the tide").passages
    assert passage.words == "The wind is down, and the tide"


@pytest.mark.parametrize("quotation", ["...", "[...]", "… …", "[x]", "()"])
def test_marks_without_words_raise_nothing(quotation: str) -> None:
    assert verify(PAGE, quotation).status in ("missing", "typography", "exact")


@given(any_text)
def test_every_letter_has_its_place(text: str) -> None:
    letters = Letters(text)
    assert len(letters.plain) == len(letters.cased)
    places = [letters.place(letter) for letter in range(len(letters.plain))]
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)
    assert letters.between(len(letters.plain)) == text[places[-1] + 1 :] if places else True


WORD = st.text("abcdefgh", min_size=1, max_size=6)


@given(st.lists(WORD, min_size=5, max_size=30), st.data())
def test_words_with_some_left_out_are_found(words: list[str], data: st.DataObject) -> None:
    page = parse(f"Lin Dahai:\n\nGood morning. {' '.join(words)}.\n\nReuters:\n\nWhy? Thank you.")
    first = data.draw(st.integers(1, len(words) - 2))
    last = data.draw(st.integers(first + 1, len(words) - 1))
    found = verify(page, f"{' '.join(words[:first])} [...] {' '.join(words[last:])}")
    assert (found.status, found.left_out) == ("typography", True)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("a " * 30_000, "a ... a ... a ... b"),
        ("the cat sat. " * 10_000, "the cat sat, the cat sat; the cat"),
        ("the cat sat. " * 10_000, "the cat ... the dog ... sat"),
    ],
)
def test_repeated_words_do_not_stall_omissions(said: str, asked: str) -> None:
    page = parse(f"Lin Dahai:\n\nGood morning. {said}\n\nReuters:\n\nWhy? Thank you.")
    assert not verify(page, asked).found
