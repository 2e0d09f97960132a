"""Who is on the page: roster, sentences that introduce people, and labels, in this order.

In: what the parser wrote. Out: the people, the turns, and a voice for each turn. Promises: each source adds only
people that the ones before do not have. Knows nothing of dates and places.
"""

from __future__ import annotations

from collections.abc import Sequence

from scio_transcripts.diagnostics import Log
from scio_transcripts.language import speech_acts
from scio_transcripts.normalize.chairs import pick_chairs
from scio_transcripts.normalize.introducing import (
    add_officials,
    introduce,
    introduce_themselves,
    introduced_by_guests,
    introduced_in_opening,
)
from scio_transcripts.normalize.introductions import self_introduction
from scio_transcripts.normalize.labelled import meet
from scio_transcripts.normalize.lost import split_lost
from scio_transcripts.normalize.nearest import nearest_name
from scio_transcripts.normalize.people import People, merge_roster
from scio_transcripts.normalize.roles import Voice, voices
from scio_transcripts.parser import Written
from scio_transcripts.parser.raw import RawTurn
from scio_transcripts.registry.script import is_chinese, is_han

_OPENING = 4000
_MOST_STRANGERS = 200
_ASKING_CLUES = frozenset({"outlet", "outlet-word", "asker", "anonymous"})


def identify(written: Written, text: str, log: Log) -> tuple[People, list[RawTurn], list[Voice]]:
    """The people, the turns (with lost labels made turns of their own), and a voice for each turn."""
    people = People()
    turns: Sequence[RawTurn] = written.page.turns
    merge_roster(people, written.roster.people, log)
    for line in written.roster.empty_headings:
        log.add("R301", line.start, line.end, heading=line.text)
    pick_chairs(people, turns, log)
    _let_lone_host_answer(people, turns)
    if not any(p.role == "official" for p in people.all):
        introduce(people, written, turns, text, log)
    elif turns and turns[0].paragraphs and is_chinese(turns[0].opening):
        # Chinese pages give courtesy titles, and who else is there, only in the chair's words.
        add_officials(people, introduced_in_opening(turns[0], text), log)
    add_officials(people, introduced_by_guests(turns, text), log)
    found = voices(turns, people)
    split = split_lost(turns, found, text, log)
    if len(split) != len(turns):
        turns, found = split, voices(split, people)
    met: set[str] = set()
    told: set[str] = set()
    for turn, voice in zip(turns, found, strict=True):
        # The same label names the same person again.
        if turn.label is not None and (voice.person is None or turn.label not in met):
            met.add(turn.label)
            meet(turn, voice, people, told, log)
    _settle_anonymous(turns, found, people)
    _settle_unlabelled(turns, found, people, log)
    introduce_themselves(turns, found)
    _tell_near_misses(people, log)
    return people, list(turns), found


def _let_lone_host_answer(people: People, turns: Sequence[RawTurn]) -> None:
    """A Chinese spokesman who is said to chair, and beside whom only reporters speak, is the one who answers."""
    if len(people.all) != 1 or people.all[0].role != "chair" or not is_han(people.all[0].name):
        return
    (host,) = people.all
    labels = {turn.label for turn in turns if not _ASKING_CLUES.intersection(turn.clues)}
    if 0 < len(labels) < len({turn.label for turn in turns}) and all(
        label is not None and people.of_label(label)[0] is host for label in labels
    ):
        host.role = "official"


def _tell_near_misses(people: People, log: Log) -> None:
    """Somebody whom only labels name, and whose name is nearly one of the roster: told, never merged."""
    roster = [person.name for person in people.all if person.copies]
    if not roster:
        return
    strangers = [p for p in people.all if not p.copies and not p.outlet and " " in p.name]
    for person in strangers[:_MOST_STRANGERS]:
        label = next((span for what, span, basis in person.evidence if basis == "label" and not what), None)
        if label is not None and (near := nearest_name(person.name, roster)):
            log.add("P506", *label, name=person.name, nearest=near)


def _settle_anonymous(turns: Sequence[RawTurn], found: Sequence[Voice], people: People) -> None:
    """`A` and `Answer` are the official of a page that has one."""
    officials = [p for p in people.all if p.role == "official"]
    if len(officials) != 1:
        return
    (official,) = officials
    for turn, voice in zip(turns, found, strict=True):
        if voice.role == "official" and voice.person is None and "anonymous" in turn.clues:
            voice.person, voice.basis = official, "only official"
            if turn.label:
                official.aliases.setdefault(turn.label)


def _settle_unlabelled(turns: Sequence[RawTurn], found: Sequence[Voice], people: People, log: Log) -> None:
    """A speech without label that says `I'm ...` names its speaker; one that continues has nobody."""
    for i, (turn, voice) in enumerate(zip(turns, found, strict=True)):
        if turn.label is not None:
            continue
        speech = turn.speech[:_OPENING]
        if i == 0:
            turn.continued = voice.role in ("official", "unknown") and not speech_acts.greets(speech)
            me = self_introduction(speech, turn.start)
            if me is not None and voice.role != "reporter":
                voice.person = people.find(me.name)
                if voice.person is None:
                    merge_roster(people, [me], log, basis="self-introduction")
                    voice.person = people.find(me.name)
                role = voice.role if voice.role != "unknown" else "official" if len(turns) == 1 else "unknown"
                voice.role, voice.basis = role, "self-introduction"
                if voice.person is not None and voice.person.role == "unknown":
                    voice.person.role = role
