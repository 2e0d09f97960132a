"""Lines of the head that show by themselves what they are: fields, dates, sources, bylines, the roster, furniture.

In: the lines above the first label, and which of them the roster has taken. Out: pieces for those that show, and the
lines that stay open. Promises: each line is judged by its own shape and by the line above it. Knows no title and no
sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scio_transcripts.language.dates.forms import CLOCK
from scio_transcripts.lazy import re
from scio_transcripts.lexer import Kind, Line
from scio_transcripts.lexer.page.patterns import HEADING
from scio_transcripts.lexer.roster.roster import Roster
from scio_transcripts.lexer.titles.split_titles import UPLOADED
from scio_transcripts.lexer.zones.bylines import is_byline, is_host_line, names_bearer
from scio_transcripts.lexer.zones.datelines import is_city_line, is_dateline, is_hall_line, is_source, is_undated
from scio_transcripts.lexer.zones.ledes import is_told
from scio_transcripts.lexer.zones.pieces import Part, Piece
from scio_transcripts.spans import Span

BYLINE = "byline"
"""The name of a piece that says who wrote the page, and with which post: its speaker, or somebody else."""
_LONGEST_OTHER = 40
"""Characters of a sentence that may be the value of some other field."""
_BULLETS = "•·●▪■◆*- "
_VALUES = frozenset({Kind.DATE, Kind.STAMP, Kind.TEXT})
"""Kinds of lines on which the value of a field stands whose heading has a line of its own."""
_TOLD_TIME = re.compile(r"\d ?[时時点點]|[上下中]午|晚")
"""`2024年6月5日下午3点半`: no site prints so when it put up a page."""
_DATED = frozenset({Part.EVENT_DATE, Part.DATELINE})
_BY_KIND: Mapping[Kind, Part] = {Kind.CAPTION: Part.CAPTION, Kind.STAMP: Part.SOURCE}


def name_by_shape(lines: Sequence[Line], roster: Roster, pieces: list[Piece]) -> set[int]:
    """Name what shows by itself. Returns the other lines."""
    open_lines: set[int] = set()
    waiting = ""
    roster_began = False
    for index, line in enumerate(lines):
        roster_began = roster_began or index in roster.lines
        if index in roster.lines:
            piece: Piece | None = _of_roster(line, index)
        else:
            piece = _value_of(line, index, waiting) or _field_of(line, index) or _piece_of(line, index, roster_began)
        waiting = ""
        if piece is None:
            open_lines.add(index)
            continue
        if piece.part is Part.FIELD and piece.value is None:
            waiting = piece.name
        if piece.part is Part.EVENT_DATE and _dates_source(index, pieces, lines):
            piece = piece._replace(part=Part.SOURCE)
        pieces.append(piece)
    _place_dates(lines, pieces, open_lines)
    return open_lines


def _place_dates(lines: Sequence[Line], pieces: list[Piece], open_lines: set[int]) -> None:
    """A city or a hall on a line of its own beside a bare date or an hour: together they are the dateline."""
    dated = {piece.line: place for place, piece in enumerate(pieces) if piece.part in _DATED}
    for index in sorted(open_lines):
        near = [line for line in (index - 1, index + 1) if line in dated]
        if not near or lines[index].kind is not Kind.TEXT:
            continue
        is_city = is_city_line(lines[index].text)
        if is_city or is_hall_line(lines[index].text):
            open_lines.discard(index)
            span = Span(lines[index].start, lines[index].end)
            dated[index] = len(pieces)
            pieces.append(Piece(part=Part.DATELINE, span=span, line=index, name="city" if is_city else "hall"))
            day = dated[near[-1]]  # the line below, where both are dates
            pieces[day] = pieces[day]._replace(part=Part.DATELINE)


def _of_roster(line: Line, index: int) -> Piece:
    """A line of the roster; a sentence that names somebody with a post may tell of the event as well."""
    part = Part.INTRODUCTION if is_told(line.text) else Part.ROSTER
    return Piece(part=part, span=Span(line.start, line.end), line=index)


def _value_of(line: Line, index: int, heading: str) -> Piece | None:
    """The value of the field whose heading stands on the line above, if there is one."""
    if not heading or line.kind not in _VALUES or line.text.startswith("•"):
        return None
    if heading == "other" and len(line.text) > _LONGEST_OTHER and line.text.endswith(("。", ".")):
        return None  # a sentence, below a heading that the page has left empty
    span = Span(line.start, line.end)
    return Piece(part=Part.FIELD, span=span, line=index, name=heading, value=span)


def _dates_source(index: int, pieces: Sequence[Piece], lines: Sequence[Line]) -> bool:
    """Whether a bare date belongs to the source line above it: that one has none, or they stand together."""
    above = pieces[-1] if pieces else None
    if above is None or above.line != index - 1 or above.part is not Part.SOURCE:
        return False
    return is_undated(lines[above.line].text) or not lines[index].gap


def _field_of(line: Line, index: int) -> Piece | None:
    """A heading over a value, or before it."""
    bare = line.text.lstrip(_BULLETS)
    may_be_field = line.kind is Kind.HEADING or (bare is not line.text and ":" in bare[:40])
    found = HEADING.fullmatch(bare) if may_be_field else None
    return _named_field(found, line, index) if found else None


def _named_field(found: re.Match[str], line: Line, index: int) -> Piece:
    name = next(n for n, v in found.groupdict().items() if v and n not in ("colon", "value"))
    printed = (found["value"] or "").lstrip()
    if name == "time" and UPLOADED.search(printed):
        name = "published"
    value = Span(line.end - len(printed), line.end) if printed else None
    return Piece(part=Part.FIELD, span=Span(line.start, line.end), line=index, name=name, value=value)


def _piece_of(line: Line, index: int, roster_began: bool) -> Piece | None:
    """The piece that any other line is, or None where its shape says nothing."""
    if line.kind in (Kind.STAGE, Kind.STAMP) and is_dateline(line.text):
        part: Part | None = Part.DATELINE
    elif line.kind in (Kind.TEXT, Kind.LABEL):
        part = _part_of_words(line.text)
        if part is Part.INTRODUCTION and names_bearer(line.text):
            return Piece(part=part, span=Span(line.start, line.end), line=index, name=BYLINE)
    elif line.kind is Kind.DATE:
        part = _part_of_date(line.text, roster_began)
    else:
        part = _BY_KIND.get(line.kind, Part.OTHER)
    return Piece(part=part, span=Span(line.start, line.end), line=index) if part is not None else None


def _part_of_date(words: str, roster_began: bool) -> Part:
    """A bare date under the roster is the event's; one with a clock time is when the page was put up."""
    if _TOLD_TIME.search(words):
        return Part.DATELINE
    return Part.SOURCE if re.search(CLOCK, words) and not roster_began else Part.EVENT_DATE


def _part_of_words(words: str) -> Part | None:
    if is_dateline(words):
        return Part.DATELINE
    if is_source(words):
        return Part.SOURCE
    if is_host_line(words):
        return Part.INTRODUCTION
    if is_byline(words):
        # The ministry of defence puts its spokesperson there.
        return Part.INTRODUCTION if names_bearer(words) else Part.OTHER
    return None
