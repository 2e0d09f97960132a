"""A label says who speaks, in what part, and what its bearer does, or that it is no speaker's."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scio_transcripts.language.label import (
    NAMING,
    LabelWords,
    PageNames,
    act_of_nameless,
    core,
    is_anonymous,
    read_label,
    said_by_page,
    unnumbered,
)
from scio_transcripts.language.label_rows import ACTS

NAMES = PageNames(roster=frozenset({"corin vale", "顾云亮"}), above=frozenset({"aron wells"}))
AGAINST = {"salutation", "field", "headline", "ordinal", "introduces-list", "prose", "sentence", "long"}


def clues(label: str, names: PageNames = NAMES) -> set[str]:
    return set(read_label(label, names).clues)


@pytest.mark.parametrize(
    ("label", "clue"),
    [
        ("Corin Vale", "roster"),
        ("顾云亮", "roster"),
        ("顾　云亮", "roster"),
        ("Aron Wells", "named-above"),
        ("Corin", "family"),
        ("Q", "anonymous"),
        ("记者", "anonymous"),
        ("Moderator (Corin Vale)", "role-word"),
        ("Moderator Lin Dahai", "role-word"),
        ("主持人林大海", "role-word"),
        ("Lin Dahai, director of the Ferry Office", "described"),
        ("Director of the Ferry Office Lin Dahai", "described"),
        ("渡口局局长 林大海", "described"),
        ("林大海（渡口局局长）", "described"),
        ("Ms. Fenwick", "titled"),
        ("Foreign Minister Fenwick", "titled"),
        ("State Minister for Ferries Toren Fenwick", "titled"),
        ("Prime Minister", "office"),
        ("Head of the Ferry Office", "office"),
        ("渡口局局长", "office"),
        ("Lin Dahai", "person"),
        ("林大海", "person"),
        ("Toren Fenwick", "name-shaped"),
        ("Lin", "surname"),
        ("KBMT", "initials"),
        ("Xinhua", "outlet"),
        ("新华社记者 林大海", "outlet"),
        ("Toren Fenwick, Reuters", "outlet-within"),
        ("Harbour Daily", "outlet-word"),
        ("渡口日报", "outlet-word"),
        ("Reporter from the Ferry", "asker"),
        ("渡口日报记者林大海", "asker"),
        ("渡口研究院林大海", "opens"),
    ],
)
def test_words_of_a_speaker_give_their_clue(label: str, clue: str) -> None:
    assert clue in clues(label)
    assert clues(label).isdisjoint(AGAINST)


@pytest.mark.parametrize(
    ("label", "clue"),
    [
        ("Dear colleagues", "salutation"),
        ("各位來賓", "salutation"),
        ("Venue", "field"),
        ("責任編輯", "field"),
        ("Press Conference on Quays", "headline"),
        ("相关阅读", "headline"),
        ("First, the quay", "ordinal"),
        ("第一，码头", "ordinal"),
        ("The fees are as follows", "introduces-list"),
        ("局长指出", "introduces-list"),
        ("the new quay", "prose"),
        ("渡口的事", "prose"),
        ("The quay is open. Ships come", "sentence"),
        ("Lin Dahai who came in the morning and left when it rained", "long"),
    ],
)
def test_words_of_no_speaker_give_their_clue(label: str, clue: str) -> None:
    assert clue in clues(label)


@pytest.mark.parametrize(
    ("label", "clue"),
    [
        ("Shri Anil Fenwick, Official Spokesperson", "described"),
        ("SEC. FENWICK", "titled"),
        ("DWF SEC. TOREN FENWICK JR.", "titled"),
        ("SECRETARY FENWICK", "titled"),
        ("Vice-Minister Fenwick", "titled"),
        ("THE PRESIDENT", "office"),
        ("PM", "office"),
        ("CE", "office"),
        ("Secretary for Ferries", "office"),
        ("Under Secretary for Ferries", "office"),
        ("TOREN FENWICK/KBMT", "asker"),
        ("Lin Dahai/KBMT News", "asker"),
        ("Corin/Ferry Radio", "asker"),
        ("VALE, KBMT", "name-shaped"),
        ("Lin, Harbour Daily", "asker"),
        ("Q1", "anonymous"),
        ("Question 3", "anonymous"),
        ("Question from the floor", "anonymous"),
        ("AUDIENCE MEMBER", "anonymous"),
        ("Interviewer", "anonymous"),
        ("Unidentified male reporter 2", "anonymous"),
        ("记者1", "anonymous"),
        ("现场记者", "anonymous"),
        ("提問者", "anonymous"),
        ("網友A", "anonymous"),
        ("网友“蓝风筝”", "anonymous"),
        ("Senior government official", "role-word"),
        ("主播", "role-word"),
        ("主播林大海", "role-word"),
        ("嘉宾B", "role-word"),
        ("嘉宾林大海", "described"),
        ("委员", "office"),
        ("學生代表", "office"),
    ],
)
def test_the_labels_of_other_bodies_give_their_clue(label: str, clue: str) -> None:
    assert clue in clues(label)
    assert clues(label).isdisjoint(AGAINST)


@pytest.mark.parametrize(
    "label",
    ["CPI/PPI", "Time/Place", "Ferry Fees/CPI", "DAYTON, OHIO", "DAYTON, NJ", "Lin Dahai/PM", "Lin Dahai, MFA", "A/B"],
)
def test_a_stroke_or_a_comma_alone_makes_no_reporter(label: str) -> None:
    assert clues(label).isdisjoint(NAMING | {"outlet-word"})


@pytest.mark.parametrize("label", ["Student", "学生", "Guest", "Voice", "受访者"])
def test_a_word_that_heads_a_line_of_a_list_as_often_names_nobody(label: str) -> None:
    assert clues(label).isdisjoint(NAMING)


@pytest.mark.parametrize(
    ("label", "core_", "act"),
    [
        ("记者问", "记者", "asks"),
        ("Lin Dahai’s question", "Lin Dahai", "asks"),
        ("林大海答", "林大海", "answers"),
        ("Lin Dahai replies", "Lin Dahai", "answers"),
        ("Lin Dahai's opening remarks", "Lin Dahai", "opens"),
        ("林大海作總結講話", "林大海", "opens"),
        ("The price is the answer", "The price is the answer", ""),
        ("What is the question", "What is the question", ""),
    ],
)
def test_what_a_bearer_does_is_told_where_somebody_does_it(label: str, core_: str, act: str) -> None:
    found = read_label(label)
    assert (found.core, found.act) == (core_, act)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Lin Dahai, chair", "Lin Dahai"),
        ("Mr. Lin Dahai, director of the Ferry Office", "Lin Dahai"),
        ("Director of the Ferry Office Lin Dahai", "Lin Dahai"),
        ("渡口局局长 林　海", "林海"),
        ("Harbour Daily", ""),
        ("渡口局局长", ""),
    ],
)
def test_the_name_is_taken_from_beside_its_post(label: str, name: str) -> None:
    assert read_label(label).name == name


def test_numbers_and_brackets_are_no_part_of_the_core() -> None:
    assert unnumbered("三、林大海") == "林大海"
    assert core("12. Harbour Daily (in French)") == "Harbour Daily"
    assert is_anonymous("3) Reporter (via phone)")
    assert not is_anonymous("Reporter Lin")


@pytest.mark.parametrize(
    ("label", "act"),
    [
        ("Q1", "asks"),
        ("An audience member", "asks"),
        ("有记者问", "asks"),
        ("Reporter (via phone)", "asks"),
        ("A", "answers"),
        ("回答", "answers"),
        ("Unidentified speaker", ""),
        ("女声", ""),
        ("Lin Dahai", ""),
    ],
)
def test_whoever_has_no_name_asks_or_answers_where_the_label_says_so(label: str, act: str) -> None:
    assert act_of_nameless(label) == act


def test_a_story_that_quotes_somebody_describes_nobody() -> None:
    assert "described" not in clues("Lin Dahai, director of the Ferry Office, told reporters on Friday")


def test_only_names_behind_or_before_a_title_of_courtesy_are_said_by_the_page() -> None:
    text = "Thank you, Ms. Fenwick. Vale left. 请罗西先生回答。"
    assert said_by_page(text, ["Fenwick", "Vale", "罗西", "顾"]) == {"Fenwick", "罗西"}


def test_the_table_of_clues_has_every_clue_that_names_somebody() -> None:
    told = set(re.findall(r"\| `([a-z-]+)` \|", LabelWords.__doc__ or ""))
    assert told > NAMING
    assert told > AGAINST


@given(words=st.text(max_size=60))
def test_any_words_are_read_alike_twice_and_keep_what_was_printed(words: str) -> None:
    found = read_label(words, NAMES)
    assert found == read_label(words, NAMES)
    assert found.printed == words
    assert found.core in words
    assert not found.act or found.act in ACTS
