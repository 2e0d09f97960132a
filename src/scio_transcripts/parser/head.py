"""The head of a page: everything above the first speech, line by line.

In: the lines, where the first label stands, and the roster. Out: each line's part in the head, and where speech begins.
Decides by wording and by order (title, category, dateline, summary, source, roster, date), never by a site's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from scio_transcripts.language import speech_acts
from scio_transcripts.lexer import Kind, Line
from scio_transcripts.lexer.patterns import CLOCK, HEADING
from scio_transcripts.parser.datelines import is_dateline, is_source, is_undated
from scio_transcripts.parser.head_han import TO_THE_SECOND, is_section
from scio_transcripts.parser.pieces import Head, Part, Piece
from scio_transcripts.parser.roster import Roster
from scio_transcripts.parser.sentences import SENTENCE_END, find_sentences, is_narrated, tells_of_event
from scio_transcripts.parser.titles import find_title
from scio_transcripts.registry.script import has_han
from scio_transcripts.spans import Span

_BULLETS = "•·●▪■◆*- "
_WORDS_OF_SENTENCE = 4


def read_head(lines: Sequence[Line], roster: Roster, *, main: int = 0, heading: int = -1) -> Head:
    """Read the head among the lines above the first label.

    `main` is the first line that can be speech, `heading` the line of the page's top heading, where markup says so.
    """
    pieces: list[Piece] = []
    open_lines = _named_by_shape(lines, roster, pieces)
    title = find_title(lines, open_lines, pieces, heading)
    find_sentences(lines, open_lines, pieces, title, has_roster=bool(roster.people))
    last = max((p.line for p in pieces if p.part not in (Part.CAPTION, Part.OTHER)), default=-1)
    speech = len(lines)
    for index, below in pairwise([*sorted(open_lines), -1]):
        line = lines[index]
        if has_han(line.text) and tells_of_event(line.text):
            # News agencies begin with a second lede.
            pieces.append(Piece(part=Part.INTRODUCTION, span=Span(line.start, line.end), line=index))
            continue
        if is_narrated(line.text):
            pieces.append(Piece(part=Part.OTHER, span=Span(line.start, line.end), line=index, name="stage"))
            continue
        is_heading = index == len(lines) - 1 and is_section(line.text)
        if index > last and index >= main and not is_heading and _begins_speech(lines, index, below):
            speech = index
            break
        pieces.append(Piece(part=Part.OTHER, span=Span(line.start, line.end), line=index))
    above = [piece for piece in pieces if piece.line < speech]
    return Head(sorted(above, key=lambda piece: piece.span), speech=speech, closed=last >= 0)


def _is_prose(line: Line) -> bool:
    return line.text.endswith(SENTENCE_END) or len(line.text) > 120 or speech_acts.greets(line.text)


def _begins_speech(lines: Sequence[Line], index: int, below: int) -> bool:
    """Whether speech without a label begins with a line below the head. `below`: the next open line, or -1.

    A page may open in the middle of a speech, even with `We will do this in three ways:`.
    """
    line = lines[index]
    if _is_prose(line) or (index and lines[index - 1].text.endswith(SENTENCE_END)):
        return True
    announces = line.text.endswith((":", "：")) and len(line.text.split()) >= _WORDS_OF_SENTENCE
    return announces and below >= 0 and _is_prose(lines[below])


def _named_by_shape(lines: Sequence[Line], roster: Roster, pieces: list[Piece]) -> set[int]:
    """Name what shows by itself: fields, dates, datelines, source lines, the roster. Returns the other lines."""
    open_lines: set[int] = set()
    waiting: tuple[str, Line, int] | None = None
    roster_began = False
    for index, line in enumerate(lines):
        if index in roster.lines:
            roster_began = True
            waiting = None
            pieces.append(Piece(part=Part.ROSTER, span=Span(line.start, line.end), line=index))
            continue
        if waiting is not None and (line.kind in (Kind.DATE, Kind.STAMP, Kind.TEXT)) and not line.text.startswith("•"):
            name, _, _ = waiting
            value = Span(line.start, line.end)
            pieces.append(Piece(part=Part.FIELD, span=value, line=index, name=name, value=value))
            waiting = None
            continue
        piece = _piece_of(line, index, roster_began)
        if piece is None:
            if line.kind in (Kind.TEXT, Kind.LABEL):
                open_lines.add(index)
            waiting = None
            continue
        waiting = None
        if piece.part is Part.FIELD and piece.value is None:
            waiting = (piece.name, line, index)
        if piece.part is Part.EVENT_DATE and pieces and pieces[-1].line == index - 1 and _dates_source(pieces, lines):
            piece = piece._replace(part=Part.SOURCE)
        pieces.append(piece)
    return open_lines


def _dates_source(pieces: list[Piece], lines: Sequence[Line]) -> bool:
    """Whether a bare date belongs to the source line above it: that one has none, or they stand together."""
    above = pieces[-1]
    return above.part is Part.SOURCE and (is_undated(lines[above.line].text) or not lines[above.line + 1].gap)


def _piece_of(line: Line, index: int, roster_began: bool) -> Piece | None:
    span = Span(line.start, line.end)
    bare = line.text.lstrip(_BULLETS)
    may_be_field = line.kind is Kind.HEADING or (bare is not line.text and ":" in bare[:40])
    if may_be_field and (found := HEADING.fullmatch(bare)):
        name = next(n for n, v in found.groupdict().items() if v and n not in ("colon", "value"))
        printed = (found["value"] or "").lstrip()
        if name == "time" and has_han(bare) and TO_THE_SECOND.search(printed):
            # No event is held to the second: `时间：2021/3/30 9:43:25` is when the page was put up.
            name = "published"
        value = Span(line.end - len(printed), line.end) if printed else None
        return Piece(part=Part.FIELD, span=span, line=index, name=name, value=value)
    if line.kind is Kind.CAPTION:
        return Piece(part=Part.CAPTION, span=span, line=index)
    if line.kind is Kind.STAMP:
        return Piece(part=Part.SOURCE, span=span, line=index)
    if line.kind is Kind.DATE:
        timed = re.search(CLOCK, line.text)
        # A bare date under the roster is the event's; one with a clock time is when the page was put up.
        return Piece(part=Part.SOURCE if timed and not roster_began else Part.EVENT_DATE, span=span, line=index)
    if line.kind not in (Kind.TEXT, Kind.LABEL):
        return Piece(part=Part.OTHER, span=span, line=index)
    if is_dateline(line.text):
        return Piece(part=Part.DATELINE, span=span, line=index)
    if is_source(line.text):
        return Piece(part=Part.SOURCE, span=span, line=index)
    return None
