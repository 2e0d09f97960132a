"""`why()`: the decision about each head and turn, taken apart. It tells what `parse` did, and all of it."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given

import scio_transcripts
from scio_transcripts import Transcript, parse, parse_html, why
from scio_transcripts.explanation import CLUES, REASONS, Explanation, HeadReading
from scio_transcripts.language.label import LabelWords
from scio_transcripts.lexer import Form as LabelForm
from scio_transcripts.lexer import Kind, Looks
from scio_transcripts.lexer.form.choose import Chosen
from scio_transcripts.lexer.form.heads import Head
from scio_transcripts.lexer.form.signs import OWN_LINE
from scio_transcripts.lexer.form.votes import Form
from scio_transcripts.lexer.form.weights import ENOUGH, WEIGHTS, Weighed
from scio_transcripts.lexer.form.why import votes_of, why_each
from strategies import soup

PAGE = """Press briefing on ferry piers

Reuters:

When do the piers open? Thank you.

Lin Dahai:

Thank you for the question. We open in May.

Pier Safety:

No pier opens in a storm.

Venue: the Reed Hall

Phoenix TV:

And in winter? Thank you.

Lin Dahai:

Thank you. We close in winter.
"""


def head_of(found: Explanation, label: str) -> HeadReading:
    (head, *_) = [head for head in found.heads if head.label == label]
    return head


def assert_explains(found: Explanation, transcript: Transcript) -> None:
    """What holds of every explanation: it is of this transcript, and its parts agree with each other."""
    assert found.transcript == transcript
    told = [(turn.label, turn.role, turn.speaker, turn.start, turn.end) for turn in found.turns]
    assert told == [(turn.label, turn.role, turn.speaker, turn.start, turn.end) for turn in transcript.turns]
    signatures = {votes.signature: votes for votes in found.signatures}
    for head in found.heads:
        assert sum(clue.weight for clue in head.clues) == pytest.approx(head.total)
        assert head.opens == (head.turn is not None)
        assert head.in_form == (signatures[head.signature].trust is not None)
        assert head.reason in REASONS
        assert set(head.decided_by) <= {clue.name for clue in head.clues}
        assert 0 <= head.start < head.end <= len(transcript.text)
        if head.turn is not None:
            assert found.turns[head.turn].label is not None
    opened = {head.turn for head in found.heads}
    for turn in found.turns:
        assert (turn.opened_by == "head") == (turn.index in opened)
        assert (turn.opened_by == "no-label") == (turn.label is None)
    assert all(line.what.isdigit() == (line.place == "turn") for line in found.lines)
    assert all(line.place != "nowhere" for line in found.lines)


@given(soup)
def test_an_explanation_of_any_text_is_of_what_parse_gives(text: str) -> None:
    assert_explains(why(text), parse(text))


def test_a_sample_page_is_explained_line_by_line() -> None:
    text = files("scio_transcripts").joinpath("samples", "demo.txt").read_text("utf-8")
    found = why(text)
    assert_explains(found, parse(text))
    # A printed line may be told of in pieces, where a head could begin in its middle.
    pieces = [found.transcript.text[line.start : line.end] for line in found.lines]
    assert "".join("".join(pieces).split()) == "".join(found.transcript.text.split())
    assert all(any(piece in line for line in found.transcript.text.splitlines()) for piece in pieces)


def test_html_is_explained_as_it_is_parsed() -> None:
    html = "<p><b>Reuters</b></p><p>How many? Thank you.</p><p><b>Lin Dahai</b></p><p>Thank you. Ninety.</p>"
    assert_explains(why(html, html=True), parse_html(html))
    assert_explains(why(html.encode(), html=True), parse_html(html.encode()))


def test_bytes_are_html_or_a_mistake() -> None:
    with pytest.raises(TypeError, match="html=True"):
        why(b"Reuters:")


def test_heads_that_open_turns_say_which_and_those_that_lost_are_there_too() -> None:
    found = why(PAGE)
    opening = [(head.label, head.turn) for head in found.heads if head.opens]
    assert opening == [("Reuters", 0), ("Lin Dahai", 1), ("Phoenix TV", 2), ("Lin Dahai", 3)]
    assert not head_of(found, "Pier Safety").opens
    assert head_of(found, "Reuters").clues[0].name == "outlet"
    assert head_of(found, "Reuters").total >= ENOUGH


def test_the_form_of_the_page_has_votes_and_trust() -> None:
    first, *others = why(PAGE).signatures
    assert first.signature == OWN_LINE
    assert first.votes > 0
    assert first.trust is not None
    assert 0 < first.trust < 1
    assert all(votes.trust is None for votes in others)


def test_a_turn_says_how_its_role_and_its_speaker_came() -> None:
    asker, official, *_ = why(PAGE).turns
    assert (asker.role, asker.basis, asker.speaker_basis) == ("reporter", "outlet", "label")
    assert (official.role, official.opened_by) == ("official", "head")


def test_a_turn_says_what_in_the_wording_shows_its_role() -> None:
    host, official, *_ = why(
        "Aron Wells:\n\nGood morning. Welcome to this briefing. I now give the floor to Mr. Hallam.\n\n"
        "Bo Hallam:\n\nThank you for your question. It rained."
    ).turns
    assert (host.role, host.basis) == ("chair", "wording")
    assert {"a chair's formula", "giving the floor"} <= set(host.grounds)
    assert official.grounds == ("taking a question",)
    asker, *_ = why(PAGE).turns
    assert asker.grounds == ()


def test_a_turn_without_a_label_has_no_head() -> None:
    found = why("and so the piers were widened last year.\n\n" + PAGE.partition("\n\n")[2])
    assert found.turns[0].opened_by == "no-label"
    assert "L201" in [told.code for told in found.turns[0].diagnostics]


def test_on_a_page_without_speech_a_label_says_that_nobody_speaks() -> None:
    story = "Piers to open\n\nLin Dahai:\n\nBridge building, 2019\n\nThe piers will open in May, the office said.\n"
    found = why(story)
    assert found.turns == ()
    assert not any(head.opens for head in found.heads)


def test_a_line_says_where_it_went() -> None:
    found = why(PAGE)
    went = {found.transcript.text[line.start : line.end]: (line.place, line.what) for line in found.lines}
    assert went["Press briefing on ferry piers"] == ("head", "title")
    assert went["Thank you. We close in winter."] == ("turn", "3")


def test_every_line_of_a_title_belongs_to_it() -> None:
    found = why(
        "March 3, 2021 Pier Bureau's press briefing\non ferry piers and the lamps on them\n\n"
        + PAGE.partition("\n\n")[2]
    )
    assert [(line.place, line.what) for line in found.lines[:2]] == [("head", "title")] * 2


def test_a_line_of_the_roster_is_no_head() -> None:
    found = why(
        "Briefing on piers\n\nSpeakers:\nLin Dahai: director of the Pier Bureau\n\n" + PAGE.partition("\n\n")[2]
    )
    (line,) = [line for line in found.lines if found.transcript.text[line.start :].startswith("Lin Dahai: director")]
    assert (line.looks, line.place, line.what) == ("label", "head", "roster")
    assert line.start not in {head.start for head in found.heads}


def test_a_label_of_another_transcript_on_the_page_stands_outside() -> None:
    roster = "Press briefing on kites\n\nSpeakers:\nHu Anran, director of the Kite Bureau\n"
    found = why(f"{PAGE}\n{roster}\nHu Anran:\n\nThank you. We fly kites.\n")
    head = head_of(found, "Hu Anran")
    assert (head.opens, head.reason, head.turn) == (False, "outside", None)


def test_places_count_in_the_text_with_its_debris() -> None:
    text = PAGE.replace("Lin Dahai", "Lin\u200b Dahai")
    found = why(text)
    assert [text[h.start : h.end] for h in found.heads if h.label == "Lin Dahai"] == ["Lin\u200b Dahai:"] * 2


def test_every_clue_that_weighs_anything_has_its_words() -> None:
    assert set(WEIGHTS) <= set(CLUES)


def test_it_is_imported_when_it_is_first_used() -> None:
    assert "why" in scio_transcripts.__all__
    assert scio_transcripts.why.__module__ == "scio_transcripts.explanation"


# --- the decision taken apart ------------------------------------------------------------------------


def decided(*clues: str, weight: float, won: bool, words: tuple[str, ...] = (), trust: float | None = None) -> Chosen:
    """The decision about a single head."""
    looks = Looks(Kind.LABEL, "Pier", 0, 4, -1, LabelForm.OWN_LINE)
    head = Head(0, looks, OWN_LINE, LabelWords("Pier", "Pier", words), bold=False)
    weighed = {0: Weighed(clues, weight)}
    form = Form({} if trust is None else {OWN_LINE: trust}, {OWN_LINE: 3}, {OWN_LINE: 1})
    return Chosen(weighed if won else {}, (), form, [head], {} if won else weighed)


def weight(*clues: str, trust: float = 0) -> float:
    return sum(WEIGHTS[clue] for clue in clues) + trust


@pytest.mark.parametrize(
    ("clues", "reason", "decided_by"),
    [
        (("outlet", "form"), "words", ()),
        (("person", "form"), "form", ("form",)),
        (("form", "asks", "between-known"), "place", ("asks", "between-known")),
        (("form", "known-label"), "known-label", ("known-label",)),
    ],
)
def test_a_head_that_opens_says_with_which_step_there_was_enough(
    clues: tuple[str, ...], reason: str, decided_by: tuple[str, ...]
) -> None:
    chosen = decided(*clues, weight=weight(*clues, trust=0.5), won=True, trust=0.5)
    (found,) = why_each(chosen)
    assert (found.opens, found.reason, found.decided_by) == (True, reason, decided_by)
    assert dict(found.clues)["form"] == WEIGHTS["form"] + 0.5


@pytest.mark.parametrize(
    ("clues", "words", "reason", "decided_by"),
    [
        (("field", "own-line"), ("field",), "no-speaker", ("field",)),
        (("outlet", "other-form"), ("outlet",), "against", ("other-form",)),
        (("name-shaped", "form"), ("name-shaped",), "no-place", ()),
        (("own-line", "form", "asks"), (), "nobody", ()),
        (("surname",), ("surname",), "short", ()),
    ],
)
def test_a_head_that_stays_shut_says_what_kept_it(
    clues: tuple[str, ...], words: tuple[str, ...], reason: str, decided_by: tuple[str, ...]
) -> None:
    (found,) = why_each(decided(*clues, weight=weight(*clues), won=False, words=words))
    assert (found.opens, found.reason, found.decided_by) == (False, reason, decided_by)


def test_a_head_that_goes_on_from_the_line_above_is_lifted_to_enough() -> None:
    chosen = decided("office", "goes-on", weight=ENOUGH, won=True)
    (found,) = why_each(chosen)
    assert found.reason == "goes-on"
    assert sum(clue.weight for clue in found.clues) == ENOUGH


def test_a_clue_that_spoke_twice_is_one_with_both_weights() -> None:
    chosen = decided("asks", "form", "asks", weight=weight("asks", "form", "asks"), won=True)
    (found,) = why_each(chosen)
    assert dict(found.clues)["asks"] == 2 * WEIGHTS["asks"]


def test_a_signature_that_does_not_win_has_votes_and_no_trust() -> None:
    (votes,) = votes_of(decided("surname", weight=1, won=False))
    assert (votes.votes, votes.against, votes.trust) == (3, 1, None)
