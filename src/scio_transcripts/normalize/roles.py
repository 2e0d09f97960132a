"""Who speaks in what role: chair, official, reporter, or unknown.

In: the turns as written and the people of the roster. Out: a role and, where the page says who it is, a person for each turn.
A heading and a label outweigh the wording; the wording outweighs the position; without any of these the role stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scio_transcripts.diagnostics import Log
from scio_transcripts.normalize.introductions import people_in
from scio_transcripts.normalize.people import People, Person
from scio_transcripts.parser import wording
from scio_transcripts.parser.labels import core, fold
from scio_transcripts.parser.raw import RawTurn
from scio_transcripts.registry import outlets

PRESS_POST = re.compile(
    r"(?:State Council Information Office|\bSCIO\b|Information Office of the State Council|Press Bureau|Information Bureau|Publicity Bureau|Press Cent(?:er|re)"
    r"|International Press)",
    re.I,
)
"""Posts of those who chair: the offices that hold the conferences."""
_SPOKES = re.compile(r"\bspokes(?:person|man|woman)\b|\bmoderator\b|\bhost\b", re.I)
_QUESTION_LABEL = re.compile(r"(?:Q|Questions?|Reporters?|Journalists?|Correspondent|Media|Press|Audience.*|Netizens?|记者|问|提问)(?: ?\d{1,2})?", re.I)
_CHAIR_LABEL = re.compile(r"\b(?:host|hostess|moderator|chair|chairman|chairwoman|chairperson|compere|anchor|presenter)\b|主持人", re.I)
_REPORTER_CLUES = frozenset({"outlet", "outlet-within", "asker"})
_LOOKED_AT = 1200
"""Characters at either end of a speech whose wording is weighed."""
_SHORT = 420
_LONG = 700


@dataclass(slots=True)
class Voice:
    """What is known of one turn's speaker."""

    role: str = "unknown"
    person: Person | None = None
    basis: str = ""


def pick_chairs(people: People, turns: Sequence[RawTurn], text: str, log: Log) -> None:
    """Settle who of the roster chairs; everybody else of the roster is an official."""
    roster = [p for p in people.all if p.copies]
    weights = [(_chair_weight(p, roster, turns, text, people), p) for p in roster]
    headed = [p for w, p in weights if w[0] >= 4]
    best = max((w[0] for w, _ in weights), default=0)
    for weight, person in weights:
        if person in headed or (not headed and weight[0] == best >= 3):
            person.role = "chair"
            if "heading" not in weight[1]:
                log.add("R303", *person.copies[0].span, name=person.name, clues=", ".join(weight[1]))
            person.evidence.append(("role", person.copies[-1].span, "+".join(weight[1])))
        else:
            person.role = "official"


def _chair_weight(
    person: Person, roster: Sequence[Person], turns: Sequence[RawTurn], text: str, people: People
) -> tuple[int, list[str]]:
    weight, why = 0, []
    press = bool(person.description and PRESS_POST.search(person.description))
    if any(_heads_alone(copy, roster) or (copy.heading == "chair" and press) for copy in person.copies):
        weight += 4
        why.append("heading")
    if "speakers" in person.headings and "chair" not in person.headings:
        weight -= 2
    if press:
        weight += 2
        why.append("post")
        if _SPOKES.search(person.description or ""):
            weight += 1
            why.append("spokesperson")
    if any(_last_of_copy(copy, roster) for copy in person.copies) and len(roster) > 1:
        weight += 1
        why.append("last of the roster")
    if any(_stands_alone(copy, roster) for copy in person.copies) and len(roster) > 1 and "speakers" not in person.headings:
        weight += 1
        why.append("stands apart")
    if turns and turns[0].label and len(roster) > 1 and people.of_label(turns[0].label)[0] is person:
        speech = turns[0].speech(text)[: 2 * _LOOKED_AT]
        if wording.GREETING.match(speech):
            weight += 1
            why.append("speaks first")
        if wording.CHAIR.search(speech):
            weight += 2
            why.append("opens")
    return weight, why


def _heads_alone(copy: object, roster: Sequence[Person]) -> bool:
    """Whether the mention stands alone under a chair's heading: a heading over several people has lost the next one."""
    if getattr(copy, "heading", None) != "chair":
        return False
    return sum(1 for p in roster for c in p.copies if c.group == getattr(copy, "group", -1) and c.heading == "chair") == 1


def _last_of_copy(copy: object, roster: Sequence[Person]) -> bool:
    mine = getattr(copy, "copy", 0)
    last = max((c.span for p in roster for c in p.copies if c.copy == mine), default=None)
    return last == getattr(copy, "span", None)


def _stands_alone(copy: object, roster: Sequence[Person]) -> bool:
    return sum(1 for p in roster for c in p.copies if c.group == getattr(copy, "group", -1)) == 1


