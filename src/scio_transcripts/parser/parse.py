"""One page, as written: roster, head, labels and turns, in the order in which each needs the other.

In: the lines of a page. Out: `Written`, everything that was read and nothing that was concluded. Knows nothing of who
these people are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scio_transcripts.lexer import Form, Kind, Line
from scio_transcripts.lexer.patterns import HEADING
from scio_transcripts.parser import labels as scales
from scio_transcripts.parser.clues import fold, weigh_words
from scio_transcripts.parser.head import Head, Part, read_head
from scio_transcripts.parser.labels import Weighed
from scio_transcripts.parser.raw import RawNote
from scio_transcripts.parser.roster import Roster, entry_with_colon, roster_of
from scio_transcripts.parser.turns import RawPage, read_turns
from scio_transcripts.parser.wording import opens
from scio_transcripts.registry.names import people_named

_HEAD_LINES = 40
_LONGEST_LEDE = 700
_MOST_LEADING = 6
_SURE = frozenset({"outlet", "anonymous", "person", "titled", "described", "role-word", "outlet-word", "asker"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What stands on the page."""

    lines: Sequence[Line]
    roster: Roster
    head: Head
    page: RawPage
    near: tuple[tuple[Line, Weighed], ...]
    """Candidates that fell short."""
    end: int
    """Index of the line with which another transcript begins on the page, or the number of lines."""


def read_page(lines: Sequence[Line], extra: Mapping[str, int]) -> Written:
    """Read one page. `extra` is what its dialect adds to the weights of clues."""
    until = _first_likely_label(lines)
    roster = roster_of(lines, until)
    names = frozenset(fold(person.name) for person in roster.people)
    named = frozenset() if names else _named_above(lines[:until])
    won, near = scales.decide(lines, names, extra, named)
    won = {index: weighed for index, weighed in won.items() if index > roster.last}
    begin = min(won, default=len(lines))
    begin = min(begin, _first_role_heading(lines, roster, begin))
    head = read_head(lines, begin, roster)
    end = _next_transcript(lines, begin)
    won = {index: weighed for index, weighed in won.items() if index < end}
    page = read_turns(lines[:end], head.speech, won, _known(lines, won, names))
    page.notes += [RawNote("chrome", line.start, line.end) for line in lines[end:]]
    unclaimed = {piece.line for piece in head.pieces if piece.part is Part.OTHER}
    return Written(
        lines=lines,
        roster=roster,
        head=head,
        page=page,
        near=tuple((lines[i], w) for i, w in near if i in unclaimed or head.speech <= i < end),
        end=end,
    )


def _named_above(lines: Sequence[Line]) -> frozenset[str]:
    """Names in the head that stand in no roster: in a title, a lede, a caption."""
    words = (
        line.text
        for line in lines[-_HEAD_LINES:]
        if line.kind in (Kind.TEXT, Kind.CAPTION) and len(line.text) <= _LONGEST_LEDE
    )
    return frozenset(fold(name) for text in words for name in people_named(text))


def _first_likely_label(lines: Sequence[Line]) -> int:
    """Where the roster must have ended: at the first line that is a label by its words alone."""
    for index, line in enumerate(lines):
        if line.kind is Kind.LABEL and entry_with_colon(line) is None:
            clues = weigh_words(line.label, frozenset())
            weight = sum(scales.WEIGHTS[c] for c in clues) + (2 if line.form is not Form.INLINE else 0)
            if weight >= scales.ENOUGH and _SURE.intersection(clues):
                return index
    return len(lines)


def _first_role_heading(lines: Sequence[Line], roster: Roster, until: int) -> int:
    """A `Host: ...` line right above a speech begins it, whether or not it also names a person of the roster."""
    for index in range(until):
        line = lines[index]
        if line.kind is not Kind.HEADING or index + 1 >= len(lines) or lines[index + 1].kind is not Kind.TEXT:
            continue
        found = HEADING.fullmatch(line.text)
        if not found or not found["chair"] or not found["colon"] or index + 1 in roster.lines:
            continue
        value = (found["value"] or "").strip()
        if opens(lines[index + 1].text) or (
            value and index not in roster.lines and (opens(value) or value[-1] in ".!?")
        ):
            return index
    return until


def _next_transcript(lines: Sequence[Line], begin: int) -> int:
    """Where another transcript begins: a roster's heading over its people, with the lines that lead to it."""
    for index in range(begin + 1, len(lines) - 1):
        if lines[index].kind is Kind.HEADING and roster_of(lines[index : index + 2], 2).people:
            start = index
            while start - 1 > begin and index - start < _MOST_LEADING and not _is_speech(lines[start - 1]):
                start -= 1
            return start
    return len(lines)


def _is_speech(line: Line) -> bool:
    return line.kind is Kind.LABEL or (line.kind is Kind.TEXT and line.text[-1] in '.?!”"')


def _known(lines: Sequence[Line], won: dict[int, Weighed], names: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Words that are labels even without a colon: the roster's names and the page's own labels."""
    if not won and not names:
        return {}
    known: dict[str, tuple[str, ...]] = dict.fromkeys(names, ("roster", "no-colon"))
    for index in won:
        line = lines[index]
        if line.form is Form.OWN_LINE:
            known.setdefault(fold(line.label), ("known-label", "no-colon"))
    return known
