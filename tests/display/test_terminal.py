"""What a reader sees: all that matters, at any width, with or without colours, and nothing that steers the terminal."""

import io
from collections.abc import Callable
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from display.drawing import SGR, drawn
from scio_transcripts import Diagnostic, Transcript, parse
from scio_transcripts.display.clean import clean
from scio_transcripts.display.roles import LOOKS
from scio_transcripts.display.terminal import render, show
from scio_transcripts.model.base import Role

WIDTHS = [40, 41, 59, 60, 63, 64, 80, 120, 200]
HOSTILE = (
    "\x1b[2J\x1b]52;c;aGk=\x07[/red][link=https://evil.example]x[/link]\u202e\x00\x9b31m\r\n◆ chair\x0b\u2028:emoji:"
)
CLOSED = {"kind", "role", "language", "schema_version", "date_basis", "severity", "sha256"}
"""Fields with a closed list of values, which no page can choose freely."""


def changed(value: Any, change: Callable[[str], str]) -> Any:
    """The same document with every string changed that a page could choose."""
    if isinstance(value, dict):
        return {key: item if key in CLOSED else changed(item, change) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return tuple(changed(item, change) for item in value)
    return change(value) if isinstance(value, str) else value


def poisoned(document: dict[str, Any], poison: str) -> Any:
    """The same document with `poison` before every string that a page could choose."""
    return changed(document, lambda text: poison + text)


def replaced(document: dict[str, Any], other: str) -> Any:
    """The same document with `other` for every string that a page could choose."""
    return changed(document, lambda _: other)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("page", ["demo", "page_2", "event", "chinese"])
def test_no_line_is_longer_than_the_width(page: str, width: int, request: pytest.FixtureRequest) -> None:
    lines = drawn(request.getfixturevalue(page), width=width).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert not [line for line in lines if line != line.rstrip()]


def test_a_very_wide_terminal_is_not_filled(demo: Transcript) -> None:
    assert max(map(cell_len, drawn(demo, width=200).splitlines())) < 120


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("page", ["demo", "page_2", "event", "chinese"])
def test_every_word_that_was_said_is_shown(page: str, width: int, request: pytest.FixtureRequest) -> None:
    transcript = request.getfixturevalue(page)
    shown = "".join(drawn(transcript, width=width).split())
    missing = [p.text for t in transcript.turns for p in t.paragraphs if "".join(p.text.split()) not in shown]
    assert not missing


def test_the_card_says_what_the_page_says(demo: Transcript, page_2: Transcript) -> None:
    first, second = drawn(demo), drawn(page_2)
    assert "SCIO press conference on national plan for public libraries and reading" in first
    assert "Thursday, 6 November 2025, 10:00 · from its own heading" in first
    assert "Beijing" in first
    assert "transcript in English · scio-en layout · 36 turns · 11 exchanges" in first
    assert "Tuesday, 21 May 2024 · from the summary, the year inferred" in second
    assert "Thursday, 6 June 2024" in second
    assert "one of 3, in part" in second


def test_a_venue_a_series_and_pages_have_their_places(demo: Transcript) -> None:
    event = demo.event.model_copy(update={"venue": "SCIO press hall", "series": "Ferries", "end_time": "11:30"})
    publication = demo.publication.model_copy(update={"publisher": "China SCIO", "url": "https://example.com/1"})
    pages = demo.pages.model_copy(update={"numbers": (13,), "total": 13, "complete": True})
    shown = drawn(demo.model_copy(update={"event": event, "publication": publication, "pages": pages}))
    for words in (
        "10:00–11:30",
        "SCIO press hall, Beijing",
        "Ferries",
        "China SCIO",
        "https://example.com/1",
        "13 of 13",
    ):
        assert words in shown


def test_a_date_that_the_page_does_not_say_is_not_made_up() -> None:
    assert "the page does not say" in drawn(parse("Reuters:\n\nWhy? Thank you."))


def test_participants_stand_with_honorific_role_and_description(demo: Transcript) -> None:
    for width in (50, 100):
        shown = " ".join(drawn(demo, width=width).split())
        assert "Mr. Pu Chengze" in shown
        assert "deputy administrator and chief librarian of the NAPL" in shown
        assert "Litchi News of Jiangsu Broadcasting Corporation" in shown


def test_a_turn_says_its_number_mark_label_and_role(demo: Transcript) -> None:
    lines = [line.strip() for line in drawn(demo).splitlines()]
    assert "0  ◆ Weng Yunzhou  chair" in lines
    assert "6  ● Qiao Yuanshan  official" in lines
    assert "7  ? Reuters  reporter" in lines


def test_a_turn_that_goes_on_from_the_page_before_says_so(page_2: Transcript) -> None:
    assert "0  ● (no label)  official · continued from the page before" in drawn(page_2)


def test_a_label_that_is_not_the_name_stands_beside_the_name(demo: Transcript) -> None:
    turn = demo.turns[0].model_copy(update={"label": "Chairperson Weng"})
    assert "◆ Chairperson Weng  = Weng Yunzhou  chair" in drawn(demo.model_copy(update={"turns": (turn,)}))


def test_a_page_begins_with_a_rule_where_pages_are_numbered(demo: Transcript) -> None:
    turns = tuple(turn.model_copy(update={"page": 1 + turn.index // 10}) for turn in demo.turns)
    shown = drawn(demo.model_copy(update={"turns": turns}))
    assert [f"── Page {number} ──" in shown for number in (1, 2, 3, 4, 5)] == [True, True, True, True, False]


def test_every_role_has_a_mark_and_a_colour_of_its_own() -> None:
    assert set(LOOKS) == set(get_args(Role))
    for facet in ("style", "mark", "plain_mark"):
        assert len({getattr(look, facet) for look in LOOKS.values()}) == len(LOOKS)
    assert all(look.plain_mark.isascii() for look in LOOKS.values())


def test_notes_are_counted_and_not_shown(demo: Transcript) -> None:
    shown = drawn(demo)
    assert "1 stage direction" in shown
    assert "holds up a photograph of a blue wooden boat" not in shown


def test_credits_stand_below(demo: Transcript) -> None:
    assert "Photos by Shao Mingche" in drawn(demo)
    assert "Oliver Thistlewood" in drawn(demo)


def test_warnings_are_shown_and_infos_counted(demo: Transcript) -> None:
    start = demo.turns[7].paragraphs[0].start
    noticed = (
        Diagnostic(code="L203", severity="info", message="a close decision", start=0, end=1),
        Diagnostic(code="L204", severity="warning", message="a new voice", start=start, end=start + 1),
    )
    shown = drawn(demo.model_copy(update={"diagnostics": noticed}))
    assert "1 warning, 1 info" in shown
    assert "L204 a new voice · turn 7" in shown
    assert "a close decision" not in shown
    assert "scio-transcripts check" in shown


def test_a_selection_shows_its_turns_and_those_who_speak_in_them(demo: Transcript) -> None:
    shown = drawn(demo, turns="7-8")
    assert "I have two questions. First" in shown
    assert "Pu Chengze" in shown
    assert "Le Anqi" not in shown
    assert "Good morning, friends" not in shown
    assert "2 of 36 turns shown" in shown


@pytest.mark.parametrize("text", ["", "   ", "Nothing to see.", "\x00\x01"])
def test_a_page_that_is_no_transcript_is_shown_all_the_same(text: str) -> None:
    assert "No turns: " in drawn(parse(text), width=40)


def test_without_colour_there_is_no_escape_at_all(demo: Transcript) -> None:
    assert "\x1b" not in drawn(demo)


def test_colours_add_nothing_but_colours(demo: Transcript) -> None:
    assert SGR.sub("", drawn(demo, colour=True)) == drawn(demo)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_other_encodings_get_plain_signs(demo: Transcript, chinese: Transcript, encoding: str) -> None:
    shown = drawn(demo, encoding=encoding)
    assert shown.isascii()
    assert "0  * Weng Yunzhou  chair" in shown
    assert "7  ? Reuters  reporter" in shown
    assert r"\u8c22\u8c22" in "".join(drawn(chinese, encoding=encoding).split())


def test_chinese_encodings_keep_chinese(chinese: Transcript) -> None:
    assert "女士们、先生们" in drawn(chinese, encoding="gb18030")


def test_a_dumb_terminal_gets_plain_signs(demo: Transcript, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    out = io.StringIO()
    Console(file=out, force_terminal=True, width=80).print(demo)
    assert out.getvalue().isascii()
    assert "\x1b" not in out.getvalue()


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("page", ["demo", "page_2"])
def test_a_hostile_page_cannot_steer_the_terminal(page: str, width: int, request: pytest.FixtureRequest) -> None:
    document = request.getfixturevalue(page).model_dump()
    transcript = Transcript.model_validate(poisoned(document, HOSTILE))
    shown = drawn(transcript, width=width, colour=True)
    plain = SGR.sub("", shown)
    assert clean(plain) == plain
    assert max(map(cell_len, plain.split("\n"))) <= width
    written = "".join(plain.replace("│", "").split())
    assert r"\x1b[2J\x1b]52;c;aGk=\x07[/red][link=https://evil.example]x[/link]\u202e\x00\x9b31m" in written
    assert ":emoji:" in written


def test_a_label_cannot_pose_as_a_line_of_its_own(demo: Transcript) -> None:
    turn = demo.turns[0].model_copy(update={"label": "Reuters\n\n 1  ◆ Weng Yunzhou  chair"})
    shown = drawn(demo.model_copy(update={"turns": (turn,)}))
    assert not [line for line in shown.splitlines() if line.strip().startswith("1  ◆")]


@given(st.text(max_size=60), st.integers(40, 120))
def test_any_text_fits_any_width(text: str, width: int) -> None:
    page = parse("Reuters:\n\nWhy? Thank you.\n\nMei An:\n\nBecause.")
    transcript = Transcript.model_validate(poisoned(page.model_dump(), text))
    lines = drawn(transcript, width=width).split("\n")
    assert max(map(cell_len, lines)) <= width
    assert not [line for line in lines if clean(line) != line]


@pytest.mark.parametrize("unseen", ["", " ", "\u200b", "\n"])
def test_a_page_of_unseen_words_is_shown_all_the_same(demo: Transcript, unseen: str) -> None:
    document = replaced(demo.model_dump(), unseen)
    for width in (40, 100):
        assert drawn(Transcript.model_validate(document), width=width)


@pytest.mark.parametrize("width", [1, 2, 5, 10, 20])
def test_a_ridiculous_width_raises_nothing(demo: Transcript, width: int) -> None:
    assert drawn(demo, width=width)


def test_a_transcript_shows_itself(demo: Transcript, capsys: pytest.CaptureFixture[str]) -> None:
    demo.show(turns="4")
    assert "Please raise your hand" in capsys.readouterr().out
    out = io.StringIO()
    Console(file=out, width=80).print(demo)
    assert "Please raise your hand" in out.getvalue()


def test_without_a_terminal_there_is_no_pager(demo: Transcript, capsys: pytest.CaptureFixture[str]) -> None:
    show(demo, turns="4", pager=True)
    assert "Please raise your hand" in capsys.readouterr().out


def test_the_same_transcript_is_drawn_the_same(demo: Transcript) -> None:
    assert drawn(demo) == drawn(Transcript.from_json(demo.to_json()))


def test_a_selection_is_checked_before_anything_is_drawn(demo: Transcript) -> None:
    with pytest.raises(ValueError, match="no turn 99"):
        render(demo, turns=[99])
