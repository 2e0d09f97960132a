"""Exchanges, people, shares and verdicts on a terminal: readable at any width, whatever the page and the signs."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from display.drawing import SGR, printed
from display.test_terminal import HOSTILE, WIDTHS, poisoned, replaced
from scio_transcripts import Transcript, parse
from scio_transcripts.display.clean import clean
from scio_transcripts.display.exchanges import exchanges, select_exchanges
from scio_transcripts.display.roster import roster
from scio_transcripts.display.selection import SelectionError
from scio_transcripts.display.shares import shares
from scio_transcripts.display.sheet import Sheet
from scio_transcripts.display.verdict import citation, verdict
from scio_transcripts.views import cite, exchanges_of, shares_of, verify_in

QUOTATION = "sales rose by 5.3 percent in the first year"


def of_exchanges(page: Transcript) -> Sheet:
    return Sheet(partial(exchanges, page, exchanges_of(page)))


def of_shares(page: Transcript) -> Sheet:
    return Sheet(partial(shares, shares_of(page)))


def of_roster(page: Transcript) -> Sheet:
    return Sheet(partial(roster, page))


def of_verdict(page: Transcript) -> Sheet:
    return Sheet(partial(verdict, verify_in([page], QUOTATION)))


VIEWS: dict[str, Callable[[Transcript], Sheet]] = {
    "exchanges": of_exchanges,
    "shares": of_shares,
    "roster": of_roster,
    "verdict": of_verdict,
}
views = pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
SMALL = parse("Reuters:\n\nWhy? Thank you.\n\nMei An:\n\nBecause.\n\nQ:\n\nHow? Thank you.")


@views
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("page", ["demo", "page_2", "chinese"])
def test_no_line_is_longer_than_the_width(
    view: Callable[[Transcript], Sheet], page: str, width: int, request: pytest.FixtureRequest
) -> None:
    lines = printed(view(request.getfixturevalue(page)), width=width).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert not [line for line in lines if line != line.rstrip()]


@views
def test_colours_add_nothing_but_colours(view: Callable[[Transcript], Sheet], demo: Transcript) -> None:
    plain = printed(view(demo))
    assert "\x1b" not in plain
    assert SGR.sub("", printed(view(demo), colour=True)) == plain


@views
@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_other_encodings_get_plain_signs(
    view: Callable[[Transcript], Sheet], encoding: str, demo: Transcript, chinese: Transcript
) -> None:
    assert printed(view(demo), encoding=encoding).isascii()
    assert printed(view(chinese), encoding=encoding).isascii()


@views
@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_hostile_page_cannot_steer_the_terminal(
    view: Callable[[Transcript], Sheet], width: int, demo: Transcript
) -> None:
    transcript = Transcript.model_validate(poisoned(demo.model_dump(), HOSTILE))
    plain = SGR.sub("", printed(view(transcript), width=width, colour=True))
    assert clean(plain) == plain
    assert max(map(cell_len, plain.split("\n"))) <= width


@given(st.text(max_size=40), st.integers(40, 120), st.sampled_from(list(VIEWS.values())))
def test_any_text_fits_any_width(text: str, width: int, view: Callable[[Transcript], Sheet]) -> None:
    transcript = Transcript.model_validate(poisoned(SMALL.model_dump(), text))
    lines = printed(view(transcript), width=width).split("\n")
    assert max(map(cell_len, lines)) <= width
    assert not [line for line in lines if clean(line) != line]


@views
@pytest.mark.parametrize("unseen", ["", " ", "\u200b", "\n"])
def test_a_page_of_unseen_words_is_shown_all_the_same(
    view: Callable[[Transcript], Sheet], unseen: str, demo: Transcript
) -> None:
    transcript = Transcript.model_validate(replaced(demo.model_dump(), unseen))
    assert printed(view(transcript), width=40)
    assert printed(view(transcript), width=100)


@views
@pytest.mark.parametrize("width", [1, 2, 5, 10, 20])
def test_a_ridiculous_width_raises_nothing(view: Callable[[Transcript], Sheet], width: int, demo: Transcript) -> None:
    assert printed(view(demo), width=width)


@pytest.mark.parametrize("text", ["", "Nothing to see.", "\x00\x01"])
def test_an_empty_page_says_so(text: str) -> None:
    page = parse(text)
    assert "No exchanges: nobody asks on this page." in printed(of_exchanges(page))
    assert "Nobody speaks on this page." in printed(of_shares(page))
    assert "Nobody is named on this page." in printed(of_roster(page))
    assert "nothing like it is said here" in printed(of_verdict(page))


# --- exchanges -------------------------------------------------------------------------------------


def test_an_answer_is_folded_and_says_how_much_is_left(demo: Transcript) -> None:
    view = exchanges_of(demo)[1]
    shown = " ".join(printed(Sheet(partial(exchanges, demo, [view]))).replace("│", "").split())
    assert " ".join(view.question.split()) in shown
    assert "7 ? Reuters reporter · GB, foreign-private" in shown
    assert "The two habits feed each other." not in shown
    assert " more words" in shown


def test_answers_stand_in_full_where_asked(demo: Transcript) -> None:
    shown = " ".join(printed(Sheet(partial(exchanges, demo, exchanges_of(demo), full=True))).replace("│", "").split())
    for view in exchanges_of(demo):
        assert all(" ".join(speech.text.split()) in shown for speech in view.answers)
    assert "more word" not in shown


def test_each_voice_has_the_colour_of_its_role(demo: Transcript) -> None:
    shown = printed(of_exchanges(demo), colour=True)
    assert "\x1b[32m│" in shown  # green: who asks
    assert "\x1b[36m│" in shown  # cyan: who answers


def test_a_question_that_nobody_answers_says_so() -> None:
    shown = printed(of_exchanges(SMALL))
    assert "nobody answers" in shown
    assert "outlet not known" in shown


def test_exchanges_are_chosen_by_turns_and_by_speaker(demo: Transcript) -> None:
    assert [view.index for view in select_exchanges(demo, turns="8-10")] == [1, 2]
    assert [view.index for view in select_exchanges(demo, speaker="reuters")] == [1]
    assert len(select_exchanges(demo)) == 11
    with pytest.raises(SelectionError, match="none of these turns stands in an exchange"):
        select_exchanges(demo, turns="0")


# --- people ----------------------------------------------------------------------------------------


def test_people_stand_with_posts_outlet_aliases_and_turns(demo: Transcript) -> None:
    person = demo.participants[0].model_copy(update={"aliases": ("Administrator Qiao", "Mr. Qiao")})
    shown = printed(of_roster(demo.model_copy(update={"participants": (person, *demo.participants[1:])})))
    assert "● Mr. Qiao Yuanshan  official · 5 turns" in shown
    assert "post  administrator, National Administration of Public Libraries (NAPL)" in shown
    assert "also called  Administrator Qiao, Mr. Qiao" in shown
    assert "outlet  phoenix-tv, Phoenix TV, television, HK, hk-mo-tw" in shown
    assert "id  qiao-yuanshan" in shown


def test_turns_of_nobody_known_are_counted() -> None:
    assert "1 turn of speakers whom the page does not name" in printed(of_roster(SMALL))


def test_an_outlet_that_the_registry_lacks_keeps_its_id(demo: Transcript) -> None:
    person = demo.participants[0].model_copy(update={"outlet": "reed-pond-herald"})
    shown = printed(of_roster(demo.model_copy(update={"participants": (person,)})))
    assert "outlet  reed-pond-herald, not in the registry" in shown


# --- shares ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [40, 71, 72, 100])
def test_every_number_stands_beside_its_bar(width: int, demo: Transcript) -> None:
    shown = " ".join(printed(of_shares(demo), width=width).split())
    for number in ("78.1%", "2,442", "10,682", "23.7%", "740", "100.0%", "3,128"):
        assert number in shown


def test_the_longest_bar_is_the_largest_share(demo: Transcript) -> None:
    bars = {line.split()[1]: line.count("█") for line in printed(of_shares(demo)).splitlines() if "%" in line}
    assert bars["official"] == max(bars.values())
    assert bars["official"] > bars["reporter"] > bars["chair"] > 0
    plain = printed(of_shares(demo), encoding="ascii")
    assert plain.count("#") > 20


def test_speakers_who_are_not_named_have_a_line() -> None:
    assert "reporter not named" in printed(of_shares(SMALL))


# --- citations and verdicts ------------------------------------------------------------------------


def test_changed_words_are_marked_with_and_without_colour(demo: Transcript) -> None:
    for colour in (False, True):
        shown = " ".join(SGR.sub("", printed(of_verdict(demo), colour=colour)).split())
        assert "rose by [-5.3-] {+5.2+} percent in the first year" in shown
        assert shown.startswith(f"changed {QUOTATION} not so: turn 21, paragraph 1 (Qiao Yuanshan)")


def test_no_blank_stands_before_a_stop_that_was_not_changed(demo: Transcript) -> None:
    asked = "a map of footprints: where people changed buses, where"
    shown = " ".join(printed(Sheet(partial(verdict, verify_in([demo], asked)))).split())
    assert "a map of [-footprints-] {+footsteps+}: where people [-changed-] {+change+} buses, where" in shown


def test_at_most_five_places_are_shown(demo: Transcript) -> None:
    shown = printed(Sheet(partial(verdict, verify_in([demo], "Thank you."))))
    assert shown.count("“Thank you.”") == shown.count("scio:1;") == 5
    assert "and 11 more place(s)" in shown
    assert "and at 7 more places" in shown


def test_a_citation_has_its_words_in_quotation_marks(demo: Transcript) -> None:
    cited = cite(demo, demo.turns[7].paragraphs[0], style="short")
    shown = " ".join(printed(Sheet(partial(citation, cited)), width=200).split())
    assert shown == f"“{cited.words}” Reuters, 2025-11-06, turn 7, paragraph 1 {cited.anchor}"
