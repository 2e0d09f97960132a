"""What counts as kept, nulled, changed and wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from scio_transcripts import Transcript, parse

from .facts import Facts, Said, confirmed, fold, trusted
from .made import ENGLISH
from .verdict import CHANGED, KEPT, NULLED, WRONG, Verdict, judge

FACTS = trusted(parse(ENGLISH))


def verdict(text: str, facts: Facts = FACTS) -> Verdict:
    return judge(facts, parse(text))


def with_turn(document: Transcript, place: int, **values: Any) -> Transcript:
    turns = list(document.turns)
    turns[place] = turns[place].model_copy(update=values)
    return document.model_copy(update={"turns": tuple(turns)})


def with_warning(document: Transcript) -> Transcript:
    told = [*document.diagnostics, *parse("").diagnostics]
    warning = told[0].model_copy(update={"severity": "warning"})
    return document.model_copy(update={"diagnostics": (*document.diagnostics, warning)})


def test_the_page_itself_keeps_everything() -> None:
    found = verdict(ENGLISH)
    assert (found.outcome, found.turns, found.turns_kept) == (KEPT, 6, 6)


def test_words_under_the_label_of_another_are_wrong() -> None:
    found = judge(FACTS, with_turn(parse(ENGLISH), 2, label="Reuters", speaker="reuters"))
    assert found.outcome == WRONG
    assert found.turns_kept == 5


def test_words_that_stand_inside_the_turn_of_another_are_wrong() -> None:
    assert verdict(ENGLISH.replace("\n\nCGTN: How", " How")).outcome == WRONG


ALIKE = tuple(
    Said(name, "official", name, words)
    for name, words in (("Lan Qiushi", "Thanks."), ("Reuters", "How deep is it?"), ("Mei Lanting", "Thanks. Next."))
)


def test_a_lost_turn_is_not_taken_for_a_later_one_that_begins_alike() -> None:
    document = parse("Lan Qiushi: x\n\nReuters: How deep is it?\n\nMei Lanting: Thanks. Next.")
    found = judge(Facts({}, ALIKE), document)
    assert [(d.fact, d.outcome) for d in found.differences if d.fact == "turn"] == [("turn", NULLED)]
    assert not [d for d in found.differences if d.fact == "label"]


def test_another_speaker_under_the_same_label_is_wrong() -> None:
    document = parse(ENGLISH)
    other = next(person.id for person in document.participants if person.name == "Qiao Mingyue")
    assert judge(FACTS, with_turn(document, 1, speaker=other)).outcome == WRONG


def test_a_speaker_who_is_null_is_nulled_only_if_a_warning_says_so() -> None:
    document = with_turn(parse(ENGLISH), 1, speaker=None)
    assert all(diagnostic.severity == "info" for diagnostic in document.diagnostics)
    assert judge(FACTS, document).outcome == CHANGED
    assert judge(FACTS, with_warning(document)).outcome == NULLED


def test_another_date_is_changed_and_a_missing_one_nulled() -> None:
    later = verdict(ENGLISH.replace("June 6, 2024", "June 5, 2024"))
    assert [(d.fact, d.outcome) for d in later.differences] == [("event.date", CHANGED)]
    missing = judge(replace(FACTS, values={"event.start_time": "10:00"}), parse(ENGLISH))
    assert [(d.fact, d.outcome) for d in missing.differences] == [("event.start_time", NULLED)]


def test_another_role_is_changed_but_the_turn_is_kept() -> None:
    found = judge(FACTS, with_turn(parse(ENGLISH), 0, role="official"))
    assert (found.outcome, found.turns_kept) == (CHANGED, 6)


def test_a_turn_that_there_was_not_is_told_by_whose_words_it_has() -> None:
    fewer = replace(FACTS, turns=FACTS.turns[:-1])
    assert [d.outcome for d in verdict(ENGLISH, fewer).differences] == [CHANGED]
    holder = replace(FACTS.turns[-2], text=f"{FACTS.turns[-2].text}\n{FACTS.turns[-1].text}")
    assert verdict(ENGLISH, replace(FACTS, turns=(*FACTS.turns[:-2], holder))).outcome == WRONG


def test_a_new_turn_without_words_takes_them_from_nobody() -> None:
    document = parse(ENGLISH)
    turns = (*document.turns, document.turns[0].model_copy(update={"label": "Tess Marlow", "paragraphs": ()}))
    found = judge(FACTS, document.model_copy(update={"turns": turns}))
    assert [(d.fact, d.outcome) for d in found.differences] == [("new turn", CHANGED)]


def test_turns_that_are_not_judged_count_neither_way() -> None:
    fewer = replace(FACTS, turns=FACTS.turns[:-1], others=FACTS.turns[-1:])
    assert verdict(ENGLISH, fewer).outcome == KEPT
    more = replace(FACTS, others=(Said("TASS", "reporter", "TASS", "And after the spring?"),))
    assert verdict(ENGLISH, more).outcome == KEPT


def test_words_that_nobody_says_are_changed_when_somebody_does() -> None:
    found = verdict(ENGLISH, replace(FACTS, unsaid=("They are open at night.",)))
    assert [(d.fact, d.outcome) for d in found.differences] == [("spoken", CHANGED)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("国(guó)家　局长：", "国家局长:"), ("It’s a “lamp”", 'it\'s\u00a0a\u200b "lamp"'), ("（举起）", "(举起)")],
)
def test_words_are_compared_without_their_signs(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_remarks_in_letters_are_no_pinyin() -> None:
    assert fold("纤道(towpath)") != fold("纤道")


def gold(**values: Any) -> dict[str, Any]:
    turns = [{"label": "Qiao Mingyue", "role": "chair", "starts": "Good morning, everyone."}]
    return {"kind": "transcript", "event": {"date": "2024-06-06"}, "turns": turns, **values}


def test_only_what_gold_confirms_is_judged() -> None:
    facts = confirmed(parse(ENGLISH), gold(officials=[{"name": "Weng Yunzhou"}], chairs=[{"name": "Somebody"}]))
    assert dict(facts.values) == {
        "kind": "transcript",
        "event.date": "2024-06-06",
        "officials": ("Weng Yunzhou",),
    }
    assert [said.label for said in facts.turns] == ["Qiao Mingyue"]
    assert len(facts.others) == 5


def test_a_turn_of_gold_that_the_parse_lacks_is_cut_from_the_turn_that_holds_it() -> None:
    page = ENGLISH.replace("\n\nCGTN: How", "\n\nHow")
    turns = [
        {"label": "Weng Yunzhou", "role": "official", "starts": "Thank you. The towpaths"},
        {"label": "CGTN", "role": "reporter", "starts": "How wide are the towpaths?"},
    ]
    facts = confirmed(parse(page), gold(turns=turns))
    assert [said.text.strip() for said in facts.turns] == [
        "Thank you. The towpaths are forty kilometers long. They are open at night."
    ]
    assert "CGTN" in [said.label for said in facts.others]


def test_without_turns_in_gold_new_turns_are_no_fault() -> None:
    page = gold()
    del page["turns"]
    facts = confirmed(parse("No press conference was held."), page)
    assert not facts.turns_judged
    assert "new turn" not in [d.fact for d in verdict(ENGLISH, facts).differences]
