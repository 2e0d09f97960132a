"""Opening, statements, questions, closing: the sections of an event, as far as a page shows them.

In: turns with roles, and the exchanges. Out: sections that follow each other and hold every turn. Promises: what
nothing shows is `unknown`, as on a page from the middle of an event. Reads the chair's words, and the first turn.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scio_transcripts.exchanges import acts
from scio_transcripts.exchanges.pairing import RawExchange
from scio_transcripts.exchanges.unanswered import Cuts
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.normalizer.roles.roles import Voice

_LAST = 4
"""Turns at the end of a page that may close the event."""


class RawSection(NamedTuple):
    """A run of turns."""

    kind: str
    first: int
    last: int


def sections_of(
    exchanges: Sequence[RawExchange], turns: Sequence[RawTurn], voices: Sequence[Voice], cuts: Cuts
) -> list[RawSection]:
    """The sections, in order."""
    if not turns:
        return []
    count = len(turns)
    first, last = _asked(exchanges, turns, voices)
    opened = _opened(turns, voices, first)
    asked_from = max(_floor_opens(turns, voices, first, opened), opened)
    closed = _closed(turns, voices, max(last + 1, opened))
    asked_until = max(min(closed, count), asked_from)
    if first == count:
        asked_from = min(asked_from, closed)
        asked_until = closed
    before = _before_questions(turns, voices, cuts, opened, asked_from)
    found: list[RawSection] = []
    begin = 0
    for kind, end in (("opening", opened), (before, asked_from), ("questions", asked_until), ("closing", count)):
        if end > begin:
            if found and found[-1].kind == kind:
                found[-1] = RawSection(kind, found[-1].first, end - 1)
            else:
                found.append(RawSection(kind, begin, end - 1))
            begin = end
    return found


def _asked(exchanges: Sequence[RawExchange], turns: Sequence[RawTurn], voices: Sequence[Voice]) -> tuple[int, int]:
    """The first turn and the last of all exchanges; without any, one past the end, and -1."""
    if not exchanges:
        reporters = [i for i, voice in enumerate(voices) if voice.role == "reporter"]
        return (reporters[0], reporters[-1]) if reporters else (len(turns), -1)
    first = exchanges[0].questions or exchanges[0].answers
    end = exchanges[-1]
    return first[0], max((*end.questions[-1:], *end.answers[-1:], *end.handovers[-1:]))


def _opened(turns: Sequence[RawTurn], voices: Sequence[Voice], first: int) -> int:
    """How many turns open the event."""
    if first == 0 or turns[0].continued or not _opens(turns, voices):
        return 0
    opened = 1
    while opened < first and voices[opened].role == "chair" and voices[opened].person is voices[0].person:
        opened += 1
    return opened


def _opens(turns: Sequence[RawTurn], voices: Sequence[Voice]) -> bool:
    """Whether the first turn opens the event: a chair's words, or an official's who welcomes everybody."""
    role, speech = voices[0].role, turns[0].speech
    if role == "official":
        return acts.opens_event(speech) and acts.welcomes(speech)
    hands_on = len(turns) > 1 and voices[1].role == "official" and acts.greets(turns[1].opening)
    return role == "chair" and (hands_on or acts.opens_event(speech))


def _floor_opens(turns: Sequence[RawTurn], voices: Sequence[Voice], first: int, opened: int) -> int:
    """Where the questions begin: with the words that call for the first, or with the first."""
    if first < len(turns):
        before = first - 1
        if before >= opened and voices[before].role in ("chair", "official"):
            speech = turns[before].speech
            if voices[before].role == "chair" or len(speech) <= acts.LONGEST_HAND_OVER:
                return before if acts.calls_for_questions(speech) else first
        return first
    for index in range(opened, len(turns)):
        speech = turns[index].speech
        if voices[index].role == "chair" and acts.calls_for_questions(speech) and not acts.closes_event(speech):
            return index
    return len(turns)


def _closed(turns: Sequence[RawTurn], voices: Sequence[Voice], after: int) -> int:
    """With which turn the closing begins; one past the end where nobody closes."""
    for index in range(max(after, len(turns) - _LAST), len(turns)):
        if voices[index].role == "chair" or (index and voices[index].role == "official"):
            speech = turns[index].speech
            # A call for the last question says nothing of an end, and thanks to everybody may begin a statement.
            brief = voices[index].role == "chair" or len(speech) <= acts.LONGEST_HAND_OVER
            if brief and acts.closes_event(speech) and not acts.ends_by_calling(speech):
                return index
    return len(turns)


def _before_questions(turns: Sequence[RawTurn], voices: Sequence[Voice], cuts: Cuts, opened: int, until: int) -> str:
    """What stands between the opening and the questions: statements, questions that the page has not, or unknown."""
    if opened or opened == until:
        return "statements"
    if until < len(turns) and voices[until].role == "chair" and acts.calls_for_a_later_question(turns[until].speech):
        return "questions"
    before = range(opened, until)
    if any(_states(turns[i], voices[i]) for i in before):
        return "statements"
    is_whole = turns[0].label is not None and not (turns[0].continued or cuts.begin)
    return "statements" if is_whole and any(voices[i].role == "official" for i in before) else "unknown"


def _states(turn: RawTurn, voice: Voice) -> bool:
    """Whether a turn is an official's who opens the event, or the chair's who gives the floor for a statement."""
    if voice.role == "official":
        return acts.opens_event(turn.speech)
    return voice.role == "chair" and acts.gives_floor_for_statement(turn.speech)
