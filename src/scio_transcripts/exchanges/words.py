"""The paragraphs of some turns as one string.

In: turns. Out: their words, a line each. Promises: a character found in the words leads back to its turn and to its
place in the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.spans import Span


@dataclass(frozen=True, slots=True)
class Words:
    """The paragraphs of some turns as one string, and where each stands in the text."""

    said: str
    begins: Sequence[int]
    """Where in `said` each paragraph begins."""
    places: Sequence[tuple[int, int]]
    """Its turn, and where it begins in the text."""

    @classmethod
    def of(cls, indices: Sequence[int], turns: Sequence[RawTurn]) -> Words:
        """The paragraphs of the turns with these indices."""
        texts: list[str] = []
        begins: list[int] = []
        places: list[tuple[int, int]] = []
        position = 0
        for index in indices:
            turn = turns[index]
            for paragraph in turn.paragraphs:
                words, start = paragraph["text"], paragraph["start"]
                texts.append(words)
                begins.append(position)
                places.append((index, start))
                position += len(words) + 1
        return cls("\n".join(texts), begins, places)

    def place(self, position: int) -> tuple[int, int]:
        """The turn of a character, and its offset in the text."""
        index = bisect_right(self.begins, position) - 1
        turn, start = self.places[index]
        return turn, start + position - self.begins[index]

    def span(self, start: int, end: int) -> Span:
        """Where characters stand in the text. Neither the first nor the last may be a line's end."""
        return Span(self.place(start)[1], self.place(end - 1)[1] + 1)


def lowered(said: str) -> str:
    """Words in lower case, every character in its place.

    >>> lowered("İ is One")
    'i is one'
    """
    # The one character whose lower case is two.
    return said.replace("İ", "i").lower()
