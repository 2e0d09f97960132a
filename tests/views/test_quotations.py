"""Citations, and finding their words again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depth import examples
from render import LAYOUTS
from scio_transcripts import Transcript, parse, parse_html
from scio_transcripts.views import Anchor, AnchorError, CitationError, cite, verify
from scio_transcripts.views.folding import Folded, fold
from scio_transcripts.views.verification import VerificationError
from strategies import Spec, any_text, page_like, soup, specs
from test_laws import slow_to_draw
from views.conftest import EMPTY, HOSTILE, as_html


def paragraphs(page: Transcript):
    return [(turn, paragraph) for turn in page.turns for paragraph in turn.paragraphs]


# --- folding ---------------------------------------------------------------------------------------


@given(any_text)
def test_every_folded_character_comes_from_the_text(text: str) -> None:
    folded = Folded(text)
    position = 0
    for index in range(len(folded.text)):
        start, end = folded.span(index, index + 1)
        assert 0 <= start < end <= len(text)
        assert start >= position
        position = start
        assert folded.offset(start) <= index < folded.offset(end)
    assert folded.offset(0) == 0
    assert folded.offset(len(text)) == len(folded.text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He said: “don’t” – twice…", 'He  said:\u00a0"don\'t" - twice...'),
        ("安全 第一，\n不容忽视", "安全第一，不容忽视"),
        ("cafe\u0301 au lait", "café\u200b au\tlait "),
        ("co\u00adoperate", "cooperate"),
    ],
)
def test_copies_of_the_same_words_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Boats", "boats"), ("5.2", "5,2"), ("two boats", "twoboats")])
def test_case_figures_and_words_are_not_folded(one: str, other: str) -> None:
    assert fold(one) != fold(other)


# --- cite ------------------------------------------------------------------------------------------


def test_a_full_citation_finds_the_page_again(demo: Transcript) -> None:
    publication = demo.publication.model_copy(update={"publisher": "Reed Net", "url": "https://example.org/1"})
    page = demo.model_copy(update={"publication": publication})
    assert cite(page, page.turns[1].paragraphs[0]).text == (
        "Qiao Yuanshan, administrator of the National Administration of Public Libraries (NAPL); “SCIO press "
        "conference on national plan for public libraries and reading”, Beijing, 2025-11-06; published by Reed Net; "
        "https://example.org/1; turn 1, paragraph 1"
    )


def test_a_short_citation_stands_in_brackets(demo: Transcript) -> None:
    text = cite(demo, demo.turns[7].paragraphs[0], style="short").text
    assert text == "Reuters, 2025-11-06, turn 7, paragraph 1"


def test_a_citation_tells_that_nothing_is_known_and_invents_nothing() -> None:
    page = parse("Q: How many boats? Thank you.\n\nA: Thank you. Ninety.")
    citation = cite(page, page.turns[0].paragraphs[0])
    assert (citation.speaker, citation.post, citation.event, citation.date, citation.url) == (
        "Q",
        None,
        None,
        None,
        None,
    )
    assert citation.text == "Q, reporter; no date; turn 0, paragraph 1"
    assert citation.anchor.speaker is None


def test_a_stretch_of_a_paragraph_is_cited_without_the_blanks_around_it(demo: Transcript) -> None:
    start = demo.text.index("The branch moved downstairs")
    citation = cite(demo, (start - 1, start + len("The branch moved downstairs")))
    assert citation.words == "The branch moved downstairs"
    assert (citation.start, citation.turn, citation.paragraph) == (start, 6, 3)
    assert verify(demo, citation).status == "exact"


@pytest.mark.parametrize("where", [(0, 5), (-5, 3), (10**9, 10**9 + 1), (9, 3), (0, 10**9)])
def test_what_is_no_speech_cannot_be_cited(demo: Transcript, where: tuple[int, int]) -> None:
    with pytest.raises(CitationError, match="they are not speech of one paragraph"):
        cite(demo, where)


def test_blanks_cannot_be_cited(demo: Transcript) -> None:
    start = demo.text.index(" branch moved")
    with pytest.raises(CitationError, match="there are no words"):
        cite(demo, (start, start + 1))


# --- verify ----------------------------------------------------------------------------------------


def assert_every_citation_verifies(page: Transcript) -> None:
    for turn, paragraph in paragraphs(page):
        citation = cite(page, paragraph)
        for what in (citation, citation.anchor, str(citation.anchor)):
            found = verify(page, what)
            assert found.status == "exact"
            assert [p.turn.id for p in found.passages] == [turn.id] or not fold(paragraph.text)


@given(soup)
def test_every_citation_of_every_paragraph_verifies_in_its_own_transcript(text: str) -> None:
    assert_every_citation_verifies(parse(text))


def test_citations_of_the_samples_verify(demo: Transcript, chinese: Transcript) -> None:
    assert_every_citation_verifies(demo)
    assert_every_citation_verifies(chinese)


@given(page_like, st.data())
def test_every_stretch_that_is_cited_verifies(text: str, data: st.DataObject) -> None:
    page = parse(text)
    if not (found := paragraphs(page)):
        return
    _, paragraph = data.draw(st.sampled_from(found))
    start = data.draw(st.integers(paragraph.start, paragraph.end))
    end = data.draw(st.integers(start, paragraph.end))
    try:
        citation = cite(page, (start, end))
    except CitationError:
        assert not fold(page.text[start:end])
        return
    assert start <= citation.start < citation.end <= end
    assert verify(page, citation).status == "exact"


@given(page_like)
def test_a_citation_survives_another_parse(text: str) -> None:
    page, again = parse(text), parse(text)
    for _, paragraph in paragraphs(page)[:5]:
        assert verify(again, str(cite(page, paragraph).anchor)).status == "exact"


def assert_verifies_as_html(text: str) -> None:
    page, other = parse(text), parse_html(as_html(text))
    for _, paragraph in paragraphs(page):
        citation = cite(page, paragraph)
        assert verify(other, str(citation.anchor)).status == "exact", citation.words
        assert verify(other, citation).found
        assert verify(other, paragraph.text).found


def test_an_anchor_made_from_the_text_form_verifies_in_the_html_form(demo_text: str) -> None:
    assert_verifies_as_html(demo_text)


@settings(slow_to_draw, max_examples=examples(25))
@given(specs())
def test_anchors_of_invented_pages_verify_in_their_html_form(spec: Spec) -> None:
    assert_verifies_as_html(LAYOUTS["spaced"](spec).text.replace("\x01", ""))


def test_typography_is_told_and_case_is_kept(demo: Transcript) -> None:
    assert verify(demo, "a  shelf within\u00a0reach of everyone").status == "typography"
    assert verify(demo, "calls the self-service machine “the cupboard that argues,”").status == "typography"
    assert verify(demo, 'calls the self-service machine "the cupboard that argues,"').status == "exact"
    assert verify(demo, "A Shelf within reach of everyone").status == "changed"


def test_quotation_marks_around_the_whole_are_the_quoters(demo: Transcript) -> None:
    assert verify(demo, "“a shelf within reach of everyone”").status == "exact"


def test_a_changed_figure_is_never_taken_for_found(demo: Transcript) -> None:
    for wrong in ("rose by 5.", "rose by 5", "rose by 5.20 percent", "rose by 15.2 percent"):
        assert not verify(demo, f"a new branch {wrong}").found
    changed = verify(demo, "a new branch rose by 5.3 percent in the first year")
    assert changed.status == "changed"
    assert [(edit.kind, edit.words) for edit in changed.edits if edit.kind != "same"] == [
        ("removed", "5.3"),
        ("added", "5.2"),
    ]
    assert changed.passages[0].name == "Qiao Yuanshan"
    assert changed.similarity is not None
    assert changed.similarity > 0.8


def test_edits_lead_from_the_quotation_to_the_page(demo: Transcript) -> None:
    quotation = "Authors will receive a large fee whenever one of their books is borrowed"
    found = verify(demo, quotation)
    folded = "".join(edit.words for edit in found.edits if edit.kind != "added").replace(" ", "")
    assert folded == quotation.replace(" ", "")
    page = "".join(edit.words for edit in found.edits if edit.kind != "removed").replace(" ", "")
    assert page == found.passages[0].words.replace(" ", "")


def test_words_of_somebody_else_are_told(demo: Transcript) -> None:
    assert verify(demo, "ordinary books float", speaker="Pu Chengze").status == "exact"
    found = verify(demo, "ordinary books float", speaker="Mr. Qiao Yuanshan")
    assert (found.status, found.found) == ("other-speaker", False)
    assert "Mr. Qiao Yuanshan does not say it: turn 16" in found.message


def test_where_the_page_names_no_speaker_the_message_says_so() -> None:
    page = parse("Q: How many boats? Thank you.\n\nA: Thank you. Ninety.")
    found = verify(page, "How many boats?", speaker="Reuters")
    assert found.status == "exact"
    assert found.message == "found: turn 0, paragraph 1 (Q), whose speaker the page does not name"


def test_a_passage_that_moved_to_another_label_is_told(demo: Transcript, demo_text: str) -> None:
    paragraph = demo.turns[6].paragraphs[1]
    citation = cite(demo, paragraph)
    other = parse(demo_text.replace(paragraph.text, "").replace("This is the Heron.", paragraph.text + "\n\nThis is."))
    assert verify(other, str(citation.anchor)).status == "other-speaker"


def test_an_anchor_alone_tells_where_words_were_changed(demo: Transcript, demo_text: str) -> None:
    citation = cite(demo, demo.turns[6].paragraphs[1])
    other = parse(demo_text.replace("at least 4,000 people live", "at least 5,000 people live"))
    found = verify(other, citation.anchor)
    assert (found.status, found.similarity, found.edits) == ("changed", None, ())
    assert "5,000 people" in found.passages[0].words
    told = verify(other, citation)
    assert [edit.words for edit in told.edits if edit.kind != "same"] == ["4,000", "5,000"]


def test_words_across_a_page_cut_are_found_and_never_across_speakers() -> None:
    page = parse("Lin Dahai:\n\nGood morning. The boats are\n\nunder way. Thank you.\n\nReuters:\n\nWhy? Thank you.")
    found = verify(page, "The boats are under way.")
    assert found.status == "typography"
    assert found.passages[0].words == "The boats are\n\nunder way."
    assert not verify(page, "under way. Thank you. Why?").found


def test_a_page_that_begins_inside_the_speech_still_has_its_words(demo_text: str, demo: Transcript) -> None:
    start = demo_text.index("First, bring the shelves closer.")
    other = parse(demo_text[start:])
    citation = cite(demo, demo.turns[1].paragraphs[4])
    assert other.turns[0].label is None
    found = verify(other, str(citation.anchor))
    assert found.found
    assert "in a turn with another label or beginning" in found.message


def test_chinese_is_found_whatever_its_line_ends(chinese: Transcript) -> None:
    assert verify(chinese, "读者增长\n了大约25.4%").status == "typography"
    assert verify(chinese, "读者增长了大约25.4%").status == "exact"
    assert verify(chinese, "读者增长了大约26.4%").status == "changed"


def test_all_places_are_given(demo: Transcript) -> None:
    found = verify(demo, "Thank you.")
    assert len(found.passages) == sum(p.text.count("Thank you.") for _, p in paragraphs(demo))
    assert found.passages == tuple(sorted(found.passages, key=lambda passage: passage.start))
    assert all(demo.text[p.start : p.end] == p.words == "Thank you." for p in found.passages)


def test_what_nobody_says_is_missing(demo: Transcript) -> None:
    found = verify(demo, "Purple elephants juggle quantum marmalade")
    assert (found.status, found.found, found.passages) == ("missing", False, ())


@pytest.mark.parametrize("words", ["", " \n", "\u200b"])
def test_no_words_cannot_be_verified(demo: Transcript, words: str) -> None:
    with pytest.raises(VerificationError, match="no words"):
        verify(demo, words)


def test_far_too_many_words_cannot_be_verified(demo: Transcript) -> None:
    with pytest.raises(VerificationError, match="too long"):
        verify(demo, "boat " * 100_000)


def test_a_wrong_anchor_is_no_quotation(demo: Transcript) -> None:
    with pytest.raises(AnchorError):
        verify(demo, "scio:1;t-00000000")


@pytest.mark.parametrize("text", EMPTY)
def test_in_an_empty_page_everything_is_missing(text: str, demo: Transcript) -> None:
    page = parse(text)
    assert verify(page, "Thank you.").status == "missing"
    assert verify(page, cite(demo, demo.turns[1].paragraphs[0])).status == "missing"


@given(soup, any_text)
def test_any_words_get_an_answer_from_any_page(text: str, words: str) -> None:
    page = parse(text)
    try:
        found = verify(page, words)
    except (VerificationError, AnchorError):
        return
    for passage in found.passages:
        assert 0 <= passage.start < passage.end <= len(page.text)
    assert found.message


def test_hostile_words_are_cited_as_they_are_on_one_line() -> None:
    page = parse(f"{HOSTILE}\n\nLin Dahai:\n\nGood morning. {HOSTILE}\n\nReuters:\n\nWhy? {HOSTILE}")
    assert_every_citation_verifies(page)
    for _, paragraph in paragraphs(page):
        citation = cite(page, paragraph)
        assert len(citation.text.splitlines()) == 1
        assert Anchor.parse(str(citation.anchor)) == citation.anchor


def test_a_long_page_is_searched(long_page: Transcript) -> None:
    citation = cite(long_page, long_page.turns[4999].paragraphs[0])
    assert verify(long_page, citation).status == "exact"
    assert verify(long_page, "We counted 2499 boats").passages[0].turn.index == 4999
    changed = verify(long_page, "Thank you. We counted 2,499 large boats.")
    assert changed.status == "changed"
    assert verify(long_page, "scio:1;t-00000000;-;p1;c0-9;sha256:" + "0" * 32).status == "missing"


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("a " * 40_000, "a " * 900 + "b"),
        ("x y " * 20_000, "y x x " * 300),
        ("aa" * 50_000, "a"),
        ("a" * 50_000, "aa ab"),
    ],
)
def test_repeated_words_do_not_stall_the_search(said: str, asked: str) -> None:
    page = parse(f"Lin Dahai:\n\nGood morning. {said}\n\nReuters:\n\nWhy? Thank you.")
    assert verify(page, asked).status in ("changed", "missing")


CUT = parse(
    "Lin Dahai:\n\nWe can’t go there, and the value was -5 percent, non-aligned, 1/2, 2024-25, 5‰ and 3:2. "
    'We said "yes" - then no.\n\nReuters:\n\nWhy? Thank you.\n'
)


@pytest.mark.parametrize("cut", ["We can", "5 percent", "aligned", "1", "2024", "5", "3", "2"])
def test_no_word_and_no_figure_may_be_cut(cut: str) -> None:
    assert verify(CUT, cut).status == "changed"


@pytest.mark.parametrize("whole", ["We can't", "-5 percent", "non-aligned", "1/2", "yes", "then no", "the value was"])
def test_whole_words_and_figures_are_found(whole: str) -> None:
    assert verify(CUT, whole).found


def test_an_anchor_with_somebody_else_of_the_page_is_told(demo: Transcript) -> None:
    anchor = str(cite(demo, demo.turns[8].paragraphs[0]).anchor)
    assert verify(demo, anchor).status == "exact"
    assert verify(demo, anchor.replace("pu-chengze", "weng-yunzhou")).status == "other-speaker"


@pytest.mark.parametrize(
    ("quotation", "passage"),
    [
        ("We begin with a map of footprints", "We begin with a map of footsteps"),
        ("a map of footprints", "a map of footsteps"),
        ("WE BEGIN WITH A MAP OF FOOTSTEPS", "We begin with a map of footsteps"),
        ("WE BEGIN WITH A MAP OF FOOTPRINTS", "We begin with a map of footsteps"),
        ("where they purchase vegetables, where children wait", "where they buy vegetables, where children wait"),
    ],
)
def test_a_changed_quotation_is_held_against_the_passage_that_takes_the_smallest_change(
    demo: Transcript, quotation: str, passage: str
) -> None:
    found = verify(demo, quotation)
    assert found.status == "changed"
    assert [one.words for one in found.passages] == [passage]


@pytest.mark.parametrize("quotation", ["a herd of zebras", "HUNGRY ZEBRAS", "zebra"])
def test_words_that_nobody_says_are_missing(demo: Transcript, quotation: str) -> None:
    assert verify(demo, quotation).status == "missing"
