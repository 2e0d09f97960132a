"""Who speaks in what role: chair, official, reporter, or unknown.

In: the turns as written and the people of the roster. Out: a role and, where the page says who it is, a person for
each turn. A heading and a label outweigh the wording; the wording outweighs the position; without any of these the
role stays unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from scio_transcripts.language import speech_acts
from scio_transcripts.language.label import act_of_nameless, core, fold, read_label, unnumbered
from scio_transcripts.language.scale import together
from scio_transcripts.lazy import re
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.normalizer.people.person import People, Person
from scio_transcripts.normalizer.roles.chairs import is_press_post, names_spokesperson
from scio_transcripts.normalizer.roles.votes import LOOKED_AT, introduces_others, vote
from scio_transcripts.registry import outlets
from scio_transcripts.registry.han import split_label, split_post
from scio_transcripts.registry.script import is_han

_SPOKES_LABEL = re.compile(
    r"(?:the |our )?spokes(?:person|man|woman)"
    r"|(?:[a-z]+ ){0,5}official(?:(?: number)? (?:one|two|three|four|five|six|\d{1,2}))?"
    r"|(?:新[闻聞])?[发發]言人",
    re.I,
)
"""A part in the event that is an official's, without a name."""
_CHAIR_PIECE = re.compile(
    r"(?:the |your |our |press |conference |briefing |event )?"
    r"(?:co-?)?(?:host(?:ess)?|moderator|chair(?:man|woman|person)?|compere|anchor|presenter|emcee|MC)",
    re.I,
)
"""A piece of a label that says that its speaker chairs: `Gu Wei, chair`, not `chair of the Harbour Board`."""
_CHAIR_HAN = re.compile(r"主持(?:人|$|[\s:：（(/])")
_PIECES = re.compile(r"[,，、;；:：()（）/|\[\]]|\s[-–—]\s")
CHAIR_WORD = "chair's word"
"""Basis of the role of somebody whose label says that he chairs."""
_NAMELESS = {"asks": "reporter", "answers": "official"}
_REPORTER_CLUES = frozenset({"outlet", "outlet-within", "asker"})
_ACTING = {"asks": "reporter", "answers": "official"}
"""The role of whoever does what a label says."""
_ANSWERING = frozenset({"official", "chair", "unknown"})
_STATED_TO = frozenset({"reporter", "chair"})
"""Who speaks behind a question, and behind a statement."""
_MOST_TURNS = 6
_NAMING = frozenset({"person", "titled", "described", "known-label"})


@dataclass(slots=True)
class Voice:
    """What is known of one turn's speaker."""

    role: str = "unknown"
    person: Person | None = None
    basis: str = ""
    grounds: tuple[str, ...] = ()
    """What in the wording spoke for the role, where nothing else did."""

    def settle(self, role: str, grounds: tuple[str, ...] = ()) -> None:
        """Take a role from the wording, for the person, too, if nothing else is known of him."""
        self.role, self.grounds = role, grounds
        self.basis = "wording" if role != "unknown" else ""
        if self.person is not None and self.person.role == "unknown":
            self.person.role = role


def voices(turns: Sequence[RawTurn], people: People) -> list[Voice]:
    """A role, and a person where the label names one, for each turn."""
    found = _by_labels(turns, people)
    unsettled: dict[str, list[int]] = {}
    for i, (turn, voice) in enumerate(zip(turns, found, strict=True)):
        if voice.role == "unknown" and turn.label is not None:
            unsettled.setdefault(_who(turn.label), []).append(i)
    listed = any(person.copies for person in people.all)
    for words, weighed in _weighed(unsettled, turns, found, listed=listed).items():
        for i in unsettled[words]:
            found[i].settle(weighed.role, weighed.grounds)
    for i, turn in enumerate(turns):
        if turn.label is None:
            found[i].settle(_of_unlabelled(i, found, turn))
    return found


class _ByWording(NamedTuple):
    """The role of one label, from what is said under it."""

    role: str
    chairs: float = 0
    """By how much it chairs rather than answers."""
    grounds: tuple[str, ...] = ()
    """The clues that spoke for the role."""


