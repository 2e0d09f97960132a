"""Which turns `turns=` and `speaker=` mean, and what is said where there are none."""

import pytest

from scio_transcripts import Transcript, parse
from scio_transcripts.display.selection import SelectionError, select

NAMESAKES = """SCIO press conference on ferries

Speakers:

Mr. Wang Wei, head of the Ferry Bureau
Ms. Wang Fang, head of the Lock Bureau

Wang Wei:

Good morning.

Q:

Why? Thank you.

Wang Fang:

Because.
"""


def indices(transcript: Transcript, turns: str | list[int] | None = None, speaker: str | None = None) -> list[int]:
    return [turn.index for turn in select(transcript, turns, speaker)]


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ("5", [5]),
        ("3-5", [3, 4, 5]),
        ("33-", [33, 34, 35]),
        ("-2", [0, 1, 2]),
        ("7, 1 ,3-4", [1, 3, 4, 7]),
        ([4, 2], [2, 4]),
        ("0-35", list(range(36))),
    ],
)
def test_turns_are_meant_by_the_numbers_of_the_document(demo: Transcript, turns: str, expected: list[int]) -> None:
    assert indices(demo, turns) == expected


@pytest.mark.parametrize("turns", ["36", "3-36", [-1], "99999999999"])
def test_a_turn_that_is_not_there_is_refused(demo: Transcript, turns: str) -> None:
    with pytest.raises(SelectionError, match=r"0 to 35|no range"):
        select(demo, turns, None)


@pytest.mark.parametrize("turns", ["", "-", "a", "3--5", "1,,2", "3-2-1", "٣", "1.5"])
def test_what_is_no_range_is_refused(demo: Transcript, turns: str) -> None:
    with pytest.raises(SelectionError, match="no range of turns"):
        select(demo, turns, None)


def test_a_backward_range_is_refused_and_turned_round_in_the_message(demo: Transcript) -> None:
    with pytest.raises(SelectionError, match="3-7"):
        select(demo, "7-3", None)


@pytest.mark.parametrize("speaker", ["pu-chengze", "Pu Chengze", "mr. pu  chengze", "PU CHENGZE"])
def test_a_speaker_is_meant_by_id_name_or_titled_name(demo: Transcript, speaker: str) -> None:
    assert indices(demo, speaker=speaker) == [8, 16, 18, 28, 33]


def test_both_conditions_hold_together(demo: Transcript) -> None:
    assert indices(demo, "10-20", "pu-chengze") == [16, 18]


def test_an_unknown_speaker_is_refused_with_those_who_are_there(demo: Transcript) -> None:
    with pytest.raises(SelectionError, match="nobody here is called 'Bob'; known: Qiao Yuanshan, Pu Chengze") as caught:
        select(demo, None, "Bob")
    assert "Reuters" in caught.value.known


def test_an_anonymous_asker_is_meant_by_the_label() -> None:
    page = parse(NAMESAKES)
    assert [turn.label for turn in select(page, None, "q")] == ["Q"]


def test_a_name_of_two_people_is_refused() -> None:
    page = parse(NAMESAKES)
    twins = tuple(p.model_copy(update={"aliases": ("Wang",)}) for p in page.participants)
    with pytest.raises(SelectionError, match=r"several people.*wang-wei, wang-fang"):
        select(page.model_copy(update={"participants": twins}), None, "wang")


def test_a_page_without_turns_says_so() -> None:
    with pytest.raises(SelectionError, match="the page has no turns"):
        select(parse(""), "0", None)
