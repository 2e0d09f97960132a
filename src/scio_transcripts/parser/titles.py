"""The title of a page: the line of the head that speaks for it most.

In: the lines above the first label, which of them nothing else has claimed, and their parts so far. Out: the title's
line, with its second line where it has one. Decides by weighed signs (words of the trade, place, shape), never by a
site's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scio_transcripts.lexer import Line
from scio_transcripts.parser import wording
from scio_transcripts.parser.datelines import TITLE_WORDS, glued_date
from scio_transcripts.parser.pieces import Part, Piece
from scio_transcripts.parser.sentences import SENTENCE_END, SPOKEN
from scio_transcripts.registry.han import has_han
from scio_transcripts.registry.names import is_person
from scio_transcripts.spans import Span

_NOTE_AT_END = re.compile(r"\s*\([^()]{1,30}\)$")
_BULLETS = "•·●▪■◆*- "
_TITLE_LINES = 60
_HEADING = 5
"""Weight of the page's top heading, by its markup, for a title."""
_TITLE_LONGEST = 260
_LEAST_HAN = 6
"""Characters of a title in Chinese."""


def find_title(lines: Sequence[Line], open_lines: set[int], pieces: list[Piece], heading: int) -> int | None:
    """The best line for a title among the open ones, with its second line where it has one."""
    parts = {p.line: p.part for p in pieces}
    named = _field_words(pieces, lines, ("topic", "other"))
    best, best_weight = None, 2
    for rank, index in enumerate(sorted(open_lines)[:_TITLE_LINES]):
        weight = _title_weight(lines[index], rank, parts.get(index + 1), named) + _HEADING * (index == heading)
        if weight > best_weight:
            best, best_weight = index, weight
    if best is None:
        return _title_from_topic(pieces)
    end = lines[best].end
    open_lines.discard(best)
    follower = best + 1
    if follower in open_lines and _continues_title(lines[best], lines[follower]):
        end = lines[follower].end
        open_lines.discard(follower)
    pieces.append(Piece(part=Part.TITLE, span=Span(lines[best].start, end), line=best))
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
    weight -= 3 if _NOTE_AT_END.sub("", words).endswith(SENTENCE_END) and not glued else 0
    weight -= 4 if words.endswith((":", "：")) or (len(words.split()) < 2 and not _is_long_han(words)) else 0
    weight -= 2 if SPOKEN.search(words) and words.endswith(SENTENCE_END) else 0
    weight -= 2 if words.count("  ") + words.count("•") > 2 else 0
    return weight - (3 if is_person(words) else 0)


def _is_long_han(words: str) -> bool:
    """Chinese puts no blanks between words: so many characters are several."""
    return has_han(words) and len(words) >= _LEAST_HAN


def _continues_title(line: Line, below: Line) -> bool:
    if below.gap or len(below.text) > 100 or below.text.endswith(SENTENCE_END) or line.text.endswith(SENTENCE_END):
        return False
    return below.text[0].islower() or line.text.endswith((",", ":", " and", " of", " on", " the", " for"))