_OPEN = _ByWording("unknown")


def _weighed(
    unsettled: Mapping[str, Sequence[int]], turns: Sequence[RawTurn], found: Sequence[Voice], *, listed: bool
) -> dict[str, _ByWording]:
    """What the wording shows of each label whose words do not say it. `listed`: whether the page lists who attends."""
    roles = [voice.role for voice in found]
    weighed = {words: _by_wording(indices, turns, roles) for words, indices in unsettled.items()}
    only_asked = len(weighed) > 1 and {own.role for own in weighed.values()} == {"reporter"}
    if only_asked and all(role == "unknown" for role in roles):
        # Where everybody asks, as in a conversation, nobody is shown to be the one who answers.
        return dict.fromkeys(weighed, _OPEN)
    _leave_one_chair(weighed, chaired="chair" in roles)
    answering = {*roles, *(own.role for own in weighed.values())}
    if not listed and "official" not in answering and "reporter" in answering:
        _let_spokespeople_answer(weighed, unsettled, turns)
    return weighed


def _let_spokespeople_answer(
    weighed: dict[str, _ByWording], unsettled: Mapping[str, Sequence[int]], turns: Sequence[RawTurn]
) -> None:
    """Where nobody else answers, whoever is a spokesperson by the label does, also who greets and takes questions."""
    for words, own in weighed.items():
        if own.role == "chair" and any(names_spokesperson(turns[i].label or "") for i in unsettled[words]):
            weighed[words] = own._replace(role="official", grounds=("a spokesperson, and nobody else who answers",))


@lru_cache(maxsize=4096)
def _who(label: str) -> str:
    """What labels of one person share: the name, without a post or the word that says who chairs."""
    words = core(label)
    if is_han(words):
        return split_label(words)[1]
    pieces = [piece.strip() for piece in _PIECES.split(unnumbered(label))]
    names = [piece for piece in pieces if piece and not _CHAIR_PIECE.fullmatch(piece)]
    return fold(names[0]) if len(names) == 1 < len(pieces) else fold(words)


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
    _share_roles(turns, found)
    return found


def _share_roles(turns: Sequence[RawTurn], found: Sequence[Voice]) -> None:
    """Let what one label says of its speaker hold for his shorter labels: `Lin Dahai, chair`, then `Lin Dahai`.

    Chinese labels print the post the first time. In English a name may be an outlet's word: only a chair's is shared.
    """
    shown: dict[str, Voice] = {}
    labelled = [(_who(t.label), voice) for t, voice in zip(turns, found, strict=True) if t.label]
    for who, voice in labelled:
        if voice.basis == CHAIR_WORD or (voice.role != "unknown" and is_han(who)):
            shown[who] = voice
    for who, voice in labelled:
        if voice.role == "unknown" and who in shown:
            voice.role, voice.basis = shown[who].role, shown[who].basis


def _by_label(label: str | None, clues: tuple[str, ...], people: People) -> tuple[str, Person | None, str]:
    """What a label says of its speaker: the role, the person, and how it shows."""
    if label is None:
        return "unknown", None, ""
    person, _ = people.of_label(label)
    if person is not None and person.role != "unknown":
        return person.role, person, "roster"
    words, act = core(label), read_label(label).act
    if "anonymous" in clues:
        return _NAMELESS.get(act_of_nameless(label), "unknown"), None, "label"
    if _says_chair(label, clues):
        return "chair", person, CHAIR_WORD
    if _has_press_post(words):
        return "chair", person, "label"
    if _REPORTER_CLUES.intersection(clues) or outlets.find(words) or names_outlet_beside(label):
        return "reporter", person, "outlet"
    if act in _ACTING:
        return _ACTING[act], person, "label"
    if "outlet-word" in clues and "person" not in clues:
        return "reporter", person, "outlet-word"
    return "unknown", person, ""


def _has_press_post(words: str) -> bool:
    """Whether Chinese words are a post of those who chair, and a name."""
    titled = split_post(words) if is_han(words) else None
    return titled is not None and is_press_post(titled[0])


