"""What stands behind a head, and how far it sounds like speech.

In: lines and heads. Out: a `Body` for each head, from its mark to the next head that names somebody, and the signs of
speech in it. Promises: looks at the first and the last words of a body only. Knows no label's words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from scio_transcripts.language import speech_acts
from scio_transcripts.language.signs import begins_quotation
from scio_transcripts.language.speech import CLOSING, OPENING
from scio_transcripts.lexer.form.heads import Head
from scio_transcripts.lexer.page.tokens import Kind, Lines

_FARTHEST = 14
"""Lines below a head among which its speech begins."""
_SPEECH_LIKE = frozenset({Kind.TEXT, Kind.LABEL, Kind.HEADING})
OVERREAD = frozenset({Kind.CAPTION, Kind.STAGE, Kind.STAMP, Kind.TAG, Kind.COUNTER, Kind.DATE, Kind.CHROME, Kind.PAGER})
"""Kinds of lines that stand between a head and its speech, and are no part of either."""
_ENDS = (
    ".",
    "!",
    "?",
    "”",
    '"',
    "…",
    ":",
    "。",
    "！",
    "？",
    "：",
    "’",
    "）",
    ")",
    "」",
    "』",
    ";",
    "；",
    ",",
    "，",
    "—",
)
_NAMELESS = frozenset({"role-word", "office"})
_NAMES = frozenset({"person", "roster"})
_GOES_ON = frozenset({"described", "office", "person", "roster", "titled"})
_LONG = 60


class Body:
    """The words behind one head: how they begin, how they end, and whether the first paragraph is whole.

    What they show of who says them is looked for when it is asked for: few heads need all of it.
    """

    __slots__ = ("_asks", "_opens", "_tells", "closing", "opening", "whole")

    def __init__(self, opening: str, closing: str, *, whole: bool) -> None:
        self.opening = opening
        self.closing = closing
        self.whole = whole
        self._asks: bool | None = None
        self._opens: bool | None = None
        self._tells: bool | None = None

    @property
    def asks(self) -> bool:
        """Whether they end with a question."""
        if self._asks is None:
            self._asks = speech_acts.ends_with_question(self.closing)
        return self._asks

    @property
    def opens(self) -> bool:
        """Whether they begin with a greeting, thanks, or by taking a question."""
        if self._opens is None:
            self._opens = speech_acts.opens_speech(self.opening)
        return self._opens

    @property
    def tells(self) -> bool:
        """Whether they begin by telling what somebody else said."""
        if self._tells is None:
            self._tells = speech_acts.tells(self.opening)
        return self._tells

    @property
    def addresses(self) -> bool:
        """Whether somebody in them speaks of himself, or to others."""
        opening, closing = self.opening, self.closing
        if speech_acts.addresses(opening) or speech_acts.speaks_of_self(opening):
            return True
        return closing not in opening and speech_acts.addresses(closing)

    @property
    def of_self(self) -> bool:
        """Whether somebody in their beginning speaks of himself."""
        return speech_acts.speaks_of_self(self.opening)

    @property
    def quotes(self) -> bool:
        """Whether they begin with a quotation mark."""
        return begins_quotation(self.opening)

    @property
    def begins_small(self) -> bool:
        """Whether they begin with a small letter."""
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
    """Whether two lines are one head: `主持人`, or a post, above a name; or a name above its post."""
    if below.line != head.line + 1 or not (head.signature.own and below.signature.own):
        return False
    if not _NAMES.isdisjoint(head.words.clues):
        return stands_over_post(head, below)
    return not _NAMELESS.isdisjoint(head.words.clues) and not _GOES_ON.isdisjoint(below.words.clues)


def stands_over_post(head: Head, below: Head) -> bool:
    """Whether a name and a post stand alone, one below the other."""
    alone = below.line == head.line + 1 and head.signature.mark == below.signature.mark == "end"
    return alone and not _NAMES.isdisjoint(head.words.clues) and "office" in below.words.clues


def _body(lines: Lines, head: Head, last: int) -> Body:
    index = head.line
    if head.looks.speech >= 0:
        first = lines.texts[index][head.looks.speech :]
    else:
        index += 1
        limit = min(last, head.line + _FARTHEST)
        while index < limit and lines.kind(index) in OVERREAD:
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
    return Body(first[:OPENING], end[-CLOSING:], whole=whole)