def voices(turns: Sequence[RawTurn], people: People, text: str) -> list[Voice]:
    """A role, and a person where the label names one, for each turn."""
    found = [_by_label(turn, people) for turn in turns]
    unsettled: dict[str, list[int]] = {}
    for i, (turn, voice) in enumerate(zip(turns, found, strict=True)):
        if voice.role == "unknown" and turn.label is not None:
            unsettled.setdefault(fold(core(turn.label)), []).append(i)
    weighed = {words: _by_wording(indices, turns, found, text) for words, indices in unsettled.items()}
    _leave_one_chair(weighed, chaired=any(v.role == "chair" for v in found))
    for words, indices in unsettled.items():
        role = weighed[words][0]
        for i in indices:
            found[i].role, found[i].basis = role, "wording" if role != "unknown" else ""
            if found[i].person is not None and found[i].person.role == "unknown":
                found[i].person.role = role
    _answers_for_itself(turns, found)
    for i, turn in enumerate(turns):
        if turn.label is None:
            found[i].role = _of_unlabelled(i, found, turn.speech(text))
            found[i].basis = "wording" if found[i].role != "unknown" else ""
    return found


def _by_label(turn: RawTurn, people: People) -> Voice:
    if turn.label is None:
        return Voice()
    clues = turn.clues
    person, _ = people.of_label(turn.label)
    if person is not None and person.role != "unknown":
        return Voice(person.role, person, "roster")
    words = core(turn.label)
    if "anonymous" in clues:
        return Voice("reporter" if _QUESTION_LABEL.fullmatch(words) else "official", None, "label")
    if "role-word" in clues and _CHAIR_LABEL.search(words):
        return Voice("chair", person, "label")
    if _REPORTER_CLUES.intersection(clues) or outlets.find(words):
        return Voice("reporter", person, "outlet")
    if "outlet-word" in clues and "person" not in clues:
        return Voice("reporter", person, "outlet-word")
    return Voice("unknown", person)


def _by_wording(indices: Sequence[int], turns: Sequence[RawTurn], found: Sequence[Voice], text: str) -> tuple[str, int]:
    """The role of one label, from all that is said under it, and by how much it chairs rather than answers."""
    chair = official = reporter = 0
    for i in indices:
        speech = turns[i].speech(text)
        begin, end = speech[:_LOOKED_AT], speech[-_LOOKED_AT:]
        after_reporter = i > 0 and found[i - 1].role == "reporter"
        hits = len(wording.CHAIR.findall(begin)) + (len(wording.CHAIR.findall(end)) if len(speech) > _LOOKED_AT else 0)
        short = len(speech) <= _SHORT
        if wording.THANKS_FOR_QUESTION.search(begin[: wording.OPENING_WORDS]):
            official += 3
        if hits:
            chair += 2 + min(hits, 2) if short or i in (0, len(turns) - 1) else 1
        if wording.GIVES_FLOOR.search(end) and short:
            chair += 1 if after_reporter else 3
            official += 2 if after_reporter else 0
        if i == 0 and _introduces_others(begin, turns[i].label):
            chair += 3
        if after_reporter and not (short and hits):
            official += 3
        if len(speech) > _LONG:
            official += 1
        asks = wording.ENDS_QUESTION.search(speech) is not None
        if asks and i + 1 < len(turns) and not after_reporter:
            reporter += 3 + bool(wording.ASKS_FIRST.match(speech))
        if "titled" in turns[i].clues:
            official += 3
    best = max(chair, official, reporter)
    if best == 0:
        named = any({"person", "titled", "described", "known-label"} & set(turns[i].clues) for i in indices)
        return "official" if named and len(turns) > 1 else "unknown", 0
    if reporter == best and reporter > official and reporter > chair:
        return "reporter", 0
    return "chair" if chair > official else "official", chair - official


def _leave_one_chair(weighed: dict[str, tuple[str, int]], *, chaired: bool) -> None:
    """Of several labels whose wording is a chair's, only the heaviest chairs: an official may pass a question on, too."""
    chairs = [words for words, (role, _) in weighed.items() if role == "chair"]
    if len(chairs) + chaired < 2:
        return
    keep = None if chaired else max(chairs, key=lambda words: weighed[words][1])
    for words in chairs:
        if words != keep:
            weighed[words] = ("official", weighed[words][1])


def _answers_for_itself(turns: Sequence[RawTurn], found: Sequence[Voice]) -> None:
    """A spokesman who hosts and answers has no chair beside him: the one voice that is no reporter's is an official's."""
    others = {fold(core(t.label)) for t, v in zip(turns, found, strict=True) if t.label is not None and v.role != "reporter"}
    asked = any(v.role == "reporter" for v in found)
    if not asked or len(others) != 1 or any(t.label is None for t in turns[1:]):
        return
    answers = any(found[i].role == "chair" and found[i - 1].role == "reporter" for i in range(1, len(found)))
    for voice in found:
        if answers and voice.role == "chair" and voice.basis == "wording":
            voice.role = "official"
            if voice.person is not None:
                voice.person.role = "official"


def _introduces_others(speech: str, label: str | None) -> bool:
    return any(fold(p.name) not in fold(label or "") for p in people_in(speech))


def _of_unlabelled(i: int, found: Sequence[Voice], speech: str) -> str:
    """The role of a turn without label: from its own words, then from its place between two others."""
    follower = found[i + 1].role if i + 1 < len(found) else ""
    if wording.ENDS_QUESTION.search(speech) or (wording.ASKS_FIRST.match(speech) and "?" in speech):
        return "reporter" if follower in ("official", "chair", "unknown") else "unknown"
    hits = wording.CHAIR.findall(speech[:_LOOKED_AT])
    if (hits and len(speech) <= _LOOKED_AT and follower in ("official", "reporter")) or (i == 0 and follower == "official" and _introduces_others(speech, None)):
        return "chair"
    if follower in ("reporter", "chair"):
        return "official"
    return "unknown"
