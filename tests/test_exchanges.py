"""Laws of exchanges, for talks that Hypothesis invents: order, and sameness under other names and other outlets.

The situations themselves are plain text, in `cases/exchanges.txt`.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checks import GROWTH, assert_exchanges, assert_lawful, calls_during
from hostile import HOSTILE
from scio_transcripts import Transcript, parse
from scio_transcripts.exchanges import acts
from strategies import soup

CHAIR, FIRST, SECOND, OUTLET, OTHER = range(5)
"""Who speaks: the chair, two officials, two reporters."""

SAID = {
    CHAIR: (
        "Next question, please.",
        "Thank you, {second}. The floor is now open.",
        "{first}, please.",
        "This question goes to {second}.",
        "The list has been on our website since Monday.",
        "Let me add that the locks may be seen on Friday.",
        "We will take two questions together.",
        "Go ahead with your follow-up, please.",
        "{second} has an announcement to make.",
        "A reader sent in a question: Will dogs be let on the ferries? {first}, please.",
        "The reporter asked how deep it is. {first}, please.",
        "Thank you.",
        "That's all for today. Goodbye.",
    ),
    FIRST: (
        "Thank you for your question. Nine meters at the locks.",
        "Let me leave this one to {second}, who knows the details.",
        "{second} will take your second question. On the first question, nine meters.",
        "On your first question, nine meters. As for your second question, the towns pay.",
        "I'll take both questions together. Nine meters, and the towns pay half of it.",
        "Thank you.",
        "Good morning, everyone. All nine locks are open since the spring.",
        "{second} will take the first one, and I the second.",
    ),
    SECOND: (
        "The towns pay half of it. {first} will add to that.",
        "{first}, please.",
        "To your question about the night ferries, the towns pay for them.",
        "I have an announcement to make. The tenth lock will open on Friday.",
        "As {first} said, nine meters at the locks and seven between them.",
    ),
    OUTLET: (
        "How deep is the canal? Thank you.",
        "I have two questions. First, how deep is it? Second, who pays for the night ferries? Thank you.",
        "A follow-up, if I may. Is that enough for the ferries?",
        "Thank you, minister.",
        "I have three questions. How deep is it? Who pays?",
        "My question is for {first}. Who counts the boats? And my second question is for {second}. Who paints them?",
    ),
    OTHER: (
        "Who pays for the locks? Thank you.",
        "I'd like to ask two questions.\n\n1. How deep is it?\n\n2. Who pays? Thanks.",
        "I see. Thank you.",
        "Just to be clear: Does {second} count the boats?",
    ),
}


@dataclass(frozen=True)
class Cast:
    """Names and outlets of one telling."""

    chair: str
    first: str
    second: str
    outlets: tuple[str, str]

    def label(self, who: int) -> str:
        return (self.chair, self.first, self.second, *self.outlets)[who]


CASTS = (
    Cast("Meng Shuyi", "Qiu Lanting", "Wang Baoxi", ("Reuters", "Caixin")),
    Cast("Ouyang Bo", "Lei Man Wai", "Zhao Meng", ("Reuters", "Caixin")),
    Cast("Hua Ting", "Pei Ning", "Shen Qingyu", ("The Straits Times", "Xinhua News Agency")),
    Cast("Gao Linxi", "Rong Yao", "Tong Peiyu", ("NHK", "21st Century Business Herald")),
)


def tell(talk: list[tuple[int, int]], cast: Cast) -> str:
    """A page in which the cast holds the talk."""
    blocks = [
        "Speakers:",
        f"Ms. {cast.first}, minister of ferries",
        f"Mr. {cast.second}, director general of the Bureau of Locks",
        "Chairperson:",
        f"{cast.chair}, spokesperson of the SCIO",
        "Date:",
        "May 6, 2024",
        f"{cast.chair}:",
        "Good morning. Welcome to this press conference.",
    ]
    names = {"first": f"Ms. {cast.first.split()[0]}", "second": f"Mr. {cast.second.split()[0]}"}
    for who, what in talk:
        blocks += [f"{cast.label(who)}:", SAID[who][what % len(SAID[who])].format(**names)]
    return "\n\n".join(blocks)


def shape(page: Transcript) -> list[object]:
    """Everything that does not depend on what people and outlets are called."""
    exchanges = [
        (
            e.questions,
            e.answers,
            e.follow_ups,
            e.handovers,
            e.asker is None,
            len(e.answerers),
            [(p.turn, p.number, [a.turn for a in p.answers]) for p in e.parts],
        )
        for e in page.exchanges
    ]
    told = [d.code for d in page.diagnostics if d.code.startswith("E")]
    return [exchanges, [(s.kind, s.first, s.last) for s in page.sections], sorted(told)]


talks = st.lists(st.tuples(st.sampled_from(sorted(SAID)), st.integers(0, 12)), max_size=14)


@given(talks)
def test_laws_hold_for_any_talk(talk: list[tuple[int, int]]) -> None:
    assert_lawful(parse(tell(talk, CASTS[0])))


@given(soup)
def test_laws_hold_for_any_text(text: str) -> None:
    assert_exchanges(parse(text))


@example([(OUTLET, 1), (FIRST, 7), (SECOND, 4), (FIRST, 0)])
@given(talks)
def test_other_names_give_the_same_exchanges(talk: list[tuple[int, int]]) -> None:
    assert shape(parse(tell(talk, CASTS[0]))) == shape(parse(tell(talk, CASTS[1])))


@given(talks, st.sampled_from(CASTS[2:]))
def test_other_outlets_give_the_same_exchanges(talk: list[tuple[int, int]], other: Cast) -> None:
    swapped = Cast(other.chair, other.first, other.second, other.outlets[::-1])
    assert shape(parse(tell(talk, CASTS[0]))) == shape(parse(tell(talk, other))) == shape(parse(tell(talk, swapped)))


@given(talks)
def test_every_question_stands_in_an_exchange(talk: list[tuple[int, int]]) -> None:
    page = parse(tell(talk, CASTS[0]))
    asked = {n for e in page.exchanges for n in e.questions}
    for turn in page.turns:
        if turn.role == "reporter" and "?" in turn.paragraphs[-1].text:
            assert turn.index in asked


@given(talks)
def test_chairs_hand_overs_and_thanks_are_neither_question_nor_answer(talk: list[tuple[int, int]]) -> None:
    page = parse(tell(talk, CASTS[0]))
    counted = {n for e in page.exchanges for n in (*e.questions, *e.answers)}
    for turn in page.turns:
        words = " ".join(p.text for p in turn.paragraphs)
        repeated = any(
            0 <= n < len(page.turns) and page.turns[n].speaker == turn.speaker for n in (turn.index - 1, turn.index + 1)
        )
        if not repeated and (
            words == "Thank you." or (turn.role == "chair" and words.startswith(("Ms.", "This question goes")))
        ):
            assert turn.index not in counted


@pytest.mark.parametrize(
    "words",
    [
        "Ms. Qiu, please.",
        "Thank you. Ms. Qiu, please.",
        "Let me leave this one to Ms. Qiu, who knows the details.",
        "Mr. Wang will take it.",
        "I'd like to ask Mr. Wang to answer this question.",
        "This is a question for the bureau. Mr. Wang, please.",
        "I will hand this question over to my colleague.",
        "Director Wang will answer.",
        "Wang Baoxi, please.",
        "Wang Baoxi will answer this.",
        "I leave it to Wang Baoxi, who built them.",
        "Let the deputy administrator speak to that.",
        "Over to you, Minister Qiu, please.",
        "这个问题请王局长回答。",
    ],
)
def test_hand_overs_say_nothing_else(words: str) -> None:
    assert acts.hands_over(words)


@pytest.mark.parametrize(
    "words",
    [
        "Nine meters. Mr. Wang will add to that.",
        "Mr. Wang will take office in May.",
        "The minister will give a talk on Friday.",
        "Please look at the list.",
        "We gave it to the towns.",
        "九米深。",
        "",
    ],
)
def test_speeches_that_say_something_are_no_hand_overs(words: str) -> None:
    assert not acts.hands_over(words)


@pytest.mark.parametrize(
    "words", ["Thank you, minister.", "I see. Thanks a lot.", "OK, thank you for your answer.", "谢谢部长。"]
)
def test_thanks_alone_ask_nothing(words: str) -> None:
    assert acts.only_thanks(words)


@pytest.mark.parametrize(
    "words",
    ["Thank you. Who pays?", "Thank you, but how deep is it", "Thank you. The canal is shallow.", "谢谢。多深？"],
)
def test_thanks_before_a_question_are_not_thanks_alone(words: str) -> None:
    assert not acts.only_thanks(words)


@pytest.mark.parametrize(
    "unit",
    [
        "Q: Who pays?\n",
        "Q: Who pays?\nA: Ms. Qiu, please.\n",
        "Reuters: 1. Who? 2. Why?\nWang Baoxi: On the first question, nobody. Mr. Li will take your second question.\n",
        "Reuters: Who? My second question: Why?\nWang Baoxi: I leave the second question to Mr. Wang.\n",
    ],
)
def test_twice_the_exchanges_are_about_twice_the_work(unit: str) -> None:
    short, long = unit * 300, unit * 600
    parse(short)
    assert calls_during(lambda: parse(long)) <= GROWTH * calls_during(lambda: parse(short))


def test_long_hostile_speeches_keep_the_laws() -> None:
    for name in sorted(HOSTILE):
        text = HOSTILE[name](3_000)
        assert_exchanges(parse(f"Reuters:\n\n{text}\n\nQiu Lanting:\n\n{text}"))
