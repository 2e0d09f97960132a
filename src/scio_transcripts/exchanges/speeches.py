"""Turns to speeches: a label printed again for the same voice goes on with one speech.

In: the turns and their voices. Out: speeches, each a run of turns. Promises: every turn stands in one speech, in order;
a turn that only calls for questions, or closes, is a speech of its own.
Knows no question and no answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scio_transcripts.exchanges.acts import LONGEST_HAND_OVER, LONGEST_OPENING, hosts
from scio_transcripts.lexer.turns.raw import RawParagraph, RawTurn
from scio_transcripts.normalizer.people.person import Person
from scio_transcripts.normalizer.roles.roles import Voice

_OPENING = 3
"""Paragraphs of a long speech that are read for how it opens."""


@dataclass(slots=True)
class Speech:
    """What one voice says without being interrupted."""

    turns: range
    """Indices of its turns."""
    role: str
    person: Person | None
    paragraphs: list[RawParagraph]
    """A turn's own, or those of several together."""

    @property
    def words(self) -> str:
        """All paragraphs, a line each."""
        paragraphs = self.paragraphs
        return paragraphs[0]["text"] if len(paragraphs) == 1 else "\n".join([p["text"] for p in paragraphs])

    @property
    def is_long(self) -> bool:
        """Whether its first paragraph alone is longer than any hand-over."""
        return bool(self.paragraphs) and len(self.paragraphs[0]["text"]) > LONGEST_HAND_OVER

    @property
    def opening(self) -> str:
        """The first paragraphs; all of a short speech."""
        paragraphs = self.paragraphs
        if not paragraphs:
            return ""
        first = paragraphs[0]["text"]
        if len(paragraphs) == 1 or len(first) >= LONGEST_OPENING:
            return first
        opening = "\n".join([p["text"] for p in paragraphs[:_OPENING]])
        return opening if len(opening) > LONGEST_HAND_OVER else self.words


def speeches_of(turns: Sequence[RawTurn], voices: Sequence[Voice]) -> list[Speech]:
    """The speeches of a page.

    >>> a, b = (RawTurn(label="Q", label_end=None, clues=(), form=None, start=i, end=i) for i in (0, 9))
    >>> [speech.turns for speech in speeches_of([a, b], [Voice("reporter"), Voice("reporter")])]
    [range(0, 2)]
    """
    found: list[Speech] = []
    role, person, label = "", None, None
    for index, (turn, voice) in enumerate(zip(turns, voices, strict=True)):
        speaks, who = voice.role, voice.person
        if who is person and speaks == role and _goes_on(turn, label, person):
            before = found[-1].turns
            paragraphs = found[-1].paragraphs
            # Extended in place from the second on: a label may be printed again ten thousand times.
            more = [*paragraphs] if len(before) == 1 else paragraphs
            more += turn.paragraphs
            found[-1] = Speech(range(before.start, index + 1), role, person, more)
        else:
            found.append(Speech(range(index, index + 1), speaks, who, turn.paragraphs))
        role, person, label = speaks, who, turn.label
    return found


def _goes_on(turn: RawTurn, label: str | None, person: Person | None) -> bool:
    """Whether a turn of the voice before goes on with its speech. `label`: the one before."""
    if turn.label is None or (person is None and turn.label != label):
        return False
    speech = turn.speech
    return len(speech) > LONGEST_HAND_OVER or not hosts(speech)