def names_outlet_beside(label: str) -> bool:
    """Whether a label says in brackets at its end whom the asker is with: `Reporter (Reuters)`."""
    return label.endswith((")", "）")) and outlets.resolve(label).outlet is not None


def _says_chair(label: str, clues: tuple[str, ...]) -> bool:
    """Whether a label says that its speaker chairs: in a piece of its own, or as the word before the name."""
    label = unnumbered(label)
    if is_han(label[:1]):
        return _CHAIR_HAN.search(label) is not None
    if any(_CHAIR_PIECE.fullmatch(piece.strip()) for piece in _PIECES.split(label)):
        return True
    return "role-word" in clues and _CHAIR_PIECE.match(core(label)) is not None


def _by_wording(indices: Sequence[int], turns: Sequence[RawTurn], roles: Sequence[str]) -> _ByWording:
    """The role of one label, from what is said under it.

    Somebody who speaks often shows who he is by his first turns and his last: more are not looked at.
    """
    looked_at = indices if len(indices) <= _MOST_TURNS else [*indices[: _MOST_TURNS - 2], *indices[-2:]]
    votes = [vote(i, turns, roles) for i in looked_at]
    chair, official, reporter = (together(column) for column in zip(*votes, strict=True))
    if not any(weighing.weight for weighing in (chair, official, reporter)):
        is_alone = len(indices) == len(turns) and speech_acts.greets(turns[0].speech)
        named = is_alone or any(_is_named(turns[i]) for i in looked_at)
        return _ByWording("official", grounds=("a name or a post in the label",)) if named else _OPEN
    if reporter.weight > max(official.weight, chair.weight):
        return _ByWording("reporter", grounds=reporter.held)
    if chair.weight > official.weight:
        return _ByWording("chair", chair.weight - official.weight, chair.held)
    return _ByWording("official", chair.weight - official.weight, official.held)


def _is_named(turn: RawTurn) -> bool:
    """Whether a label is a name, a post, or an official's part in the event."""
    return (
        not _NAMING.isdisjoint(turn.clues)
        or "office" in turn.clues
        or _SPOKES_LABEL.fullmatch(core(turn.label or "")) is not None
    )


def _leave_one_chair(weighed: dict[str, _ByWording], *, chaired: bool) -> None:
    """Of several labels whose wording is a chair's, the heaviest chairs: an official may pass a question on, too."""
    chairs = [words for words, own in weighed.items() if own.role == "chair"]
    if len(chairs) + chaired < 2:
        return
    keep = None if chaired else max(chairs, key=lambda words: weighed[words].chairs)
    for words in chairs:
        if words != keep:
            weighed[words] = weighed[words]._replace(role="official", grounds=("another who chairs more",))


def _of_unlabelled(i: int, found: Sequence[Voice], turn: RawTurn) -> str:
    """The role of a turn without label: from its own words, then from its place between two others."""
    speech, before = turn.speech, found[i - 1].role if i else ""
    follower = found[i + 1].role if i + 1 < len(found) else ""
    if before == "reporter" and speech_acts.answers(speech[: speech_acts.OPENING]):
        return "official"
    if _asks(speech):
        return "reporter" if follower in _ANSWERING else "unknown"
    if "wording" in turn.clues and before in ("reporter", "chair"):
        # The label was lost of an answer, or of whoever was given the floor.
        return "official"
    if _chairs_unlabelled(i, follower, speech):
        return "chair"
    return "official" if follower in _STATED_TO or _states(found, speech) else "unknown"


def _asks(speech: str) -> bool:
    return speech_acts.ends_with_question(speech) or (speech_acts.opens_question(speech) and "?" in speech)


def _states(found: Sequence[Voice], speech: str) -> bool:
    """Whether somebody alone on the page greets: it is a statement."""
    return len(found) == 1 and speech_acts.greets(speech)


def _chairs_unlabelled(i: int, follower: str, speech: str) -> bool:
    """Whether a speech without label does a chair's business, or presents the one who speaks next."""
    hits = speech_acts.chair_words(speech[:LOOKED_AT])
    if hits and len(speech) <= LOOKED_AT and follower in ("official", "reporter"):
        return True
    return i == 0 and follower == "official" and introduces_others(speech, None)
