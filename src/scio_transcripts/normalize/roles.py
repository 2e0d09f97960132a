"""Who speaks in what role: chair, official, reporter, or unknown.

In: the turns as written and the people of the roster. Out: a role and, where the page says who it is, a person for
each turn. A heading and a label outweigh the wording; the wording outweighs the position; without any of these the
role stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scio_transcripts.diagnostics import Log
from scio_transcripts.normalize.introductions import people_in
from scio_transcripts.normalize.people import People, Person
from scio_transcripts.parser import wording
from scio_transcripts.parser.clues import core, fold
from scio_transcripts.parser.raw import RawTurn
from scio_transcripts.registry import outlets
from scio_transcripts.registry.han import is_chinese, is_han, simplified, split_post
from scio_transcripts.spans import Span

PRESS_POSTS = tuple(
    (
        "state council information office|(scio)|the scio|scio spokes|information office of the state council"
        "|press bureau|information bureau|publicity bureau|press center|press centre|international press"
        "|国务院新闻办|国新办"
    ).split("|")
)
"""Posts of those who chair, in lower case: the offices that hold the conferences."""
_SPOKES = re.compile(r"\bspokes(?:person|man|woman)\b|\bmoderator\b|\bhost\b|发言人|發言人", re.I)
_QUESTION_LABEL = re.compile(
    r"(?:Q|Questions?|Reporters?|Journalists?|Correspondent|Follow[- ]?ups?|Media|Press|Audience.*|Netizens?.*|记者|記者|问|問|提问|提問)"
    r"(?: ?\d{1,2})?",
    re.I,
)
_CHAIR_LABEL = re.compile(
    r"\b(?:host|hostess|moderator|chair|chairman|chairwoman|chairperson|compere|anchor|presenter)\b"
    r"|主持人",
    re.I,
)
_REPORTER_CLUES = frozenset({"outlet", "outlet-within", "asker"})
_HEADED = 4
"""Weight of a chair's heading; without one, `_ENOUGH` must come together."""
_ENOUGH = 3
_LOOKED_AT = 1200
"""Characters of a speech, from its beginning, that are read for wording."""
_FORMULAS_IN = 600
"""Characters from the beginning of a speech in which the formulas of a chair count."""
_SHORT = 420
_LONG = 700
_HAN_WEIGHT = 3
"""Letters of English that say as much as one character of Chinese."""
_MOST_TURNS = 6
_NAMING = frozenset({"person", "titled", "described", "known-label"})


@dataclass(slots=True)
class Voice:
    """What is known of one turn's speaker."""

    role: str = "unknown"
    person: Person | None = None
    basis: str = ""


def pick_chairs(people: People, turns: Sequence[RawTurn], log: Log) -> None:
    """Settle who of the roster chairs; everybody else of the roster is an official."""
    roster = [p for p in people.all if p.copies]
    layout = _Layout.of(roster)
    opens = people.of_label(turns[0].label)[0] if turns and turns[0].label and len(roster) > 1 else None
    weights = [_chair_weight(p, layout, turns[0].speech if p is opens else None) for p in roster]
    headed = any(weight >= _HEADED for weight, _ in weights)
    best = max((weight for weight, _ in weights), default=0)
    for person, (weight, why) in zip(roster, weights, strict=True):
        if weight < (_HEADED if headed else max(best, _ENOUGH)):
            person.role = "official"
            continue
        person.role = "chair"
        if "heading" not in why:
            log.add("R303", *person.copies[0].span, name=person.name, clues=", ".join(why))
        person.evidence.append(("role", person.copies[-1].span, "+".join(why)))


def _is_press_post(post: str) -> bool:
    plain = simplified(post.lower())
    return any(words in plain for words in PRESS_POSTS)


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the roster's entries stand together."""

    people: int
    group_sizes: Counter[int]
    last_of_copy: dict[int, Span]

    @classmethod
    def of(cls, roster: Sequence[Person]) -> _Layout:
        copies = [copy for person in roster for copy in person.copies]
        last: dict[int, Span] = {}
        for copy in copies:
            last[copy.copy] = max(copy.span, last.get(copy.copy, copy.span))
        return cls(len(roster), Counter(copy.group for copy in copies), last)


