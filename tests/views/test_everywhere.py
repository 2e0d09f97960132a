"""A quotation in many events."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scio_transcripts import Transcript, parse
from scio_transcripts.views import AnchorError, SelectionError, citations_of, cite, verify, verify_in
from scio_transcripts.views.speakers import AmbiguousSpeakerError
from scio_transcripts.views.verification import VerificationError
from strategies import soup


def event(name: str, words: str, asker: str = "Reuters") -> Transcript:
    return parse(
        f"SCIO briefing on {name}\n\n{asker}:\n\nHow many? Thank you.\n\nMr. Lin {name}:\n\nThank you. {words}"
    )


KITES = event("Dahai", "We counted ninety red kites last spring.")
LOCKS = event("Anping", "The northern lock is closed until the spring tide.")
BOATS = event("Qiuyu", "We counted ninety red kites last spring. Boats are few.")
EVENTS = [KITES, LOCKS, BOATS]


def test_all_events_that_have_the_words_are_told_in_their_order() -> None:
    found = verify_in(iter(EVENTS), "We counted ninety red kites")
    assert [one.transcript for one in found.events] == [KITES, BOATS]
    assert (found.status, found.found, found.looked_at) == ("exact", True, 3)
    assert found.message == "found: 2 places in 2 of 3 events"


def test_exact_words_of_one_event_do_not_hide_other_typography_of_another() -> None:
    curly, straight = event("Suhua", "We counted “ninety” kites."), event("Mei", 'We counted "ninety" kites.')
    found = verify_in([curly, straight], 'We counted "ninety" kites')
    assert [one.verification.status for one in found.events] == ["typography", "exact"]
    assert found.status == "exact"


def test_of_changed_words_only_the_nearest_event_is_told() -> None:
    found = verify_in(EVENTS, "The northern lock is open until the spring tide")
    assert [one.transcript for one in found.events] == [LOCKS]
    assert found.status == "changed"
    assert found.message.endswith(", in one of 3 events")


def test_words_that_nobody_says_are_missing_in_all_events() -> None:
    found = verify_in(EVENTS, "Purple elephants juggle marmalade")
    assert (found.status, found.events) == ("missing", ())
    assert found.message == "Nothing found: nothing like it is said in any of 3 events"


def test_of_one_event_the_answer_is_that_of_verify() -> None:
    for words in ("The northern lock is closed", "The southern lock is closed until the spring", "Marmalade"):
        found = verify_in([LOCKS], words)
        assert found.message == verify(LOCKS, words).message
        assert [one.verification for one in found.events] == [v for v in [verify(LOCKS, words)] if v.passages]


def test_a_speaker_need_be_known_in_one_event_only() -> None:
    found = verify_in(EVENTS, "We counted ninety red kites", speaker="Lin Qiuyu")
    assert [one.transcript for one in found.events] == [BOATS]
    other = verify_in(EVENTS, "We counted ninety red kites", speaker="Lin Anping")
    assert (other.status, [one.transcript for one in other.events]) == ("other-speaker", [KITES, BOATS])
    assert "Lin Anping does not say it" in verify_in([KITES, LOCKS], "ninety red kites", speaker="Lin Anping").message


def test_a_speaker_whom_no_event_knows_is_an_error_with_those_of_all() -> None:
    with pytest.raises(SelectionError, match="nobody here is called 'Bo'") as caught:
        verify_in(EVENTS, "ninety red kites", speaker="Bo")
    assert {"Lin Dahai", "Lin Anping", "Lin Qiuyu", "Reuters"} == set(caught.value.known)


def test_a_name_of_two_people_matters_only_where_the_words_are() -> None:
    twins = parse("SCIO briefing\n\nMr. Lin Bo:\n\nGood morning.\n\nMr. Lin Mo:\n\nThe tide is late.")
    assert verify_in([twins, LOCKS], "northern lock", speaker="Mr. Lin").found
    with pytest.raises(AmbiguousSpeakerError, match="Lin Bo, Lin Mo"):
        verify_in([twins, LOCKS], "The tide is late", speaker="Mr. Lin")


def test_an_anchor_is_found_in_the_event_that_it_was_made_of() -> None:
    anchor = cite(LOCKS, LOCKS.turns[1].paragraphs[0]).anchor
    for what in (anchor, str(anchor)):
        assert [one.transcript for one in verify_in(EVENTS, what).events] == [LOCKS]


@pytest.mark.parametrize(("what", "error"), [(" ", VerificationError), ("scio:1;x", AnchorError)])
def test_what_cannot_be_looked_for_is_refused_also_without_events(what: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        verify_in([], what)


@given(st.lists(soup, max_size=3), st.data())
def test_every_paragraph_of_every_event_is_found_in_its_event(texts: list[str], data: st.DataObject) -> None:
    events = [parse(text) for text in texts]
    paragraphs = [(e, p) for e in events for t in e.turns for p in t.paragraphs if p.text.strip()]
    if not paragraphs:
        return
    page, paragraph = data.draw(st.sampled_from(paragraphs))
    found = verify_in(events, cite(page, paragraph))
    assert any(one.transcript is page for one in found.events)


@given(soup, st.data())
def test_the_citations_of_a_passage_verify(text: str, data: st.DataObject) -> None:
    page = parse(text)
    turns = [turn for turn in page.turns if turn.paragraphs]
    if not turns:
        return
    words = data.draw(st.sampled_from(turns)).paragraphs[0].text
    try:
        found = verify(page, words)
    except (VerificationError, AnchorError):
        return
    for passage in found.passages:
        cited = citations_of(page, passage)
        assert cited or not passage.words.strip()
        assert all(verify(page, str(one.anchor)).found for one in cited)


def test_a_passage_over_two_paragraphs_has_two_citations() -> None:
    page = parse("Reuters:\n\nWhy? Thank you.\n\nLin Dahai:\n\nGood morning. The boats are\n\nunder way. Thank you.")
    [one] = verify_in([page], "The boats are under way.").events
    cited = one.citations(one.verification.passages[0], "short")
    assert [citation.words for citation in cited] == ["The boats are", "under way."]
    assert [citation.paragraph for citation in cited] == [1, 2]
