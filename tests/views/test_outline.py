"""Opening, statements, questions and closing."""

import pytest
from hypothesis import given

from scio_transcripts import Transcript, parse
from scio_transcripts.views import Item, outline_of
from strategies import page_like
from views.conftest import EMPTY


def test_the_sample_has_all_four_sections(demo: Transcript) -> None:
    outline = outline_of(demo)
    assert outline.title == "SCIO press conference on national plan for public libraries and reading"
    assert [section.kind for section in outline.sections] == ["opening", "statements", "questions", "closing"]
    opening, statements, questions, closing = (section.items for section in outline.sections)
    assert [item.name for item in opening] == ["Weng Yunzhou"]
    assert [item.role for item in statements] == ["official", "chair", "official", "chair"]
    assert len(questions) == len(demo.exchanges)
    assert [item.name for item in questions[2].items] == ["Qiao Yuanshan", "Le Anqi"]
    assert closing[0].words == "That's a fine note to end on. Thank you to our four…"


def test_an_anchor_is_the_id_of_its_turn(demo: Transcript) -> None:
    for section in outline_of(demo).sections:
        for item in section.items:
            assert demo.turns[item.index].id == item.anchor


def test_an_event_without_questions_has_an_opening_statements_and_a_closing() -> None:
    page = parse(
        "Speakers:\n\nMr. Ruan Bo, minister of dikes\n\nChairperson:\n\nMs. Lu An, spokesperson of the SCIO\n\n"
        "Lu An:\n\nGood morning. Mr. Ruan, please.\n\nRuan Bo:\n\nThank you. The locks are open.\n\n"
        "Lu An:\n\nThat concludes today's press conference. Goodbye."
    )
    assert [section.kind for section in outline_of(page).sections] == ["opening", "statements", "closing"]


def test_a_page_from_the_middle_has_questions_only() -> None:
    page = parse("CCTV:\n\nHow many boats? Thank you.\n\nLin Dahai:\n\nThank you. Ninety run.")
    assert [section.kind for section in outline_of(page).sections] == ["questions"]


@given(page_like)
def test_items_stand_in_reading_order_and_no_turn_twice(text: str) -> None:
    def indices(items: tuple[Item, ...]) -> list[int]:
        return [index for item in items for index in (item.index, *indices(item.items))]

    found = [index for section in outline_of(parse(text)).sections for index in indices(section.items)]
    assert len(found) == len(set(found))
    for section in outline_of(parse(text)).sections:
        starts = [item.index for item in section.items]
        assert starts == sorted(starts)


@pytest.mark.parametrize("text", EMPTY)
def test_a_page_without_turns_has_no_sections(text: str) -> None:
    assert outline_of(parse(text)).sections == ()