def _chair_weight(person: Person, layout: _Layout, opening: str | None) -> tuple[int, list[str]]:
    """What speaks for a chair. `opening` is the first speech of the page, where it is this person's."""
    clues: list[tuple[str, int]] = []
    copies, several = person.copies, layout.people > 1
    post = (person.description or "").lower()
    press = _is_press_post(post)
    # A heading over several people has lost the next one: then only a press post counts.
    headed = any(c.heading == "chair" and (press or layout.group_sizes[c.group] == 1) for c in copies)
    if headed:
        clues.append(("heading", _HEADED))
    if press:
        clues.append(("post", 2))
        if _SPOKES.search(person.description or ""):
            clues.append(("spokesperson", 1))
    if several and any(layout.last_of_copy[c.copy] == c.span for c in copies):
        clues.append(("last of the roster", 1))
    if several and "speakers" not in person.headings and any(layout.group_sizes[c.group] == 1 for c in copies):
        clues.append(("stands apart", 1))
    if opening is not None and wording.GREETING.match(opening):
        clues.append(("speaks first", 1))
    if opening is not None and not headed and wording.CHAIR.count(opening[: 2 * _LOOKED_AT]):
        clues.append(("opens", 2))
    speaks = "speakers" in person.headings and "chair" not in person.headings
    return sum(weight for _, weight in clues) - 2 * speaks, [clue for clue, _ in clues]


def voices(turns: Sequence[RawTurn], people: People) -> list[Voice]:
    """A role, and a person where the label names one, for each turn."""
    found = _by_labels(turns, people)
    unsettled: dict[str, list[int]] = {}
    for i, (turn, voice) in enumerate(zip(turns, found, strict=True)):
        if voice.role == "unknown" and turn.label is not None:
            unsettled.setdefault(fold(core(turn.label)), []).append(i)
    weighed = {words: _by_wording(indices, turns, found) for words, indices in unsettled.items()}
    if (
        len(weighed) > 1
        and all(v.role == "unknown" for v in found)
        and {r for r, _ in weighed.values()} == {"reporter"}
    ):
        # Where everybody asks, as in a conversation, nobody is shown to be the one who answers.
        weighed = dict.fromkeys(weighed, ("unknown", 0))
    _leave_one_chair(weighed, chaired=any(v.role == "chair" for v in found))
    for words, indices in unsettled.items():
        role = weighed[words][0]
        for i in indices:
            voice = found[i]
            voice.role, voice.basis = role, "wording" if role != "unknown" else ""
            if voice.person is not None and voice.person.role == "unknown":
                voice.person.role = role
    _answers_for_itself(turns, found)
    for i, turn in enumerate(turns):
        if turn.label is None:
            found[i].role = _of_unlabelled(i, found, turn.speech)
            found[i].basis = "wording" if found[i].role != "unknown" else ""
    return found


def _by_labels(turns: Sequence[RawTurn], people: People) -> list[Voice]:
    """A voice for each turn: labels recur, and the same label with the same clues says the same."""
    said: dict[tuple[str | None, tuple[str, ...]], tuple[str, Person | None, str]] = {}
    found = []
    for turn in turns:
        key = turn.label, turn.clues
        says = said.get(key)
        if says is None:
            says = said[key] = _by_label(*key, people)
        found.append(Voice(*says))
    return found


def _by_label(label: str | None, clues: tuple[str, ...], people: People) -> tuple[str, Person | None, str]:
    """What a label says of its speaker: the role, the person, and how it shows."""
    if label is None:
        return "unknown", None, ""
    person, _ = people.of_label(label)
    if person is not None and person.role != "unknown":
        return person.role, person, "roster"
    words = core(label)
    if "anonymous" in clues:
        return "reporter" if _QUESTION_LABEL.fullmatch(words) else "official", None, "label"
    if "role-word" in clues and _CHAIR_LABEL.search(words):
        return "chair", person, "label"
    if is_han(words) and (titled := split_post(words)) and _is_press_post(titled[0]):
        return "chair", person, "label"
    if _REPORTER_CLUES.intersection(clues) or outlets.find(words):
        return "reporter", person, "outlet"
    if "outlet-word" in clues and "person" not in clues:
        return "reporter", person, "outlet-word"
    return "unknown", person, ""


