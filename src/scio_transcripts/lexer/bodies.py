"""What stands behind a head, and how far it sounds like speech.

In: lines and heads. Out: a `Body` for each head, from its mark to the next head that names somebody, and the signs of
speech in it. Promises: looks at the first and the last words of a body only. Knows no label's words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import zip_longest

from scio_transcripts.lazy import re
from scio_transcripts.lexer.heads import Head
from scio_transcripts.lexer.tokens import Kind, Lines
from scio_transcripts.parser import wording

_OPENING = 240
_CLOSING = 120
_FARTHEST = 14
"""Lines below a head among which its speech begins."""
_SPEECH_LIKE = frozenset({Kind.TEXT, Kind.LABEL, Kind.HEADING})
_OVERREAD = frozenset({Kind.CAPTION, Kind.STAGE, Kind.STAMP, Kind.TAG, Kind.COUNTER, Kind.DATE, Kind.CHROME, Kind.PAGER})
_ENDS = (".", "!", "?", "”", '"', "…", ":", "。", "！", "？", "：", "’", "）", ")", "」", "』", ";", "；", ",", "，", "—")
_NAMELESS = frozenset({"role-word", "office"})
_GOES_ON = frozenset({"described", "office", "person", "roster", "titled"})
_QUOTES = ("“", '"', "‘", "「", "『")
_LONG = 60
_TOLD = re.compile(
    r"^(?:[^“\"「.。！？!?]{0,24}?)(?:表示|指出|介绍说|介紹說|强调|強調|告诉记者|告訴記者|透露|坦言|回忆)[，,：:“]"
    r"|^(?:said|told|added|noted|stressed)\b"
)
_ADDRESSES = re.compile(r"\b(?:you|your|I|we|our|my|me|us)\b|[你您我咱]|請問|请问|大家|各位")


class Body:
    """The words behind one head."""

    def __init__(self, opening: str, closing: str, *, whole: bool) -> None:
        self.opening = opening
        self.closing = closing
        self._whole = whole

    @cached_property
    def opens(self) -> bool:
        """Whether it begins with a greeting, thanks, or by taking a question."""
        return wording.opens(self.opening)

    @cached_property
    def asks(self) -> bool:
        """Whether it ends with a question."""
        return wording.ends_with_question(self.closing)

    @cached_property
    def addresses(self) -> bool:
        """Whether somebody is spoken to, or speaks of themselves."""
        return _ADDRESSES.search(self.opening) is not None

    @cached_property
    def is_sentence(self) -> bool:
        """Whether the first paragraph ends as a sentence does."""
        return self._whole

    @cached_property
    def is_told(self) -> bool:
        """Whether it tells in the third person what somebody said."""
        return _TOLD.match(self.opening) is not None

    @cached_property
    def is_quoted(self) -> bool:
        """Whether it begins with a quotation mark."""
        return self.opening.startswith(_QUOTES)

    @cached_property
    def begins_small(self) -> bool:
        """Whether it begins with a small letter."""
        return self.opening[:1].islower()


EMPTY = Body("", "", whole=False)


def bodies_of(lines: Lines, heads: Sequence[Head], plausible: frozenset[int]) -> Mapping[int, Body]:
    """The body of each head, by its line. `plausible`: the lines of heads that may end a body."""
    ends = sorted(plausible)
    found: dict[int, Body] = {}
    place = 0
    led_on: list[int] = []
    for head, after in zip_longest(heads, heads[1:]):
        while place < len(ends) and ends[place] <= head.line:
            place += 1
        last = ends[place] if place < len(ends) else len(lines)
        if after is not None and after.line in plausible and leads_to(head, after):
            led_on.append(head.line)
            continue
        found[head.line] = body = _body(lines, head, last)
        # A head of two or three lines has the body of its last.
        found.update(dict.fromkeys(led_on, body))
        led_on.clear()
    return found


def leads_to(head: Head, below: Head) -> bool:
    """Whether two lines are one head: `主持人`, or a post, above a name."""
    return (
        below.line == head.line + 1
        and head.signature.own
        and below.signature.own
        and not _NAMELESS.isdisjoint(head.words.clues)
        and not _GOES_ON.isdisjoint(below.words.clues)
        and "person" not in head.words.clues
    )


def _body(lines: Lines, head: Head, last: int) -> Body:
    index = head.line
    if head.looks.speech >= 0:
        first = lines.texts[index][head.looks.speech :]
    else:
        index += 1
        limit = min(last, head.line + _FARTHEST)
        while index < limit and lines.kind(index) in _OVERREAD:
            index += 1
        if index >= limit or lines.kind(index) not in _SPEECH_LIKE:
            return EMPTY
        first = lines.texts[index]
    end = first
    for below in range(last - 1, max(index, last - _FARTHEST), -1):
        if lines.kind(below) in _SPEECH_LIKE:
            end = lines.texts[below]
            break
    # The last line of a page may be cut off.
    whole = first.endswith(_ENDS) or len(first) > _LONG or index + 1 in lines.glued or index + 1 == len(lines)
    return Body(first[:_OPENING], end[-_CLOSING:], whole=whole)
