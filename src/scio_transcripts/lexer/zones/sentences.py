"""The sentences of the head: the summary, the lede that says who answers, and the category.

In: the lines above the first label, which of them nothing else has claimed, and their parts so far. Out: pieces for
those sentences. Decides by wording and place (decision 7). Knows nothing of who anybody is.
"""

from __future__ import annotations

from collections.abc import Sequence

from scio_transcripts.language import speech_acts
from scio_transcripts.lazy import re
from scio_transcripts.lexer import Kind, Line
from scio_transcripts.lexer.zones.datelines import glued_date
from scio_transcripts.lexer.zones.ledes import greets, is_told, reports
from scio_transcripts.lexer.zones.pieces import Part, Piece
from scio_transcripts.registry import outlets
from scio_transcripts.registry.names import is_person, names_post, names_somebody
from scio_transcripts.spans import Span

_TAKES_QUESTIONS = re.compile(
    r"\b(?:took|takes|taking|answered|answers|answering)\b[^.]{0,40}?\bquestions?\b"
    r"|\btakes? questions\b"
    r"|\bmet (?:with )?the press\b"
    r"|\btranscript (?:follows|of)\b",
    re.I,
)
SPOKEN = re.compile(
    r"(?:\b(?:I|we|you|your|our|(?-i:us)|my|me|let's|let’s)\b"
    r"|^(?:Good (?:morning|afternoon|evening)|Ladies and|Dear |Friends |Hello|Welcome|Thank)"
    r"|我[们們]|大家好|各位)",
    re.I,
)
TEXT_FOLLOWS = re.compile(
    r"\b(?:full text|transcript|minutes|highlights|excerpts|questions and answers)\b[^.]{0,80}:$"
    r"|\b(?:full text|transcript|minutes|highlights|excerpts)\b[^.]{0,60}\bfollows?\b[^.]{0,20}:$",
    re.I,
)
_NARRATED = re.compile(
    r"(?:[A-Z][\w'’.-]* ){1,8}(?:first )?(?:started|began|opened|made|delivered|announced)\b[^.!?]{0,100}[:：]"
)
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]|['‘][^'’]{3,}['’]")
_NO_BEGINNING = ("“", '"', "He ", "She ", "They ", "他", "她")
"""A quotation, and what follows a sentence that names somebody."""
SENTENCE_END = (".", "!", "?", "。", "！", "？", ".”", '."', ".)", "?”", '?"', ".’", ".'")
_BARS = ("|", "丨", "｜")
_CATEGORY_LONGEST = 32
_SUMMARY_LONGEST = 900


def find_sentences(
    lines: Sequence[Line], open_lines: set[int], pieces: list[Piece], title: int | None, *, has_roster: bool
) -> None:
    """Summary, category and introduction."""
    summary = _find_summary(lines, open_lines, pieces, title)
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
            part = Part.SOURCE if _names_source(lines, index, pieces) else Part.CATEGORY
            pieces.append(Piece(part=part, span=Span(line.start, line.end), line=index))
            open_lines.discard(index)
            break


def _find_summary(lines: Sequence[Line], open_lines: set[int], pieces: list[Piece], title: int | None) -> int | None:
    """The line of the summary. Below a greeting somebody speaks, whatever he tells; a site says `Welcome`, too."""
    greeting = min((i for i in open_lines if _greets(lines[i].text)), default=len(lines))
    return next((i for i in sorted(open_lines) if i < greeting and _is_summary(lines, i, pieces, title)), None)


def _greets(words: str) -> bool:
    return greets(words) and words.endswith(SENTENCE_END) and not words.startswith(("Welcome", "欢迎", "歡迎"))


def _lede_before_caption(lines: Sequence[Line], pieces: list[Piece]) -> int | None:
    """Chinese pages print lede and caption in one line: the piece is cut in two. Gives the line."""
    for place, piece in enumerate(pieces):
        words = lines[piece.line].text
        end = words.find("。") + 1
        if piece.part is Part.CAPTION and 0 < end < len(words) and _says_held(words[:end]):
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
        and ":" not in line.text
        and not is_person(line.text)
    )


def _names_source(lines: Sequence[Line], index: int, pieces: list[Piece]) -> bool:
    """Whether a short line under the title is the source of the bare date below it, somebody's name between them."""
    below = index + 1
    if is_person(lines[below].text):
        below += 1
    if not any(piece.line == below and piece.part is Part.SOURCE for piece in pieces):
        return False
    words, date = lines[index].text, lines[below]
    if date.text.startswith(_BARS):
        return True
    return date.kind in (Kind.STAMP, Kind.DATE) and (names_post(words) or outlets.find(words) is not None)


def tells_of_event(words: str) -> bool:
    """Whether a sentence tells of an event in the third person, as summaries do."""
    return len(words) <= _SUMMARY_LONGEST and (_says_held(words) or (is_told(words) and not reports(words)))


def _says_held(words: str) -> bool:
    """Whether it says that the event was held, in the usual words; a caption seldom does."""
    return bool(
        speech_acts.names_event(words)
        and speech_acts.tells_of_holding(words)
        and not SPOKEN.search(_QUOTED.sub("", words))
    )


def _is_told_of(words: str) -> bool:
    return is_told(words) or not SPOKEN.search(_QUOTED.sub("", words))


def _leads_to_text(words: str) -> bool:
    """Whether a lede that ends in a colon tells of the event, before it says that the text follows."""
    return bool(_TAKES_QUESTIONS.search(words)) or bool(TEXT_FOLLOWS.search(words) and tells_of_event(words))


def is_narrated(words: str) -> bool:
    """Whether a line of its own says that a text or a speech follows: nobody speaks it.

    >>> is_narrated("Lin Dahai started the conference with the following announcements:")
    True
    >>> is_narrated("We will do this in the following ways:")
    False
    """
    if not words.endswith((":", "：")) or SPOKEN.search(words):
        return False
    return bool(_NARRATED.match(words) or TEXT_FOLLOWS.search(words))


def _first_of(pieces: list[Piece], parts: tuple[Part, ...], after: int) -> int | None:
    return min((p.line for p in pieces if p.part in parts and p.line > after), default=None)


def _is_summary(lines: Sequence[Line], index: int, pieces: list[Piece], title: int | None) -> bool:
    """One sentence in the third person about the event, above the roster and near the title."""
    text = lines[index].text
    glued = glued_date(text)
    words = text[: glued.start()] if glued else text
    if not words.endswith(SENTENCE_END) and not (words.endswith(":") and _leads_to_text(words)):
        return False
    if words.endswith("...") or words.startswith(_NO_BEGINNING):
        return False
    if (title is not None and not title < index <= title + 14) or (title is None and index > 3) or words.endswith("?"):
        return False
    if len(words) > _SUMMARY_LONGEST:
        return False
    if not _is_told_of(words):
        return False
    if speech_acts.names_event(words) and (
        title is not None or _TAKES_QUESTIONS.search(words) or speech_acts.happens_at_event(words)
    ):
        return True
    # Without such words, its place between the title and the rest of the head shows it.
    return (
        title is not None
        and any(p.line > index and p.part in (Part.SOURCE, Part.ROSTER, Part.DATELINE) for p in pieces)
        and bool(glued or lines[index].gap)
    )
