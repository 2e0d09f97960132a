"""The spokesperson who alone faces the press: what is his without a label, and what nobody should give him."""

from __future__ import annotations

from scio_transcripts import Transcript, parse

TITLE = "Canal Council Spokesperson Ruan Boqing's Regular Press Conference on January 13, 2021\n\n"
ASKED = "Q: How many boats pass in a day?\n\nA: Ninety.\n"


def speakers(page: Transcript) -> list[str | None]:
    names = {person.id: person.name for person in page.participants}
    return [names.get(turn.speaker or "") for turn in page.turns]


def test_an_unlabelled_statement_and_the_answers_are_his() -> None:
    page = parse(TITLE + "Good afternoon, friends. I have good news: all the locks hold.\n\n" + ASKED)
    assert speakers(page) == ["Ruan Boqing", None, "Ruan Boqing"]
    assert [turn.role for turn in page.turns] == ["official", "reporter", "official"]
    assert not page.turns[0].continued


def test_a_page_that_is_no_beginning_goes_on_with_nobody_knows_whom() -> None:
    page = parse("The locks hold, and we mended sixty of them.\n\nReuters: How many?\n\nRuan Boqing: Sixty.\n")
    assert speakers(page)[0] is None


def test_what_tells_of_him_in_the_third_person_is_not_his() -> None:
    page = parse(TITLE + "Good afternoon, friends. We said that Ruan Boqing would be late.\n\n" + ASKED)
    assert speakers(page)[0] is None


def test_a_beginning_with_a_question_inside_has_lost_labels_and_is_nobodys() -> None:
    page = parse(TITLE + "Good afternoon, friends.\n\nHow wide is the canal?\n\nForty metres it is.\n\n" + ASKED)
    assert speakers(page)[0] is None


def test_where_a_guest_is_presented_whoever_presents_him_hosts() -> None:
    host = "Ruan Boqing: Good afternoon. Today we have invited Mr. Wen Haoyu, director of the Lock Bureau. "
    page = parse(host + "The floor is open.\n\nReuters: How many boats pass?\n\nWen Haoyu: Ninety.\n")
    assert [turn.role for turn in page.turns] == ["chair", "reporter", "official"]


def test_whose_label_says_that_he_hosts_stays_a_host_though_he_is_alone() -> None:
    page = parse("主持人：大家好，我们开始。\n记者：船多吗？\n答：每天九十艘。\n")
    assert page.turns[0].role == "chair"


def test_where_unnamed_others_are_said_to_attend_the_one_who_greets_is_not_alone() -> None:
    lede = "渡口部1月15日召开发布会，气象等方面负责同志将出席，介绍有关情况。\n"
    greeting = "渡口部新闻发言人 阮伯清：\n各位媒体朋友，大家好！欢迎参加发布会。\n"
    assert parse("渡口部召开发布会\n\n" + lede + greeting).turns[-1].role == "chair"
