"""A head's place in the dialogue: whether somebody could begin to speak there.

In: the heads of a page, their bodies, and those that are certain. Out: for a head that is not, what its place says: it
asks between people who do not ask, it answers an asker, it was handed the floor, the page calls it Mr. or 女士.
Promises: looks at the nearest certain heads only. Knows no signature.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from scio_transcripts.language.label import said_by_page
from scio_transcripts.language.speech_acts import gives_floor, invites_floor
from scio_transcripts.lazy import re
from scio_transcripts.lexer.form.bodies import EMPTY, OVERREAD, Body
from scio_transcripts.lexer.form.heads import Head
from scio_transcripts.lexer.form.signs import is_asker
from scio_transcripts.lexer.page.tokens import Lines

_NAMED = frozenset({"person", "surname", "named-above", "titled", "office", "family", "roster", "described"})
_SMALL = re.compile(r"\b[a-z][\w'’-]*")
_MOST_WORDS = 8
_MOST_HAN = 20
_HAND_OVER = 300


class Place(NamedTuple):
    """What its place says for a head."""

    line: int
    why: tuple[str, ...]


def places_of(
    lines: Lines, heads: Sequence[Head], open_heads: Sequence[Head], bodies: Mapping[int, Body], won: Container[int]
) -> Iterator[Place]:
    """Go through the heads that are open, in order. What is taken, the caller adds to `won`, which is looked at."""
    asked = [head for head in open_heads if _may_open(head)]
    if not asked:
        return
    named = said_by_page(lines.whole, {head.words.core for head in asked})
    page = _Page(lines, heads, bodies, won)
    for head in asked:
        why = page.why(head)
        if head.words.core in named:
            why.append("courtesy")
        elif "between-known" in why and not page.names(head):
            why.remove("between-known")
        if why:
            yield Place(head.line, tuple(why))
            if head.line in won:
                page.take(head)


def _may_open(head: Head) -> bool:
    words = head.words.core
    if head.refused or not words:
        return False
    return len(words) <= _MOST_HAN if words[0] >= "\u2e80" else len(words.split()) <= _MOST_WORDS


class _Page:
    """What is asked of a page: who speaks around a head, and which words it writes small."""

    def __init__(self, lines: Lines, heads: Sequence[Head], bodies: Mapping[int, Body], won: Container[int]) -> None:
        self._lines = lines
        self._heads = {head.line: head for head in heads}
        self._bodies = bodies
        self._certain = [head.line for head in heads if head.line in won]
        self._times: dict[str, int] = {}
        for head in heads:
            self._times[head.words.core] = self._times.get(head.words.core, 0) + 1
        self._small: frozenset[str] | None = None

    def why(self, head: Head) -> list[str]:
        """What stands around a head for it."""
        body = self._bodies[head.line]
        if body is EMPTY or body.tells:
            return []
        above, below = self._asks(head.line, -1), self._asks(head.line, 0)
        why = ["between-known"] if _has_place(body, above, below) else []
        if self._hands_over(self._words_above(head.line), head):
            why.append("hand-over")
        return why

    def _words_above(self, line: int) -> str:
        """The end of what is said above a line: stamps and pictures stand between."""
        line -= 1
        while line > 0 and self._lines.kind(line) in OVERREAD:
            line -= 1
        return self._lines.texts[line][-_HAND_OVER:] if line >= 0 else ""

    def names(self, head: Head) -> bool:
        """Whether a head may be a name: who asks may be anybody; of others none of the words stands in small letters.

        `Kite Safety:` is a heading where kites fly.
        """
        if self._bodies[head.line].asks or self._times[head.words.core] > 1 or not _NAMED.isdisjoint(head.words.clues):
            return True
        words = head.words.core
        if words[0] >= "\u2e80":
            return False
        if self._small is None:
            self._small = frozenset(_SMALL.findall(self._lines.whole))
        return not any(part.lower() in self._small for part in words.split() if part[0].isupper())

    def take(self, head: Head) -> None:
        """From now on, a head is certain."""
        insort(self._certain, head.line)

    def _asks(self, line: int, step: int) -> bool | None:
        """Whether the nearest certain head above (-1) or below (0) is an asker's; None without one."""
        place = bisect_left(self._certain, line) + step
        if not 0 <= place < len(self._certain):
            return None
        nearest = self._certain[place]
        return is_asker(self._heads[nearest], self._bodies[nearest])

    def _hands_over(self, above: str, head: Head) -> bool:
        named = any(part in above for part in head.words.core.split())
        return invites_floor(above) or (named and gives_floor(above))


def _has_place(body: Body, above: bool | None, below: bool | None) -> bool:
    """Whether a body fits between two others, which ask (True) or do not (False) or are not there (None)."""
    if body.asks:
        return not (above and (below or below is None))
    return above is True and (below is None or below or body.opens)
