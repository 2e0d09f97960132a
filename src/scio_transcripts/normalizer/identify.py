"""Who is on the page: roster, sentences that introduce people, and labels, in this order.

In: what the parser wrote. Out: the people, the turns, and a voice for each turn. Promises: each source adds only
people that the ones before do not have. Knows nothing of dates and places.
"""

from __future__ import annotations

from collections.abc import Sequence

from scio_transcripts.diagnostics import Log
from scio_transcripts.language import speech_acts
from scio_transcripts.lexer.read import Written
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.lexer.zones.pieces import Part
from scio_transcripts.normalizer.people.introducing import (
    add_officials,
    introduce,
    introduce_themselves,
    introduced_in_opening,
)
from scio_transcripts.normalizer.people.introductions import self_introduction
from scio_transcripts.normalizer.people.labelled import meet
from scio_transcripts.normalizer.people.nearest import nearest_name
from scio_transcripts.normalizer.people.person import People, Person, merge_roster
from scio_transcripts.normalizer.people.sole_spokesperson import settle_alone
from scio_transcripts.normalizer.roles.chairs import pick_chairs
from scio_transcripts.normalizer.roles.lost_labels import split_lost
from scio_transcripts.normalizer.roles.roles import Voice, voices
from scio_transcripts.registry.script import is_chinese
from scio_transcripts.spans import Span

_OPENING = 4000
_HAND_OVER = 160
"""Characters of a turn that only hands over."""
_MOST_STRANGERS = 200


def identify(written: Written, text: str, log: Log) -> tuple[People, list[RawTurn], list[Voice]]:
    """The people, the turns (with lost labels made turns of their own), and a voice for each turn."""
    people = People()
    turns: Sequence[RawTurn] = written.page.turns
    merge_roster(people, written.roster.people, log)
    for line in written.roster.empty_headings:
        log.add("R301", line.start, line.end, heading=line.text)
    pick_chairs(people, turns, log)
    if not any(p.role == "official" for p in people.all):
        introduce(people, written, turns, text, log)
    elif turns and turns[0].paragraphs and is_chinese(turns[0].opening):
        # Chinese pages give courtesy titles, and who else is there, only in the chair's words.
        add_officials(people, introduced_in_opening(turns[0], text), log)
    found = voices(turns, people)
    split = split_lost(turns, found, text, log)
    if len(split) != len(turns):
        turns, found = split, voices(split, people)
    _meet_all(turns, found, people, log)
    settle_alone(turns, found, people, _told(written, text), [line.start for line, _ in written.near])
    _settle_anonymous(turns, found, people)
    _settle_unlabelled(turns, found, people, log)
    introduce_themselves(turns, found)
    _tell_near_misses(people, log)
    return people, list(turns), found


def _meet_all(turns: Sequence[RawTurn], found: Sequence[Voice], people: People, log: Log) -> None:
    """Give each labelled turn its person."""
    met: set[str] = set()
    told: set[str] = set()
    for turn, voice in zip(turns, found, strict=True):
        # The same label names the same person again.
        if turn.label is not None and (voice.person is None or turn.label not in met):
            met.add(turn.label)
            meet(turn, voice, people, told, log)


def _told(written: Written, text: str) -> list[str]:
    """What the head tells of the event."""
    return [piece.span.of(text) for part in (Part.SUMMARY, Part.INTRODUCTION) for piece in written.head.all(part)]


def _tell_near_misses(people: People, log: Log) -> None:
    """Somebody whom only labels name, and whose name is nearly one of the roster: told, never merged."""
    roster = [person.name for person in people.all if person.copies]
    if not roster:
        return
    strangers = [p for p in people.all if not p.copies and not p.outlet and " " in p.name]
    for person in strangers[:_MOST_STRANGERS]:
        label = _label_of(person)
        if label is not None and (near := nearest_name(person.name, roster)):
            log.add("P506", *label, name=person.name, nearest=near)


def _label_of(person: Person) -> Span | None:
    """The label by which somebody was first met."""
    return next((span for what, span, basis in person.evidence if basis == "label" and not what), None)


def _settle_anonymous(turns: Sequence[RawTurn], found: Sequence[Voice], people: People) -> None:
    """`A` and `Answer` are the official of a page that has one, or the one to whom the chair has just handed over."""
    officials = [p for p in people.all if p.role == "official"]
    for i, (turn, voice) in enumerate(zip(turns, found, strict=True)):
        if voice.role != "official" or voice.person is not None or "anonymous" not in turn.clues:
            continue
        if len(officials) == 1:
            voice.person, voice.basis = officials[0], "only official"
            if turn.label:
                officials[0].aliases.setdefault(turn.label)
        elif i and found[i - 1].role == "chair":
            voice.person, voice.basis = _called(turns[i - 1].speech, officials), "hand-over"


def _called(words: str, officials: Sequence[Person]) -> Person | None:
    """The one official whom a chair names who only hands over: `This question goes to Lin Dahai.`"""
    if len(words) > _HAND_OVER:
        return None
    called = [person for person in officials if person.name in words]
    return called[0] if len(called) == 1 else None


def _settle_unlabelled(turns: Sequence[RawTurn], found: Sequence[Voice], people: People, log: Log) -> None:
    """A page's first speech without label names its speaker by `I'm ...`; one that continues has nobody."""
    if not turns or turns[0].label is not None:
        return
    turn, voice = turns[0], found[0]
    speech = turn.speech[:_OPENING]
    goes_on = voice.role in ("official", "unknown") and voice.person is None
    turn.continued = goes_on and not speech_acts.greets(speech)
    me = self_introduction(speech, turn.start)
    if me is None or voice.role == "reporter":
        return
    voice.person = people.find(me.name)
    if voice.person is None:
        merge_roster(people, [me], log, basis="self-introduction")
        voice.person = people.find(me.name)
    if voice.role == "unknown" and len(turns) == 1:
        voice.role = "official"
    voice.basis = "self-introduction"
    if voice.person is not None and voice.person.role == "unknown":
        voice.person.role = voice.role
