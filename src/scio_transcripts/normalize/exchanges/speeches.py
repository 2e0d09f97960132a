"""Turns to speeches: a label printed again for the same voice goes on with one speech.

In: the turns and their voices. Out: speeches, each a run of turns. Promises: every turn stands in one speech, in order;
a turn that only calls for questions, or closes, is a speech of its own.
Knows no question and no answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scio_transcripts.normalize.exchanges.acts import LONGEST_HAND_OVER, hosts
from scio_transcripts.normalize.people import Person
from scio_transcripts.normalize.roles import Voice
from scio_transcripts.parser.raw import RawTurn

_OPENING = 3
"""Paragraphs of a long speech that are read for how it opens."""


class Speech(NamedTuple):
    """What one voice says without being interrupted."""

    first: int
    """Index of its first turn."""
    last: int
    """Index of its last turn."""
    role: str
    person: Person | None
    texts: list[str]
    """Its paragraphs."""

    @property
    def turns(self) -> range:
        """Indices of its turns."""
        return range(self.first, self.last + 1)

    @property
    def words(self) -> str:
        """All paragraphs, a line each."""
        return self.texts[0] if len(self.texts) == 1 else "\n".join(self.texts)

    @property
    def opening(self) -> str:
        """The first paragraphs; all of a short speech."""
        opening = self.texts[0] if len(self.texts) == 1 else "\n".join(self.texts[:_OPENING])
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
        if (
            found
            and voice.role == role
            and voice.person is person
            and turn.label is not None
            and (person is not None or turn.label == label)
            and not (len(turn.speech) <= LONGEST_HAND_OVER and hosts(turn.speech))
        ):
            first, last, _, _, texts = found[-1]
            # Extended in place from the second on: a label may be printed again ten thousand times.
            more = [*texts] if first == last else texts
            more += [paragraph["text"] for paragraph in turn.paragraphs]
            found[-1] = Speech(first, index, role, person, more)
        else:
            found.append(
                Speech(index, index, voice.role, voice.person, [paragraph["text"] for paragraph in turn.paragraphs])
            )
        role, person, label = voice.role, voice.person, turn.label
    return found
