"""The passage that is most like a quotation, and how the two differ, word by word.

In: a quotation and the text to search, both folded. Out: a stretch of the text, how alike the two are, and the edits
that lead from the one to the other. Promises: bounded work; a quotation of more than a thousand words, or of a few
words over and over, is not compared. Knows nothing of transcripts.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from scio_transcripts.views.words import TOKEN

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_TOKENS = 1000
"""Of a quotation."""
_MOST_PAIRS = 60_000
"""Of equal words in a quotation and a passage. difflib looks at all of them, many times where the same words repeat;
a thousand words of speech make 15,000."""
_MOST_PLACES = 20_000
"""Of the quotation's words that are looked at, the rarest words first: they say most about where a passage is."""
_MOST_REPEATED = 20
"""Places in the quotation at which one word of it is looked at."""
_OPCODES: dict[str, tuple[Literal["removed", "added"], ...]] = {
    "replace": ("removed", "added"),
    "delete": ("removed",),
    "insert": ("added",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Some words in a row that are the same in both, or stand in one only."""

    kind: Literal["same", "removed", "added"]
    """`removed`: in the quotation, not on the page; `added`: on the page, not in the quotation."""
    words: str


class Near(NamedTuple):
    """The nearest passage."""

    start: int
    """First character in the text that was searched."""
    end: int
    """One past the last character."""
    similarity: float
    """From 0 to 1: the part of all words and signs that are the same."""
    edits: tuple[Edit, ...]


class _Token(NamedTuple):
    word: str
    start: int
    end: int
    speech: int


def nearest(quotation: str, text: str) -> Near | None:
    r"""The stretch of `text` most like `quotation`. A line end in `text` is never crossed.

    >>> near = nearest("We counted eighty ferries.", "Good morning.\nLast year we counted ninety ferries. Thanks.")
    >>> near.edits[1:3]
    (Edit(kind='added', words='we'), Edit(kind='same', words='counted'))
    """
    asked = [found[0] for found in islice(TOKEN.finditer(quotation), _MOST_TOKENS + 1)]
    if not 0 < len(asked) <= _MOST_TOKENS:
        return None
    tokens = _tokens(text)
    window = _window(asked, tokens)
    if not window or _pairs(asked, window) > _MOST_PAIRS:
        return None
    window = _trimmed(asked, window)
    found = [token.word for token in window]
    matcher = SequenceMatcher(None, asked, found, autojunk=False)
    edits: list[Edit] = []
    spans = [(match.start(), match.end()) for match in TOKEN.finditer(quotation)]
    for code, a, b, c, d in matcher.get_opcodes():
        here = text[window[c].start : window[d - 1].end] if c < d else ""
        there = quotation[spans[a][0] : spans[b - 1][1]] if a < b else ""
        if code == "equal":
            edits.append(Edit(kind="same", words=here))
        else:
            edits += [Edit(kind=kind, words=there if kind == "removed" else here) for kind in _OPCODES[code]]
    return Near(window[0].start, window[-1].end, matcher.ratio(), tuple(edits))


def _tokens(text: str) -> list[_Token]:
    tokens = []
    speech = position = 0
    for found in TOKEN.finditer(text):
        speech += text.count("\n", position, found.start())
        position = found.start()
        tokens.append(_Token(found[0], found.start(), found.end(), speech))
    return tokens


def _window(asked: Sequence[str], tokens: Sequence[_Token]) -> list[_Token]:
    """The tokens of one speech where most words of the quotation stand at about the right distances."""
    wanted: dict[str, list[int]] = {}
    for index, word in enumerate(asked):
        wanted.setdefault(word.casefold(), []).append(index)
    places: dict[str, list[int]] = {word: [] for word in wanted}
    for index, token in enumerate(tokens):
        there = places.get(token.word.casefold())
        if there is not None and len(there) < _MOST_PLACES:
            there.append(index)
    step = max(4, len(asked) // 4)
    votes: Counter[tuple[int, int]] = Counter()
    looked_at = 0
    for word, there in sorted(places.items(), key=lambda item: len(item[1])):
        if looked_at + len(there) > _MOST_PLACES:
            break
        looked_at += len(there)
        for index in there:
            offsets = {(index - place) // step for place in wanted[word][:_MOST_REPEATED]}
            votes.update((tokens[index].speech, near) for offset in offsets for near in (offset, offset + 1))
    if not votes:
        return []
    (speech, offset), _ = max(votes.items(), key=lambda vote: (vote[1], (-vote[0][0], -vote[0][1])))
    low, high = (offset - 2) * step, (offset + 2) * step + len(asked)
    return [token for token in tokens[max(0, low) : max(0, high)] if token.speech == speech]


def _pairs(asked: Sequence[str], window: Sequence[_Token]) -> int:
    """How many words of the one equal how many words of the other."""
    there = Counter(token.word.casefold() for token in window)
    return sum(there[word.casefold()] for word in asked)


def _trimmed(asked: Sequence[str], window: list[_Token]) -> list[_Token]:
    """The window without what stands before and after the words that match."""
    folded = [word.casefold() for word in asked]
    matcher = SequenceMatcher(None, folded, [token.word.casefold() for token in window], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return window
    first, last = blocks[0], blocks[-1]
    before = min(first.a, first.b)
    after = min(len(asked) - last.a - last.size, len(window) - last.b - last.size)
    return window[first.b - before : last.b + last.size + after]
