"""The title of a page: the line of the head that speaks for it most.

In: the lines above the first label, which of them nothing else has claimed, and their parts so far. Out: the title's
line, with its second line where it has one. Decides by weighed signs (words of the trade, place, shape), never by a
site's name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scio_transcripts.language import speech_acts
from scio_transcripts.lazy import re
from scio_transcripts.lexer import Line
from scio_transcripts.lexer.zones.datelines import glued_date
from scio_transcripts.lexer.zones.head_han import ORIGINAL, begins_title
from scio_transcripts.lexer.zones.pieces import Part, Piece
from scio_transcripts.lexer.zones.sentences import SENTENCE_END, SPOKEN, tells_of_event
from scio_transcripts.registry.names import is_person
from scio_transcripts.registry.script import has_han
from scio_transcripts.spans import Span

_NOTE_AT_END = re.compile(r"\s*\([^()]{1,30}\)$")
_BULLETS = "•·●▪■◆*- "
_KEY = re.compile(r"[^:：]{1,20}[:：] ?")
_TITLE_LINES = 60
_HEADING = 7
"""Weight of the page's top heading, by its markup, for a title."""
_TITLE_LONGEST = 400
_HEADLINE_WORDS = 4
"""Words of a headline."""
_HEADLINE_HAN = 8
"""Characters of a headline in Chinese."""
_TELLS = re.compile(r"\b(?:held|gave|hosted|convened) (?:a|an|the|its)\b")
_WORD = re.compile(r"[^\W\d_]{2,}")
_HEADLINE_BEGINS = re.compile(r"[^\W_a-z]|[\"“'‘《「【]")
_DATED = (Part.DATELINE, Part.SOURCE, Part.EVENT_DATE)
_TOLD = 4
_AGAIN = 3
"""For a headline that the page prints more than once: as its title, and as that of its window."""
_UNDER_SOURCE = 3
"""For a headline right under the line that says who published it, and when."""
_SIGNATURE = 3
"""Against a line below prose and above a date: that is who signs."""
_PROSE = 120
_DASH = ("—", "–", "--")
_QUOTED_LINE = re.compile(r"[\"“'‘《].{3,90}[\"”'’》]")
_LEAST = 2
"""Weight that a title must have more than."""
_LEAST_HAN = 6
"""Characters of a title in Chinese."""


def find_title(lines: Sequence[Line], open_lines: set[int], pieces: list[Piece], heading: int) -> int | None:
    """The best line for a title among the open ones, with its second line where it has one."""
    _leave_copies(lines, open_lines, pieces)
    parts = {p.line: Part.SOURCE if p.name == "published" else p.part for p in pieces}
    counts = Counter(lines[index].text for index in open_lines)
    named = _field_words(pieces, lines, ("topic", "other"))
    best, best_weight, below_prose = None, _LEAST, False
    for rank, index in enumerate(sorted(open_lines)[:_TITLE_LINES]):
        words = lines[index].text
        weight = _title_weight(lines[index], rank, parts.get(index + 1), named) + _HEADING * (index == heading)
        weight += _AGAIN * (counts[words] > 1 and _is_headline(words))
        weight += _UNDER_SOURCE * (parts.get(index - 1) is Part.SOURCE and _is_headline(words))
        weight += _TOLD * (parts.get(index + 1) in _DATED and _is_told(words, lines, open_lines))
        weight -= _SIGNATURE * (below_prose and parts.get(index + 1) is Part.EVENT_DATE)
        is_better = best is not None and weight > _LEAST and ORIGINAL.match(lines[best].text)
        if weight > best_weight or is_better:
            best, best_weight = index, weight
        below_prose = below_prose or (len(words) > _PROSE and words.endswith(SENTENCE_END))
    if best is None:
        return _title_from_topic(pieces)
    start, end = lines[best].start, lines[best].end
    open_lines.discard(best)
    if original := ORIGINAL.match(lines[best].text):
        pieces.append(Piece(part=Part.OTHER, span=Span(start, start + original.end()), line=best))
        start += original.end()
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


def _is_headline(words: str) -> bool:
    """Whether a line has the shape of a headline: several words, the first with a capital letter, and no sentence."""
    enough = len(words) >= _HEADLINE_HAN if has_han(words) else len(_WORD.findall(words)) >= _HEADLINE_WORDS
    begins = _HEADLINE_BEGINS.match(words) is not None and not any(sign in words for sign in "<>|")
    return enough and begins and not _ends_sentence(words) and not words.endswith((":", "："))


def _is_told(words: str, lines: Sequence[Line], open_lines: set[int]) -> bool:
    if not _is_headline(words) or has_han(words) or speech_acts.sounds_like_title(words):
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


_MOST_GAPS = 2


def _title_weight(line: Line, rank: int, below: Part | None, named: set[str]) -> int:
    words = line.text.lstrip(_BULLETS)
    glued = glued_date(words)
    if glued:
        words = words[: glued.start()]
    if len(words) > _TITLE_LONGEST or speech_acts.greets(words):
        return -9
    weight = 5 if speech_acts.sounds_like_title(words) else 0
    weight += 1 if rank == 0 else 0
    dated = below in _DATED
    weight += 2 if dated else 0
    weight += 1 if dated and _is_headline(words) else 0
    weight += 2 if words.lower().strip() in named else 0
    if _ends_sentence(words) and (not glued or tells_of_event(words)):
        weight -= 8 if _TELLS.search(words) else 5
    weight -= 6 if words.endswith((":", "：")) or (len(words.split()) < 2 and not _is_long_han(words)) else 0
    weight -= 2 if SPOKEN.search(words) and words.endswith(SENTENCE_END) else 0
    weight -= 2 * (words.count("  ") + words.count("•") > _MOST_GAPS)
    return weight - 3 * is_person(words)


def _begins_title(lines: Sequence[Line], above: int, open_lines: set[int]) -> bool:
    """Whether the line above one that begins with a dash is the first half of the title."""
    words = lines[above].text
    return above in open_lines and not _ends_sentence(words) and len(words.split()) >= _HEADLINE_WORDS


def _ends_sentence(words: str) -> bool:
    return _NOTE_AT_END.sub("", words).rstrip('"”’」』').endswith(SENTENCE_END)


def _is_long_han(words: str) -> bool:
    """Chinese puts no blanks between words: so many characters are several."""
    return has_han(words) and len(words) >= _LEAST_HAN


def _continues_title(line: Line, below: Line) -> bool:
    if below.gap or len(below.text) > 100 or below.text.endswith(SENTENCE_END) or line.text.endswith(SENTENCE_END):
        return False
    if _QUOTED_LINE.fullmatch(below.text):
        return True
    return below.text[0].islower() or line.text.endswith(("'s", "’s", ",", ":", " and", " of", " on", " the", " for"))