class _Votes(NamedTuple):
    """What one turn says for each role."""

    chair: int = 0
    official: int = 0
    reporter: int = 0


def _by_wording(indices: Sequence[int], turns: Sequence[RawTurn], found: Sequence[Voice]) -> tuple[str, int]:
    """The role of one label, from what is said under it, and by how much it chairs rather than answers.

    Somebody who speaks often shows who he is by his first turns and his last: more are not looked at.
    """
    looked_at = indices if len(indices) <= _MOST_TURNS else [*indices[: _MOST_TURNS - 2], *indices[-2:]]
    votes = [_vote(i, turns, found) for i in looked_at]
    chair, official, reporter = (sum(column) for column in zip(*votes, strict=True))
    if max(chair, official, reporter) == 0:
        named = any(_NAMING.intersection(turns[i].clues) for i in looked_at)
        return "official" if named and len(turns) > 1 else "unknown", 0
    if reporter > max(official, chair):
        return "reporter", 0
    return "chair" if chair > official else "official", chair - official


def _vote(i: int, turns: Sequence[RawTurn], found: Sequence[Voice]) -> _Votes:
    turn, speech = turns[i], turns[i].speech
    length = len(speech) * (_HAN_WEIGHT if is_chinese(speech) else 1)
    short = length <= _SHORT
    after_reporter = i > 0 and found[i - 1].role == "reporter"
    formulas = wording.CHAIR.count(speech[:_FORMULAS_IN]) + (0 if short else wording.CHAIR.count(speech[-_SHORT:]))
    chair = official = reporter = 0
    if formulas:
        # In a long speech in the middle a formula may be anybody's; a short one, the first and the last are the
        # chair's business.
        chair += 2 + min(formulas, 2) if short or i in (0, len(turns) - 1) else 1
    if wording.CALLS_UP.fullmatch(speech):
        chair += 6
    elif short and wording.GIVES_FLOOR.found_in(speech):
        chair += 1 if after_reporter else 3
        official += 2 if after_reporter else 0
    if i == 0 and _introduces_others(speech[:_LOOKED_AT], turn.label):
        chair += 3
    if wording.ANSWERS.found_in(speech[: wording.OPENING_WORDS]):
        official += 3
    if after_reporter and not (short and formulas):
        official += 3
    official += (length > _LONG) + 3 * ("titled" in turn.clues)
    if i + 1 < len(turns) and not after_reporter and wording.ends_with_question(speech):
        reporter += 3 + bool(wording.ASKS_FIRST.match(speech))
    return _Votes(chair, official, reporter)


def _leave_one_chair(weighed: dict[str, tuple[str, int]], *, chaired: bool) -> None:
    """Of several labels whose wording is a chair's, the heaviest chairs: an official may pass a question on, too."""
    chairs = [words for words, (role, _) in weighed.items() if role == "chair"]
    if len(chairs) + chaired < 2:
        return
    keep = None if chaired else max(chairs, key=lambda words: weighed[words][1])
    for words in chairs:
        if words != keep:
            weighed[words] = ("official", weighed[words][1])


def _answers_for_itself(turns: Sequence[RawTurn], found: Sequence[Voice]) -> None:
    """A spokesman who hosts and answers has no chair beside him: the one voice but the reporters is an official's."""
    labels = {turn.label for turn, voice in zip(turns, found, strict=True) if voice.role != "reporter"}
    others = {fold(core(label)) for label in labels if label is not None}
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
    if wording.ends_with_question(speech) or (wording.ASKS_FIRST.match(speech) and "?" in speech):
        return "reporter" if follower in ("official", "chair", "unknown") else "unknown"
    hits = wording.CHAIR.count(speech[:_LOOKED_AT])
    if (hits and len(speech) <= _LOOKED_AT and follower in ("official", "reporter")) or (
        i == 0 and follower == "official" and _introduces_others(speech, None)
    ):
        return "chair"
    if follower in ("reporter", "chair"):
        return "official"
    return "unknown"
