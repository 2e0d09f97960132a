"""Openings that the lede reports: `At the start of the briefing, Minister Lin Dahai said: Good morning, friends.`

In: a text and its lines. Out: the same characters, the narrator's words on a line of their own. Promises: cut behind a
colon only, between a sentence that is told and a greeting. Knows no label: what stands before the colon of a label
tells nothing.
"""

from __future__ import annotations

from scio_transcripts.lazy import re
from scio_transcripts.lexer import Kind, Lines, Looks
from scio_transcripts.lexer.zones.ledes import greets, is_told

_FIRST_LINES = 40
_LONGEST = 400
_COLON = re.compile(r"[:：][ \xa0\u3000]?(?=(?P<quote>[“\"「]?)\S)")
# A label with a post has a comma, too: `Lin Dahai, host of the press conference:`.
_NARRATES = re.compile(
    r"(?:At|On|In|During|Before|After|Upon|Following)\b.*,|.*\b(?:said|says|saying|stated|remarked|began|added)\W*$"
    r"|.*(?:说|說|表示|指出|称|稱|道|致辞|致詞|宣布)\W*$"
)


def cut_reported(text: str, lines: Lines) -> Lines:
    """The lines, an opening apart from the words that report it.

    >>> from scio_transcripts.lexer import lines_of
    >>> told = "At the start of the press conference, Minister Lin Dahai said: Good morning, friends."
    >>> cut_reported(told, lines_of(told)).texts[1]
    'Good morning, friends.'
    """
    cuts = {index: place for index in range(min(len(lines), _FIRST_LINES)) if (place := _opening_in(lines, index))}
    if not cuts:
        return lines
    texts: list[str] = []
    starts: list[int] = []
    marked: dict[int, Looks] = {}
    glued: set[int] = set()
    for index, (words, start) in enumerate(zip(lines.texts, lines.starts, strict=True)):
        place = cuts.get(index, 0)
        if place:
            texts.append(words[:place].rstrip())
            starts.append(start)
        elif index in lines.marked:
            marked[len(texts)] = lines.marked[index]
        if index in lines.glued:
            glued.add(len(texts))
        texts.append(words[place:])
        starts.append(start + place)
    return Lines(text, texts, starts, marked, frozenset(glued))


def _opening_in(lines: Lines, index: int) -> int:
    """Where the opening begins that a line reports; nought where it reports none."""
    if lines.kind(index) not in (Kind.TEXT, Kind.LABEL):
        return 0
    words = lines.texts[index]
    found = _COLON.search(words, 0, _LONGEST)
    if found is None or not greets(words[found.end() + len(found["quote"]) :]):
        return 0
    before = words[: found.start() + 1]
    return found.end() if _NARRATES.match(before[:-1]) and is_told(before) else 0
