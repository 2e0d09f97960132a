"""Signs that words stand under the wrong person: what is told of turns as they were read, whoever read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from scio_transcripts import parse
from scio_transcripts.diagnostics import Log
from scio_transcripts.lexer import Form, view_of
from scio_transcripts.lexer.read import Written, read_pages
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.normalizer.doubts.close_calls import explain
from scio_transcripts.normalizer.doubts.doubts import tell_doubts
from scio_transcripts.normalizer.doubts.second_look import KnownSpeakers
from scio_transcripts.normalizer.people.person import Person
from scio_transcripts.normalizer.roles.roles import Voice

Said = tuple[str | None, str, Sequence[str]]
"""A turn: its label, its role, its paragraphs."""


def page_with(head: str) -> Written:
    return read_pages(view_of(head), [(0, None)], Log())


def told(*said: Said, head: str = "The northern canal\n", people: Sequence[Person] = ()) -> list[str]:
    """The codes that turns as they stand give, in order."""
    known = {person.name: person for person in people}
    turns, voices, place = [], [], 1000
    for label, role, paragraphs in said:
        clues = ("anonymous",) if label in ("Q", "A") else ()
        turn = RawTurn(label=label, label_end=place + 1, clues=clues, form=Form.INLINE, start=place, end=place)
        for words in paragraphs:
            turn.add(place, place + len(words), words)
            place += len(words) + 1
        turns.append(turn)
        named = known.setdefault(label, Person(name=label, role=role)) if label and not clues else None
        voices.append(Voice(role=role, person=named))
    log = Log()
    tell_doubts(page_with(head), turns, voices, log)
    return [entry["code"] for entry in log.sorted()]


@pytest.mark.parametrize(
    "unread",
    [
        "Lock Courier: Boats are rarer now. How many pass?",
        "Reuters (via telephone): Boats are rare.",
        "[10:21] Ruan Boqing: It is so.",
        "Director of the Lock Bureau: It is so.",
        "水闸局局长：是这样。",
        "有记者问：船多吗？",
        "《水闸晨报》：船多吗？",
        "水闸局局长 阮伯清",
    ],
)
def test_a_speakers_name_inside_a_turn_is_told(unread: str) -> None:
    assert told(("Wen Haoyu", "chair", ["Good morning.", unread, "Next."])) == ["L206"]


@pytest.mark.parametrize(
    "heading",
    [
        "Lock safety: we mended sixty of them.",
        "Kite Safety: nobody was hurt.",
        "放闸安全：没有人受伤。",
        "The time is 10:30 and we go on.",
        "I said this: the locks hold.",
        "一是水闸：修好六十座。",
    ],
)
def test_a_heading_of_the_speech_is_no_speaker(heading: str) -> None:
    assert told(("Wen Haoyu", "official", ["Good morning.", heading, "The rest is well."])) == []


def test_a_name_behind_a_sentence_inside_a_paragraph_is_told() -> None:
    glued = "Good morning. Ninety boats pass. Ruan Boqing: It is so."
    assert told(("Wen Haoyu", "chair", [glued]), ("Ruan Boqing", "official", ["Yes."])) == ["L206"]


def test_a_paragraph_that_runs_on_from_a_name_is_told() -> None:
    said = ("Reuters", "reporter", ["How many?"]), ("Ruan Boqing", "official", ["Ninety.", "Reuters Is it deep?"])
    assert told(*said) == ["L206"]


def test_a_statement_behind_a_question_that_nobody_else_answers_is_told() -> None:
    assert told(("Reuters", "reporter", ["How many boats pass?", "Ninety boats pass in a day."])) == ["L207"]


def test_a_statement_behind_a_question_that_is_answered_below_belongs_to_the_question() -> None:
    asked = ("Reuters", "reporter", ["How many boats pass?", "I ask for my readers."])
    assert told(asked, ("Ruan Boqing", "official", ["Ninety."])) == []


def test_a_question_that_an_official_asks_himself_is_no_doubt() -> None:
    assert told(("Ruan Boqing", "official", ["Why do boats pass?", "Because the locks are open."])) == []


def test_speakers_on_a_page_that_is_no_transcript_are_told() -> None:
    lines = "Reuters: How many?\n\nRuan Boqing: Ninety.\n\nReuters: How deep?\n\nRuan Boqing: Two metres.\n"
    log = Log()
    written = page_with(lines)
    written.page.turns[:] = [turn.as_prose(lines) for turn in written.page.turns]
    tell_doubts(written, [], [], log)
    assert [entry["code"] for entry in log.sorted()] == ["L208"]


def test_two_speakers_who_share_a_name_are_told_once() -> None:
    said = ("Ruan Boqing", "official", ["Ninety."]), ("Boqing", "official", ["It is so."])
    assert told(*said) == ["P509"]


def test_speakers_who_share_a_family_name_are_two() -> None:
    assert told(("Ruan Boqing", "official", ["Ninety."]), ("Ruan Linxi", "official", ["It is so."])) == []


def test_a_speaker_known_by_a_post_alone_is_told() -> None:
    assert told(("水闸局局长", "official", ["是这样。"])) == ["P508"]


def test_answers_without_a_speaker_are_told_where_the_head_names_somebody() -> None:
    head = "Canal Spokesperson Ruan Boqing's Regular Press Conference on January 13, 2021\n"
    asked = ("Q", "reporter", ["How many?"])
    assert told(asked, ("A", "official", ["Ninety."]), head=head) == ["P510"]
    assert told(asked, ("A", "official", ["Ninety."]), head="The northern canal\n") == []


def test_a_question_behind_which_the_text_ends_is_no_doubt_but_one_that_is_passed_over_is() -> None:
    cut_off = parse("Ruan Boqing: Ninety.\n\nReuters: How deep?\n")
    assert [d.severity for d in cut_off.diagnostics if d.code == "E805"] == ["info"]
    passed_over = parse("Reuters: How deep?\n\nCNN: How wide?\n\nRuan Boqing: Forty metres.\n")
    assert "warning" in [d.severity for d in passed_over.diagnostics if d.code in ("E801", "E804")]


@pytest.mark.parametrize(
    ("label", "times", "clues", "code"),
    [
        ("Lock keepers", 1, ("form",), "L203"),
        ("Lock keepers", 3, ("form",), "L209"),
        ("Vera Dunmore", 1, ("name-shaped", "form"), "L210"),
        ("Northern Canal", 1, ("name-shaped", "form"), "L203"),
        ("Vera Dunmore", 1, ("person", "no-sentence"), "L203"),
    ],
)
def test_what_looks_like_a_label_is_a_warning_where_it_recurs_or_is_a_name(
    label: str, times: int, clues: tuple[str, ...], code: str
) -> None:
    weighed: Any = SimpleNamespace(clues=clues)
    line: Any = SimpleNamespace(start=0, end=5, label=label)
    log = Log()
    explain(replace(page_with("The northern canal\n"), near=((line, weighed),) * times), [], [], log)
    assert {entry["code"] for entry in log.sorted()} - {"L208"} == {code}


def test_many_speakers_are_looked_at_in_linear_time() -> None:
    names = KnownSpeakers.of([f"Ruan Number{i}" for i in range(10_000)], [f"head of lock {i}" for i in range(10_000)])
    assert names.runs_on("Ruan Number7 Is it so?")
    assert not names.runs_on("Ruan Nobody Is it so?")
    assert len(names.posts) < 10_000


@pytest.mark.parametrize(
    ("label", "first", "second"),
    [
        ("Ruan Boqing", "Good morning. I'm Ruan Boqing, mayor of Reedport.", "Hello. I'm Zhu Yuanfan, dike master."),
        ("Ruan Boqing", "Good morning, everyone. The dike holds.", "My name is Zhu Yuanfan. The reeds grow."),
        ("Ruan Boqing", "Good morning, everyone. The dike holds.", "Thank you, Mr. Ruan. The reeds grow."),
        ("阮伯清", "大家好，我是芦苇局局长阮伯清。", "大家好，我是芦苇厅厅长祝远帆。"),
        ("阮伯清", "大家好，今年水位正常。", "我叫祝远帆，来谈谈芦苇。"),
    ],
)
@pytest.mark.parametrize("labels", [1, 2])
def test_another_name_or_thanks_to_the_speaker_inside_a_speech_is_told(
    label: str, first: str, second: str, labels: int
) -> None:
    again = f"{label}:\n\n" if labels == 2 and not second.startswith("Thank") else ""
    page = parse(f"{label}:\n\n{first}\n\n{again}{second}\n\nReuters:\n\nHow high is it? Thank you.")
    assert "L211" in [d.code for d in page.diagnostics if d.severity == "warning"]


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Ruan Boqing", "Good morning. I'm Ruan Boqing, mayor. A child told me: “I'm Zhu Yuanfan, a fisher.”"),
        ("Mayor Ruan", "Good morning. I'm Ruan Boqing, mayor of Reedport. Thank you, Mr. Zhu."),
        ("阮伯清", "大家好，我是车主，也是芦苇局局长阮伯清。"),
        ("Reuters", "Thank you. I'm Zhu Yuanfan with Reuters. How high is it?"),
    ],
)
def test_the_speaker_s_own_name_what_is_quoted_and_a_reporter_s_name_are_no_doubt(label: str, said: str) -> None:
    page = parse(f"{label}:\n\n{said}\n\nReuters:\n\nHow high is it? Thank you.\n\n{label}:\n\nThank you. Two metres.")
    assert "L211" not in [d.code for d in page.diagnostics]


def test_whoever_has_the_family_name_of_another_speaker_may_thank_that_one() -> None:
    page = parse(
        "Ruan Boqing:\n\nGood morning, everyone.\n\nThank you, Mr. Ruan. I add a word.\n\nReuters:\n\nWhy? Thank you."
        "\n\nRuan Yuanfan:\n\nThank you. It is so."
    )
    assert "L211" not in [d.code for d in page.diagnostics]
