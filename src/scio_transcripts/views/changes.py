"""The passage that a changed quotation comes from, also where it leaves out words and says so.

In: a quotation, folded, and all that is said. Out: a `Near`. Promises: the parts of one quotation are looked for in one
speech, in their order; bounded work. Decides nothing: `views/likeness.py` does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scio_transcripts.views.nearest import Edit, Near, nearest
from scio_transcripts.views.quoted import Part, parts_of, places
from scio_transcripts.views.words import TOKEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scio_transcripts.views.passages import Spoken

_MOST_PARTS = 50
_LEAST_ALIKE = 0.4
"""A part less like anything in its speech stands nowhere in it."""
_LEFT_OUT = Edit(kind="same", words="...")


def nearest_of(folded: str, spoken: Spoken) -> Near | None:
    """The nearest passage to a quotation."""
    parts = parts_of(folded)
    if not 1 < len(parts) <= _MOST_PARTS:
        return nearest(parts[0].text if len(parts) == 1 else folded, spoken.text)
    bounds = _speech_of(max(parts, key=lambda part: len(part.letters.plain)), spoken)
    return _in_order(parts, spoken, *bounds) if bounds else None


def whole_words(near: Near, spoken: Spoken, quotation: str) -> Near:
    """The passage with all of the word or figure that the quotation cuts: `-5` for `5`, `non-aligned` for `aligned`.

    There is always a difference to be seen.
    """
    text, start, end = spoken.text, near.start, near.end
    edits = near.edits
    if spoken.cuts(start):
        while start and spoken.cuts(start):
            start -= 1
        edits = (Edit(kind="added", words=text[start : near.start]), replace(edits[0], joined=True), *edits[1:])
    if spoken.cuts(end):
        while end < len(text) and spoken.cuts(end):
            end += 1
        edits = (*edits, Edit(kind="added", words=text[near.end : end], joined=True))
    if all(edit.kind == "same" for edit in edits):  # blanks and signs alone differ, which words do not show
        edits = (Edit(kind="removed", words=quotation), Edit(kind="added", words=text[start:end]))
    return near._replace(start=start, end=end, edits=edits)


def _speech_of(part: Part, spoken: Spoken) -> tuple[int, int] | None:
    """Where the speech with the longest part begins and ends."""
    exact = next(places(part, spoken.letters, spoken.cuts), None)
    near = exact[1] if exact else nearest(part.text, spoken.text)
    if near is None:
        return None
    end = spoken.text.find("\n", near.start)
    return spoken.text.rfind("\n", 0, near.start) + 1, end if end >= 0 else len(spoken.text)


def _in_order(parts: Sequence[Part], spoken: Spoken, start: int, end: int) -> Near | None:
    """Each part where it stands, or the passage most like it, behind the one before."""
    found: list[Near] = []
    edits: list[Edit] = []
    asked: list[str] = []
    for part in parts:
        near = _next(part, spoken, found[-1].end if found else start, end)
        words = tuple(match[0] for match in TOKEN.finditer(part.text))
        asked += words
        if edits:
            edits.append(_LEFT_OUT)
        if near is None:
            edits.append(Edit(kind="removed", words=part.text))
            continue
        found.append(near)
        edits += near.edits
    if not found:
        return None
    there = tuple(word for near in found for word in near.there)
    alike = sum(near.similarity * len(near.asked) for near in found) / max(len(asked), 1)
    return Near(found[0].start, found[-1].end, alike, tuple(edits), tuple(asked), there)


def _next(part: Part, spoken: Spoken, start: int, end: int) -> Near | None:
    """The part, or what is likely it with changes, between two places of one speech."""
    letters = spoken.letters
    exact = next(places(part, letters, spoken.cuts, letters.index(start), letters.index(end)), None)
    if exact:
        words = spoken.text[exact[1].start : exact[1].end]
        tokens = tuple(match[0] for match in TOKEN.finditer(words))
        return Near(exact[1].start, exact[1].end, 1.0, (Edit(kind="same", words=words),), tokens, tokens)
    near = nearest(part.text, spoken.text[start:end])
    if near is None or near.similarity < _LEAST_ALIKE:
        return None
    return near._replace(start=near.start + start, end=near.end + start)
