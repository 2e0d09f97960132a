"""The head of a page: everything above the first speech, line by line.

In: the lines, where the first label stands, and the roster. Out: each line's part in the head, and where speech begins.
Decides by wording and by order (title, category, dateline, summary, source, roster, date), never by a site's name.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from scio_transcripts.language.signs import is_foreign
from scio_transcripts.language.speech_acts import sounds_like_title
from scio_transcripts.lazy import re
from scio_transcripts.lexer import Line
from scio_transcripts.lexer.roster.roster import Roster
from scio_transcripts.lexer.roster.roster_han import names_its_people
from scio_transcripts.lexer.titles.split_titles import is_section
from scio_transcripts.lexer.titles.titles import find_title
from scio_transcripts.lexer.zones.ledes import greets, is_spoken, is_told, tells_within
from scio_transcripts.lexer.zones.pieces import Head, Part, Piece
from scio_transcripts.lexer.zones.record_marks import ends_in_record_mark, is_record_mark
from scio_transcripts.lexer.zones.sentences import SENTENCE_END, find_sentences, is_narrated, tells_of_event
from scio_transcripts.lexer.zones.shapes import BYLINE, name_by_shape
from scio_transcripts.registry.names import people_named
from scio_transcripts.spans import Span

_WORDS_OF_SENTENCE = 4
_LONGEST_HEADLINE = 120
_SPEECH_END = (*SENTENCE_END, ",", "，", ":", "：")
"""How a line may end in which somebody speaks: `Dear friends,` has a line of its own."""
_LONGEST_MARK = 16
"""Characters of a mark that is a heading: `Transcript:`, `发布会文字实录：`; longer ones are sentences, with values."""
_WELCOMES = ("Welcome", "欢迎", "歡迎")
"""How sites greet, too."""
_CREDIT = re.compile(r"[\[(（]|[Pp]hoto")
"""Where the words about a picture end, and those about the photographer begin."""
_FIRST_SENTENCE = re.compile(r"[^。！？]{8,160}[。！？]|[^.!?]{20,300}[.!?](?= )")
_GOES_ON = re.compile(r"[a-z][^\W\d_]*(?:[ ,'’-]+[^\W\d_]+){5}")
"""How a page begins in the middle of a sentence."""


def read_head(
    lines: Sequence[Line],
    roster: Roster,
    *,
    main: int = 0,
    heading: int = -1,
    speakers: frozenset[str] = frozenset(),
    opened: bool = False,
) -> Head:
    """Read the head among the lines above the first label.

    `main` is the first line that can be speech, `heading` the line of the page's top heading, where markup says so.
    `speakers` are names in the labels below: a paragraph that tells of one of them is told. `opened`: whether the first
    label below begins the event by its words.
    """
    pieces: list[Piece] = []
    open_lines = name_by_shape(lines, roster, pieces)
    marks = _name_marks(lines, open_lines, pieces)
    title = find_title(lines, open_lines, pieces, heading)
    find_sentences(lines, open_lines, pieces, title, has_roster=bool(roster.people))
    begun = _opening_below(lines, open_lines, marks)
    last = max((p.line for p in pieces if p.part not in (Part.CAPTION, Part.OTHER) and p.line < begun), default=-1)
    speech = len(lines)
    speakers |= _speakers(lines, pieces, roster)
    _leave_authors(lines, pieces, speakers)
    quiet = max(last, main - 1, _last_above_opening(lines, open_lines, opened=opened))
    for index, below in pairwise([*sorted(open_lines), -1]):
        line = lines[index]
        if (piece := _piece_of_prose(lines, index, speakers, above_record=index <= marks)) is not None:
            pieces.append(piece)
            continue
        is_heading = index == len(lines) - 1 and is_section(line.text)
        if index > quiet and not is_heading and _begins_speech(lines, index, below):
            speech = index
            break
        pieces.append(Piece(part=Part.OTHER, span=Span(line.start, line.end), line=index))
    above = [piece for piece in pieces if piece.line < speech]
    return Head(sorted(above, key=lambda piece: piece.span), speech=speech, closed=last >= 0)


def _name_marks(lines: Sequence[Line], open_lines: set[int], pieces: list[Piece]) -> int:
    """Name the headings of the record, which no title is, unless the page begins with one.

    Returns the lowest record mark, heading or sentence, or -1.
    """
    marks = [i for i, line in enumerate(lines) if is_record_mark(line.text) or ends_in_record_mark(line.text)]
    first = min(open_lines, default=-1)
    for index in marks:
        line = lines[index]
        if index in open_lines and index != first and not _ends_sentence(line.text):
            open_lines.discard(index)
            pieces.append(Piece(part=Part.OTHER, span=Span(line.start, line.end), line=index, name="stage"))
    return max(marks, default=-1)


def _opening_below(lines: Sequence[Line], open_lines: Collection[int], mark: int) -> int:
    """The first line below the last record mark, if it greets: what stands below it is no head; else their number."""
    below = min((index for index in open_lines if index > mark >= 0), default=-1)
    return below if below >= 0 and greets(lines[below].text) and lines[below].text.endswith(_SPEECH_END) else len(lines)


def _last_above_opening(lines: Sequence[Line], open_lines: Collection[int], *, opened: bool) -> int:
    """The last line above the words that open the event, if nobody speaks up to there; or -1.

    Words greet, or the first label does (`opened`): what stands above them was written, whatever it tells.
    """
    for index in sorted(open_lines):
        words = lines[index].text
        if words.endswith(_SPEECH_END) and is_spoken(words) and not (opened and _is_of_site(words)):
            return index - 1 if greets(words) else -1
    return len(lines) if opened else -1


def _is_of_site(words: str) -> bool:
    """Whether words above the first greeting welcome a reader, or tell of the event although they say `we`."""
    return words.startswith(_WELCOMES) or tells_within(words)


def _begins_told(words: str) -> bool:
    """Whether the first sentence tells of the event: what it goes on to report, in whoever's words, is told."""
    end = _FIRST_SENTENCE.match(words)
    return end is not None and tells_of_event(end[0])


