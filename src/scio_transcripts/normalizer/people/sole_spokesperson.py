"""The spokesperson who alone faces the press: whoever greets, invites questions and answers them is no chair.

In: the turns, their voices, the people, and what the head tells. Out: voices and people with the role `official`, and
the one speaker of unlabelled statements and of the answers `A`. Promises: nobody is alone beside whom somebody else is
named, said to attend, given the floor or heard; a speech that names him in the third person is not his.
"""

from __future__ import annotations

from collections.abc import Sequence

from scio_transcripts.language import speech_acts
from scio_transcripts.language.label import fold
from scio_transcripts.lazy import re
from scio_transcripts.lexer.roster.posts_said import names_others
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.normalizer.people.person import People, Person
from scio_transcripts.normalizer.people.presenting import people_presented
from scio_transcripts.normalizer.roles.roles import CHAIR_WORD, Voice
from scio_transcripts.registry.han import is_han_name
from scio_transcripts.registry.script import is_chinese

_OTHERS_HAN = re.compile(
    r"[負负][責责](?:人|同志)|等(?:人|同志|[領领][導导]|[专專]家|[\d一二三四五六七八九十][位名人])|(?:和|与|與|、)[^，。]{0,6}[专專]家"
)
"""`有关负责人出席`: who else was there, without a name."""
_CALLED_HAN = re.compile(r"[请請](?P<name>[\u4e00-\u9fff]{2,4}?)(?:介[绍紹]|回答|[发發]言|[补補]充|[说說]明|作|做)")
_SPOKES = re.compile(r"\bspokes(?:person|man|woman)\b|发言人|發言人", re.I)
_NAMELESS = frozenset({"role-word", "office", "act"})
"""Clues of a label that names a part in the event, or a post, and nobody."""
_FIRST = 4
"""Turns in which those who sit there are presented."""
_OPENING = 1200
_ENDING = 420
"""Characters at the end of a speech in which its speaker gives the floor."""


def settle_alone(
    turns: Sequence[RawTurn], voices: Sequence[Voice], people: People, told: Sequence[str], heard: Sequence[int]
) -> None:
    """Make the one who alone faces the press an official, and give him what nobody else can have said.

    `told`: the paragraphs of the head that tell of the event. `heard`: where somebody may speak whose label did not
    win.
    """
    person = _alone(turns, voices, people)
    if person is None or _is_joined(person, turns, told):
        return
    own = [i for i, voice in enumerate(voices) if voice.person is person]
    _let_strangers_ask(person, voices)
    named = bool(person.copies) or any(fold(person.name) in fold(words) for words in told)
    if person.role == "official" or _takes_the_floor(named, own, turns, voices):
        _make_official(person, turns, voices)
        # Only whom the head names is known to be alone in the whole event: a page's middle may go on with anybody.
        if person.copies and turns and _may_open(person, turns[0], voices[0], heard):
            voices[0].person, voices[0].role, voices[0].basis = person, "official", "alone"


def _make_official(person: Person, turns: Sequence[RawTurn], voices: Sequence[Voice]) -> None:
    """Give the role to the person, and to unlabelled words that open the page: nobody else is there to chair."""
    person.role = "official"
    for turn, voice in zip(turns, voices, strict=True):
        if voice.person is person or (turn is turns[0] and turn.label is None and voice.role == "chair"):
            voice.role = "official"


def _alone(turns: Sequence[RawTurn], voices: Sequence[Voice], people: People) -> Person | None:
    """The only person of the page who is no reporter, where every label that is no reporter's is his."""
    persons = [p for p in people.all if p.role != "reporter" and not p.outlet]
    if len(persons) > 1:
        # A spokesperson is alone among people who have neither a role nor a post.
        persons = [p for p in persons if p.role != "unknown" or p.copies or p.description]
    if len(persons) != 1:
        return None
    (person,) = persons
    if all(_is_his_or_asks(turn, voice, person) for turn, voice in zip(turns, voices, strict=True)):
        return person
    return None


def _is_his_or_asks(turn: RawTurn, voice: Voice, person: Person) -> bool:
    if voice.person is person:
        return voice.basis != CHAIR_WORD
    if voice.role == "unknown" and voice.person is not None:
        return _is_spokesperson(person) and _NAMELESS.isdisjoint(turn.clues)
    return turn.label is None or voice.role == "reporter" or "anonymous" in turn.clues


def _is_spokesperson(person: Person) -> bool:
    """Whether a post says that somebody speaks for a body: whoever else speaks there asks."""
    return _SPOKES.search(person.description or person.name) is not None


def _let_strangers_ask(person: Person, voices: Sequence[Voice]) -> None:
    """Make reporters of those whose words do not show that they ask, where one person alone answers."""
    for voice in voices:
        if voice.role == "unknown" and voice.person is not None and voice.person is not person:
            voice.role = voice.person.role = "reporter"
            voice.basis = "alone"


def _is_joined(person: Person, turns: Sequence[RawTurn], told: Sequence[str]) -> bool:
    """Whether somebody else is said to be there, by name or without one."""
    if any(names_others(words) or _OTHERS_HAN.search(words) for words in told):
        return True
    presented = [other for turn in turns[:_FIRST] for other in people_presented(turn.speech[:_OPENING])]
    return any(fold(other.name) != fold(person.name) for other in presented)


def _takes_the_floor(named: bool, own: Sequence[int], turns: Sequence[RawTurn], voices: Sequence[Voice]) -> bool:
    """Whether he answers, or an anonymous answer can only be his.

    Where nobody asks, whether nobody else gets the floor, if the head names him (`named`): a later page of an event, on
    which the chair calls for a question or closes, shows nobody else either.
    """
    if any(voice.role == "reporter" for voice in voices):
        return any(
            voices[i - 1].role == "reporter"
            and (voices[i].role == "official" or (i in own and not _gives_floor(turns[i].speech[-_ENDING:])))
            for i in range(1, len(voices))
        )
    return bool(own) and named and not any(_gives_floor(turns[i].speech[-_ENDING:]) for i in own)


def _gives_floor(ending: str) -> bool:
    """Whether a speech ends by handing over to somebody who is no reporter."""
    if is_chinese(ending):
        return any(is_han_name(called["name"]) for called in _CALLED_HAN.finditer(ending))
    return speech_acts.gives_floor(ending) and not speech_acts.invites_floor(ending)


def _may_open(person: Person, first: RawTurn, voice: Voice, heard: Sequence[int]) -> bool:
    """Whether the unlabelled beginning of the page can be his: one speech, not a question, and not about him.

    People name themselves only to say who they are. A question with more words behind it has lost the label of its
    answer, or all labels with it.
    """
    if first.label is not None or voice.role == "reporter":
        return False
    if any(first.start <= place < first.end for place in heard):
        return False
    asks = any(speech_acts.ends_with_question(paragraph["text"]) for paragraph in first.paragraphs[:-1])
    return not asks and fold(person.name) not in fold(first.speech[:_OPENING])
