"""The head of a page: everything above the first speech, line by line.

In: the lines, where the first label stands, and the roster. Out: each line's part in the head, and where speech begins.
Decides by wording and by order (title, category, dateline, summary, source, roster, date), never by a site's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from scio_transcripts.lexer import Kind, Line
from scio_transcripts.lexer.patterns import CLOCK, HEADING
from scio_transcripts.parser import wording, wording_han
from scio_transcripts.parser.datelines import TITLE_WORDS, glued_date, is_dateline, is_source
from scio_transcripts.parser.head_han import ORIGINAL, TO_THE_SECOND, begins_title, is_section
from scio_transcripts.parser.pieces import Head, Part, Piece
from scio_transcripts.parser.roster import Roster
from scio_transcripts.registry.han import has_han
from scio_transcripts.registry.names import is_person, names_somebody
from scio_transcripts.spans import Span

_TAKES_QUESTIONS = re.compile(
    r"\b(?:took|takes|taking|answered|answers|answering)\b[^.]{0,40}?\bquestions?\b"
    r"|\btakes? questions\b"
    r"|\bmet (?:with )?the press\b"
    r"|\btranscript (?:follows|of)\b",
    re.I,
)
_SPOKEN = re.compile(
    r"(?:\b(?:I|we|you|your|our|us|my|me|let's|let’s)\b"
    r"|^(?:Good (?:morning|afternoon|evening)|Ladies and|Dear |Friends |Hello|Welcome|Thank)"
    r"|我[们們]|大家好|各位)",
    re.I,
)
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]|['‘][^'’]{3,}['’]")
_HELD = re.compile(rf"\b(?:held|holds?|invited|organi[sz]ed)\b|{wording_han.HELD.pattern}")
_NOTE_AT_END = re.compile(r"\s*\([^()]{1,30}\)$")
_SENTENCE_END = (".", "!", "?", "。", "！", "？", ".”", '."', ".)", "?”", '?"', ".’", ".'")
_BULLETS = "•·●▪■◆*- "
_CATEGORY_LONGEST = 32
_SUMMARY_LONGEST = 900
_TITLE_LINES = 60
_HEADING = 5
"""Weight of the page's top heading, by its markup, for a title."""
_TITLE_LONGEST = 260
_WORDS_OF_SENTENCE = 4
_LEAST_TITLE = 2
_LEAST_HAN = 6
"""Characters of a title in Chinese."""


def read_head(lines: Sequence[Line], roster: Roster, *, main: int = 0, heading: int = -1) -> Head:
    """Read the head among the lines above the first label.

    `main` is the first line that can be speech, `heading` the line of the page's top heading, where markup says so.
    """
    pieces: list[Piece] = []
    open_lines = _named_by_shape(lines, roster, pieces)
    title = _find_title(lines, open_lines, pieces, heading)
    _find_sentences(lines, open_lines, pieces, title, has_roster=bool(roster.people))
    last = max((p.line for p in pieces if p.part not in (Part.CAPTION, Part.OTHER)), default=-1)
    speech = len(lines)
    for index, below in pairwise([*sorted(open_lines), -1]):
        line = lines[index]
        if has_han(line.text) and tells_of_event(line.text):
            # News agencies begin with a second lede.
            pieces.append(Piece(part=Part.INTRODUCTION, span=Span(line.start, line.end), line=index))
            continue
        is_heading = index == len(lines) - 1 and is_section(line.text)
        if index > last and index >= main and not is_heading and _begins_speech(lines, index, below):
            speech = index
            break
        pieces.append(Piece(part=Part.OTHER, span=Span(line.start, line.end), line=index))
    above = [piece for piece in pieces if piece.line < speech]
    return Head(sorted(above, key=lambda piece: piece.span), speech=speech, closed=last >= 0)


def _is_prose(line: Line) -> bool:
    return line.text.endswith(_SENTENCE_END) or len(line.text) > 120 or bool(wording.GREETING.match(line.text))


def _begins_speech(lines: Sequence[Line], index: int, below: int) -> bool:
    """Whether speech without a label begins with a line below the head. `below`: the next open line, or -1.

    A page may open in the middle of a speech, even with `We will do this in three ways:`.
    """
    line = lines[index]
    if _is_prose(line) or (index and lines[index - 1].text.endswith(_SENTENCE_END)):
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
        pieces.append(piece)
    return open_lines


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


def _find_title(lines: Sequence[Line], open_lines: set[int], pieces: list[Piece], heading: int) -> int | None:
    """The best line for a title among the open ones, with its second line where it has one."""
    parts = {p.line: p.part for p in pieces}
    named = _field_words(pieces, lines, ("topic", "other"))
    best, best_weight = None, _LEAST_TITLE
    for rank, index in enumerate(sorted(open_lines)[:_TITLE_LINES]):
        weight = _title_weight(lines[index], rank, parts.get(index + 1), named) + _HEADING * (index == heading)
        if weight > best_weight or (weight > _LEAST_TITLE and best is not None and ORIGINAL.match(lines[best].text)):
            best, best_weight = index, weight
    if best is None:
        return _title_from_topic(pieces)
    start, end = lines[best].start, lines[best].end
    open_lines.discard(best)
    if original := ORIGINAL.match(lines[best].text):
        start += original.end()
    elif best - 1 in open_lines and begins_title(lines[best - 1], lines[best]):
        start = lines[best - 1].start
        open_lines.discard(best - 1)
    follower = best + 1
    if follower in open_lines and _continues_title(lines[best], lines[follower]):
        end = lines[follower].end
        open_lines.discard(follower)
    pieces.append(Piece(part=Part.TITLE, span=Span(start, end), line=best))
    return best


