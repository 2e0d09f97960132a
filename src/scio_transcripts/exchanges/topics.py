"""Which part of a question an answer means by its topic: `Your question about tolls`.

In: the words of an answer in lower case, and the parts. Out: where it names a topic, and the part. Promises: a topic
counts only where it stands in one part alone. The words of a part are put together once, for the first that asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from scio_transcripts.exchanges.parts import RawPart
from scio_transcripts.lazy import re
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.spans import Span

_TOPIC = re.compile(r"\byour question (?:about|on|regarding|concerning) (?:the )?(?P<topic>[^.,;:?!\n]{3,60})")
_MOST_TOPICS = 40


class Topics:
    """The parts of the questions of one exchange, by their words."""

    def __init__(self, turns: Sequence[RawTurn]) -> None:
        self._turns = turns
        self._asked: dict[int, str] = {}
        """By where the part begins."""

    def in_one(self, said: str, parts: Sequence[RawPart]) -> Iterator[tuple[Span, int]]:
        """Each topic that stands in one of the parts alone: its place, and the number of the part."""
        for found in islice(_TOPIC.finditer(said), _MOST_TOPICS):
            topic = found["topic"].strip()
            fit = [part.number for part in parts if topic in self._words(part)]
            if len(fit) == 1:
                yield Span(*found.span()), fit[0]

    def _words(self, part: RawPart) -> str:
        begin = part.span.start
        if begin not in self._asked:
            self._asked[begin] = _asked(part, self._turns)
        return self._asked[begin]


def _asked(part: RawPart, turns: Sequence[RawTurn]) -> str:
    """The words of a part, in lower case."""
    pieces = [
        p["text"][max(0, part.span.start - p["start"]) : max(0, part.span.end - p["start"])]
        for p in turns[part.turn].paragraphs
        if p["start"] < part.span.end and p["end"] > part.span.start
    ]
    return " ".join(pieces).lower()
