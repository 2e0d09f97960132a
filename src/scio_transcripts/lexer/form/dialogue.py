"""A head's place in the dialogue: whether somebody could begin to speak there.

In: the heads of a page, their bodies, and those that are certain. Out: for a head that is not, what its place says:
it asks between people who do not ask, it answers an asker, it was handed the floor. Promises: looks at the nearest
certain heads only.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from scio_transcripts.language.label import said_by_page
from scio_transcripts.language.speech_acts import gives_floor, invites_floor
from scio_transcripts.lexer.form.bodies import EMPTY, Body
from scio_transcripts.lexer.form.heads import Head, Signature
from scio_transcripts.lexer.page.tokens import Lines

_ASKING = frozenset({"outlet", "outlet-within", "asker", "outlet-word"})
_ANSWER = ("A", "答", "回答")
_NAMED = frozenset({"person", "surname", "named-above", "titled", "office", "family", "roster", "described"})
_MOST_WORDS = 8
_MOST_HAN = 20
_HAND_OVER = 300


class Place(NamedTuple):
    """What its place says for a head."""

    line: int
    why: tuple[str, ...]


def is_asker(head: Head, body: Body) -> bool:
    """Whether a certain head is somebody's who asks."""
    clues = head.words.clues
    if "roster" in clues or "role-word" in clues:
        return False
    if "anonymous" in clues:
        return head.words.act != "answers" and not head.words.core.startswith(_ANSWER)
    return not _ASKING.isdisjoint(clues) or head.words.act == "asks" or (body.asks and "described" not in clues)


def places_of(
    lines: Lines,
    heads: Sequence[Head],
    bodies: Mapping[int, Body],
    won: Container[int],
    near: Container[int],
    trust: Mapping[Signature, float],
    counts: Mapping[str, int],
) -> Iterator[Place]:
    """Go through the heads that are open, in order. What is taken, the caller adds to `won`, which is looked at."""
    sides: dict[int, bool] = {head.line: is_asker(head, bodies[head.line]) for head in heads}
    open_heads = [head for head in heads if head.line in near and _is_in_form(head, trust) and _may_open(head)]
    said = said_by_page(lines.whole, {head.words.core for head in open_heads})
    lower = lines.whole
    for head in open_heads:
        above = _neighbour(heads, head.line, won, -1)
        below = _neighbour(heads, head.line, won, +1)
        why = _why(lines, head, bodies[head.line], sides, above, below)
        if head.words.core in said:
            why.append("courtesy")
        elif why and not _is_name_of_page(head, lower) and "asks" not in why and counts[head.words.core] < 2:
            why = [clue for clue in why if clue != "between-known"]
        if why:
            yield Place(head.line, tuple(why))


def _is_in_form(head: Head, trust: Mapping[Signature, float]) -> bool:
    return head.signature in trust or head.signature._replace(inner=False) in trust


def _may_open(head: Head) -> bool:
    words = head.words.core
    if head.refused or not words:
        return False
    if words[0] >= "\u2e80":
        return len(words) <= _MOST_HAN
    return len(words.split()) <= _MOST_WORDS


def _is_name_of_page(head: Head, text: str) -> bool:
    """Whether none of its words stands in small letters anywhere: `Kite Safety:` is a heading where kites fly."""
    if not _NAMED.isdisjoint(head.words.clues):
        return True
    words = head.words.core
    if words[0] >= "\u2e80":
        return False
    return not any(part.lower() != part and _stands(text, part.lower()) for part in words.split())


def _stands(text: str, word: str) -> bool:
    place = text.find(word)
    while place >= 0:
        if not text[place - 1 : place].isalnum() and not text[place + len(word) : place + len(word) + 1].isalnum():
            return True
        place = text.find(word, place + 1)
    return False


def _neighbour(heads: Sequence[Head], line: int, won: Container[int], step: int) -> Head | None:
    """The nearest certain head above or below."""
    place = bisect_left(heads, line, key=lambda head: head.line)
    index = place + step
    while 0 <= index < len(heads):
        if heads[index].line in won:
            return heads[index]
        index += step
    return None


def _why(
    lines: Lines, head: Head, body: Body, sides: Mapping[int, bool], above: Head | None, below: Head | None
) -> list[str]:
    if body is EMPTY or body.signs.tells:
        return []
    asks_above = above is not None and sides[above.line]
    asks_below = below is not None and sides[below.line]
    why: list[str] = []
    if body.asks and not (asks_above and asks_below) and (above is None or not asks_above or below is not None):
        why += ["asks", "between-known"]
    elif not body.asks and asks_above and (below is None or asks_below or body.opens):
        why.append("between-known")
    words_above = _words_above(lines, head.line)
    if words_above and _hands_over(words_above, head):
        why.append("hand-over")
    return why


def _words_above(lines: Lines, line: int) -> str:
    return lines.texts[line - 1][-_HAND_OVER:] if line else ""


def _hands_over(above: str, head: Head) -> bool:
    parts = [part for part in head.words.core.split() if part in above]
    return invites_floor(above) or (bool(parts) and gives_floor(above))