def _ends_sentence(words: str) -> bool:
    return words.endswith((*SENTENCE_END, ":", "：")) and len(words) > _LONGEST_MARK


def _speakers(lines: Sequence[Line], pieces: Sequence[Piece], roster: Roster) -> frozenset[str]:
    """Who is known to speak: the people of the roster, of the title, and of what tells of the event."""
    naming = (Part.TITLE, Part.SUMMARY, Part.INTRODUCTION)
    telling = (piece for piece in pieces if piece.part in naming and piece.name != BYLINE)
    named = (name for piece in telling for name in people_named(lines[piece.line].text))
    return frozenset(person.name for person in roster.people).union(named)


def _leave_authors(lines: Sequence[Line], pieces: list[Piece], speakers: frozenset[str]) -> None:
    """A byline with a post names the speaker where nobody else is known to speak; elsewhere it is an author's."""
    shown = (_CREDIT.split(lines[p.line].text, maxsplit=1)[0] for p in pieces if p.part is Part.CAPTION)
    speakers |= {name for words in shown for name in people_named(words)}
    for place, piece in enumerate(pieces):
        if piece.name == BYLINE and speakers and not any(name in lines[piece.line].text for name in speakers):
            pieces[place] = piece._replace(part=Part.OTHER, name="")


def _piece_of_prose(lines: Sequence[Line], index: int, speakers: frozenset[str], *, above_record: bool) -> Piece | None:
    """The piece for a sentence of the head that nobody speaks: agencies begin with a second lede, and a third."""
    line = lines[index]
    span = Span(line.start, line.end)
    if _introduces(line.text):
        return Piece(part=Part.INTRODUCTION, span=span, line=index)
    told = is_told(line.text, speakers) or is_narrated(line.text) or is_record_mark(line.text)
    if told or (above_record and _begins_told(line.text)):
        return Piece(part=Part.OTHER, span=span, line=index, name="stage")
    if is_foreign(line.text):
        return Piece(part=Part.OTHER, span=span, line=index)
    if above_record and not is_spoken(line.text):
        name = "stage" if line.text.endswith(SENTENCE_END) else ""
        return Piece(part=Part.OTHER, span=span, line=index, name=name)
    return None


def _introduces(words: str) -> bool:
    """Whether a sentence tells of the event, so that it may say who was there, when and where."""
    return tells_of_event(words) and (is_told(words) or names_its_people(words))


def _is_prose(line: Line) -> bool:
    if line.text.endswith(SENTENCE_END) or greets(line.text):
        return True
    # A long line without a sentence's end is a paragraph that was cut, unless it is a headline that names the event.
    return len(line.text) > _LONGEST_HEADLINE and (is_spoken(line.text) or not sounds_like_title(line.text))


def _begins_speech(lines: Sequence[Line], index: int, below: int) -> bool:
    """Whether speech without a label begins with a line below the head. `below`: the next open line, or -1.

    A page may open in the middle of a speech, even with `We will do this in three ways:`, or of a sentence. A short
    line that ends no sentence is a heading.
    """
    line = lines[index]
    if _is_prose(line) or _GOES_ON.match(line.text):
        return True
    announces = line.text.endswith((":", "：")) and len(line.text.split()) >= _WORDS_OF_SENTENCE
    return announces and below >= 0 and _is_prose(lines[below])
