"""The title of a page: the line of the head that speaks for it most.

In: the lines above the first label, which of them nothing else has claimed, and their parts so far. Out: the title's
line, with its second line where it has one. Decides by weighed signs (words of the trade, place, shape), never by a
site's name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from scio_transcripts.language import speech_acts
from scio_transcripts.language.signs import caseless
from scio_transcripts.lazy import re
from scio_transcripts.lexer import Line
from scio_transcripts.lexer.titles.split_titles import ORIGINAL, TITLE_KEY, begins_title
from scio_transcripts.lexer.titles.title_clues import DATED, HEADLINE_WORDS, Seen, ends_sentence, is_headline, weight_of
from scio_transcripts.lexer.zones.bylines import is_byline
from scio_transcripts.lexer.zones.pieces import Part, Piece
from scio_transcripts.lexer.zones.sentences import SENTENCE_END, tells_of_event
from scio_transcripts.spans import Span

_BULLETS = "•·●▪■◆*- "
_KEY = re.compile(r"[^:：]{1,20}[:：] ?")
_TITLE_LINES = 60
_TITLE_LONGEST = 400
_PROSE = 120
_DASH = ("—", "–", "--")
_QUOTED_LINE = re.compile(r"[\"“'‘《].{3,90}[\"”'’》]")
_LEAST = 2
"""Weight that a title must have more than."""


def find_title(lines: Sequence[Line], open_lines: set[int], pieces: list[Piece], heading: int) -> int | None:
    """The best line for a title among the open ones, with its second line where it has one."""
    _leave_copies(lines, open_lines, pieces)
    best = _best_line(lines, open_lines, pieces, heading)
    if best is None:
        return _title_from_topic(pieces)
    start, end = lines[best].start, lines[best].end
    open_lines.discard(best)
    if key := TITLE_KEY.match(lines[best].text):
        pieces.append(Piece(part=Part.OTHER, span=Span(start, start + key.end()), line=best))
        start += key.end()
    elif (lines[best].text.startswith(_DASH) and _begins_title(lines, best - 1, open_lines)) or (
        best - 1 in open_lines and begins_title(lines[best - 1], lines[best])
    ):
        start = lines[best - 1].start
        open_lines.discard(best - 1)
    follower = best + 1
    if follower in open_lines and _continues_title(lines[best], lines[follower]):
        end = lines[follower].end
        open_lines.discard(follower)
    pieces.append(Piece(part=Part.TITLE, span=Span(start, end), line=best))
    return best


def _best_line(lines: Sequence[Line], open_lines: set[int], pieces: list[Piece], heading: int) -> int | None:
    """The line that weighs most; an original title gives way to the page's own below it."""
    parts = {p.line: Part.SOURCE if p.name == "published" else p.part for p in pieces}
    named = _field_words(pieces, lines, ("topic", "other"))
    counts = Counter(lines[index].text for index in open_lines)
    best, below_prose = None, False
    best_weight: float = _LEAST
    for rank, index in enumerate(sorted(open_lines)[:_TITLE_LINES]):
        text = lines[index].text
        above, below = parts.get(index - 1), _below(lines, index, parts)
        told = below in DATED and _is_told(text, lines, open_lines)
        weight = weight_of(
            Seen(
                text=text,
                words=text.lstrip(_BULLETS),
                rank=rank,
                above=above,
                below=below,
                named=text.lstrip(_BULLETS).lower().strip() in named,
                again=counts[text] > 1,
                told=told,
                top=index == heading,
                below_prose=below_prose,
            )
        )
        is_better = best is not None and weight > _LEAST and ORIGINAL.match(lines[best].text)
        if weight > best_weight or is_better:
            best, best_weight = index, weight
        below_prose = below_prose or (len(text) > _PROSE and text.endswith(SENTENCE_END))
    return best


def _below(lines: Sequence[Line], index: int, parts: Mapping[int, Part]) -> Part | None:
    """What stands below a line; who wrote a page stands beside its source."""
    if index + 1 < len(lines) and is_byline(lines[index + 1].text):
        return Part.SOURCE
    return parts.get(index + 1)


def _leave_copies(lines: Sequence[Line], open_lines: set[int], pieces: list[Piece]) -> None:
    """Name the lines that print another one behind a key: `Abstract: Lin Dahai meets the press`."""
    whole = {lines[index].text for index in open_lines}
    for index in sorted(open_lines):
        line = lines[index]
        copied = _KEY.sub("", line.text, count=1)
        if copied != line.text and copied in whole:
            open_lines.discard(index)
            pieces.append(Piece(part=Part.OTHER, span=Span(line.start, line.end), line=index))


def _told(lines: Sequence[Line], open_lines: set[int]) -> str:
    """What the sentences say that tell of the event, in lower case: a title may be the topic that they name."""
    texts = (lines[index].text for index in sorted(open_lines)[:_TITLE_LINES])
    return "\n".join(words.lower() for words in texts if words.endswith((*SENTENCE_END, ":")) and tells_of_event(words))


def _is_told(words: str, lines: Sequence[Line], open_lines: set[int]) -> bool:
    if not is_headline(words) or caseless(words) or speech_acts.sounds_like_title(words):
        return False
    return words.lower().removeprefix("the ") in _told(lines, open_lines)


def _title_from_topic(pieces: list[Piece]) -> int | None:
    topic = next((p for p in pieces if p.part is Part.FIELD and p.name == "topic" and p.value), None)
    if topic is None or topic.value is None or topic.value.end - topic.value.start > _TITLE_LONGEST:
        return None
    pieces.append(Piece(part=Part.TITLE, span=topic.value, line=topic.line))
    return topic.line


def _field_words(pieces: list[Piece], lines: Sequence[Line], names: tuple[str, ...]) -> set[str]:
    return {lines[p.line].text.lower().strip() for p in pieces if p.part is Part.FIELD and p.name in names}


def _begins_title(lines: Sequence[Line], above: int, open_lines: set[int]) -> bool:
    """Whether the line above one that begins with a dash is the first half of the title."""
    words = lines[above].text
    return above in open_lines and not ends_sentence(words) and len(words.split()) >= HEADLINE_WORDS


def _continues_title(line: Line, below: Line) -> bool:
    if below.gap or len(below.text) > 100 or below.text.endswith(SENTENCE_END) or line.text.endswith(SENTENCE_END):
        return False
    if _QUOTED_LINE.fullmatch(below.text):
        return True
    return below.text[0].islower() or line.text.endswith(("'s", "’s", ",", ":", " and", " of", " on", " the", " for"))