def _title_from_topic(pieces: list[Piece]) -> int | None:
    topic = next((p for p in pieces if p.part is Part.FIELD and p.name == "topic" and p.value), None)
    if topic is None or topic.value is None or topic.value.end - topic.value.start > _TITLE_LONGEST:
        return None
    pieces.append(Piece(part=Part.TITLE, span=topic.value, line=topic.line))
    return topic.line


def _field_words(pieces: list[Piece], lines: Sequence[Line], names: tuple[str, ...]) -> set[str]:
    return {lines[p.line].text.lower().strip() for p in pieces if p.part is Part.FIELD and p.name in names}


def _title_weight(line: Line, rank: int, below: Part | None, named: set[str]) -> int:
    words = line.text.lstrip(_BULLETS)
    glued = glued_date(words)
    if glued:
        words = words[: glued.start()]
    if len(words) > _TITLE_LONGEST or wording.GREETING.match(words):
        return -9
    weight = 3 if TITLE_WORDS.search(words) else 0
    weight += 1 if rank == 0 else 0
    weight += 2 if below in (Part.DATELINE, Part.SOURCE) else 0
    weight += 2 if words.lower().strip() in named else 0
    weight -= 3 if _NOTE_AT_END.sub("", words).endswith(_SENTENCE_END) and not glued else 0
    weight -= 4 if words.endswith((":", "：")) or (len(words.split()) < 2 and not _is_long_han(words)) else 0
    weight -= 2 if _SPOKEN.search(words) and words.endswith(_SENTENCE_END) else 0
    weight -= 2 if words.count("  ") + words.count("•") > 2 else 0
    return weight - (3 if is_person(words) else 0)


def _is_long_han(words: str) -> bool:
    """Chinese puts no blanks between words: so many characters are several."""
    return has_han(words) and len(words) >= _LEAST_HAN


def _continues_title(line: Line, below: Line) -> bool:
    if below.gap or len(below.text) > 100 or below.text.endswith(_SENTENCE_END) or line.text.endswith(_SENTENCE_END):
        return False
    return below.text[0].islower() or line.text.endswith((",", ":", " and", " of", " on", " the", " for"))


def _find_sentences(
    lines: Sequence[Line], open_lines: set[int], pieces: list[Piece], title: int | None, *, has_roster: bool
) -> None:
    """Summary, category and introduction."""
    summary = next((i for i in sorted(open_lines) if _is_summary(lines, i, pieces, title)), None)
    if summary is not None:
        line = lines[summary]
        introduces = not has_roster and _TAKES_QUESTIONS.search(line.text) and names_somebody(line.text)
        pieces.append(
            Piece(part=Part.INTRODUCTION if introduces else Part.SUMMARY, span=Span(line.start, line.end), line=summary)
        )
        open_lines.discard(summary)
    elif (cut := _lede_before_caption(lines, pieces)) is not None:
        summary = cut
    start = -1 if title is None else title
    stop = summary if summary is not None else _first_of(pieces, (Part.SOURCE,), after=start)
    for index in sorted(open_lines):
        line = lines[index]
        if title is not None and stop is not None and title < index < stop and _is_category(line):
            pieces.append(Piece(part=Part.CATEGORY, span=Span(line.start, line.end), line=index))
            open_lines.discard(index)
            break


def _lede_before_caption(lines: Sequence[Line], pieces: list[Piece]) -> int | None:
    """Chinese pages print lede and caption in one line: the piece is cut in two. Gives the line."""
    for place, piece in enumerate(pieces):
        words = lines[piece.line].text
        end = words.find("。") + 1
        if piece.part is Part.CAPTION and 0 < end < len(words) and tells_of_event(words[:end]):
            middle = piece.span.start + end
            pieces[place] = piece._replace(part=Part.SUMMARY, span=Span(piece.span.start, middle))
            rest = words[end:]
            begin = middle + len(rest) - len(rest.lstrip())
            pieces.append(piece._replace(span=Span(begin, piece.span.end)))
            return piece.line
    return None


def _is_category(line: Line) -> bool:
    return (
        len(line.text) <= _CATEGORY_LONGEST
        and len(line.text.split()) <= 4
        and line.text[-1:].isalnum()
        and not is_person(line.text)
    )


def tells_of_event(words: str) -> bool:
    """Whether a sentence tells of an event in the third person, as summaries do."""
    return (
        len(words) <= _SUMMARY_LONGEST
        and bool(wording.EVENT.search(words) and _HELD.search(words))
        and not _SPOKEN.search(_QUOTED.sub("", words))
    )


def _first_of(pieces: list[Piece], parts: tuple[Part, ...], after: int) -> int | None:
    return min((p.line for p in pieces if p.part in parts and p.line > after), default=None)


def _is_summary(lines: Sequence[Line], index: int, pieces: list[Piece], title: int | None) -> bool:
    """One sentence in the third person about the event, above the roster and near the title."""
    text = lines[index].text
    glued = glued_date(text)
    words = text[: glued.start()] if glued else text
    if not words.endswith(_SENTENCE_END) and not (_TAKES_QUESTIONS.search(words) and words.endswith(":")):
        return False
    if (title is not None and not title < index <= title + 14) or (title is None and index > 3) or words.endswith("?"):
        return False
    if len(words) > _SUMMARY_LONGEST:
        return False
    if _SPOKEN.search(_QUOTED.sub("", words)):
        return False
    if wording.EVENT.search(words) and (
        title is not None or _TAKES_QUESTIONS.search(words) or "held" in words or "hold" in words or has_han(words)
    ):
        return True
    # Without such words, its place between the title and the rest of the head shows it.
    return (
        title is not None
        and any(p.line > index and p.part in (Part.SOURCE, Part.ROSTER, Part.DATELINE) for p in pieces)
        and bool(glued or lines[index].gap)
    )
