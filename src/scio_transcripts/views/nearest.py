"""The passage that is most like a quotation, and how the two differ, word by word.

In: a quotation and the text to search, both folded. Out: a stretch of the text, how alike the two are, and the edits
that lead from the one to the other. Promises: bounded work; a quotation of more than a thousand words, or of a few
words over and over, is not compared. Knows nothing of transcripts.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from heapq import nlargest
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from scio_transcripts.registry.han import simplified
from scio_transcripts.views.alignment import best_fit
from scio_transcripts.views.likeness import plain
from scio_transcripts.views.words import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_TOKENS = 1000
"""Of a quotation."""
_MOST_PAIRS = 60_000
"""Of equal words in a quotation and a passage. difflib looks at all of them, many times where the same words repeat;
a thousand words of speech make 15,000."""
_MOST_PLACES = 20_000
"""Of the quotation's words that are looked at, the rarest words first: they say most about where a passage is."""
_MOST_FITTED = 200
"""Words of a quotation that is laid along several windows, word by word. A longer one is found by what it shares."""
_MOST_WINDOWS = 8
"""That are looked at for a short quotation; a long one is in the first or the second, if anywhere."""
_MOST_FITS = 100_000
"""Pairs of words that are compared to fit a quotation."""
_MOST_REPEATED = 20
"""Places in the quotation at which one word of it is looked at."""
_OPCODES: dict[str, tuple[Literal["same", "removed", "added"], ...]] = {
    "equal": ("same",),
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
    joined: bool = field(default=False, compare=False, repr=False)
    """No blank stands before them: a comma, or a word of Chinese."""


class Near(NamedTuple):
    """The nearest passage."""

    start: int
    """First character in the text that was searched."""
    end: int
    """One past the last character."""
    similarity: float
    """From 0 to 1: the part of all words and signs that are the same, in whatever case."""
    edits: tuple[Edit, ...]
    asked: tuple[str, ...]
    """The words and signs of the quotation."""
    there: tuple[str, ...]
    """Those of the passage."""


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
    windows = _windows(asked, _tokens(text))
    window = _fitted(asked, windows) if len(asked) <= _MOST_FITTED else _trimmed(asked, windows[:1])
    if not window or _pairs(asked, window) > _MOST_PAIRS:
        return None
    there = [token.word for token in window]
    similarity = SequenceMatcher(None, [*map(plain, asked)], [*map(plain, there)], autojunk=False).ratio()
    edits = tuple(_edits(asked, quotation, window, text))
    return Near(window[0].start, window[-1].end, similarity, edits, tuple(asked), tuple(there))


def _edits(asked: Sequence[str], quotation: str, window: Sequence[_Token], text: str) -> Iterator[Edit]:
    """What leads from the quotation to the passage."""
    quoted, found = [match.span() for match in TOKEN.finditer(quotation)], [token.word for token in window]
    alike = SequenceMatcher(None, [*map(simplified, asked)], [*map(simplified, found)], autojunk=False)
    for code, a, b, c, d in alike.get_opcodes():
        for kind in _OPCODES[code]:
            source, start, end = (
                (quotation, quoted[a][0], quoted[b - 1][1])
                if kind == "removed"
                else (text, window[c].start, window[d - 1].end)
            )
            yield Edit(kind=kind, words=source[start:end], joined=start > 0 and not source[start - 1].isspace())


def _tokens(text: str) -> list[_Token]:
    tokens = []
    speech = position = 0
    for found in TOKEN.finditer(text):
        speech += text.count("\n", position, found.start())
        position = found.start()
        tokens.append(_Token(found[0], found.start(), found.end(), speech))
    return tokens


def _windows(asked: Sequence[str], tokens: Sequence[_Token]) -> list[list[_Token]]:
    """Tokens of one speech where words of the quotation stand at about the right distances: the likeliest first.

    A rare word says more than a common one, and each counts once.
    """
    wanted: dict[str, list[int]] = {}
    for index, word in enumerate(asked):
        wanted.setdefault(plain(word), []).append(index)
    places: dict[str, list[int]] = {word: [] for word in wanted}
    for index, token in enumerate(tokens):
        there = places.get(plain(token.word))
        if there is not None and len(there) < _MOST_PLACES:
            there.append(index)
    step = max(4, len(asked) // 4)
    votes: Counter[tuple[int, int]] = Counter()
    looked_at = 0
    for word, there in sorted(places.items(), key=lambda item: len(item[1])):
        if looked_at + len(there) > _MOST_PLACES:
            break
        looked_at += len(there)
        seen: set[tuple[int, int]] = set()
        for index in there:
            offsets = {(index - place) // step for place in wanted[word][:_MOST_REPEATED]}
            seen.update((tokens[index].speech, near) for offset in offsets for near in (offset, offset + 1))
        weight = len(wanted[word][:_MOST_REPEATED]) * (len(tokens) // max(1, len(there))).bit_length()
        votes.update(dict.fromkeys(seen, weight))
    windows = []
    for (speech, offset), _ in nlargest(
        _MOST_WINDOWS, votes.items(), key=lambda vote: (vote[1], *(-n for n in vote[0]))
    ):
        low, high = (offset - 2) * step, (offset + 2) * step + len(asked)
        windows.append([token for token in tokens[max(0, low) : max(0, high)] if token.speech == speech])
    return windows


def _fitted(asked: Sequence[str], windows: Sequence[list[_Token]]) -> list[_Token]:
    """The stretch of all windows that takes the smallest changes; the first of equals."""
    most = max(1, _MOST_FITS // (len(asked) * max(map(len, windows), default=1)))
    fits = [(best_fit(asked, [token.word for token in window]), window) for window in windows[:most]]
    stretches = [(fit.cost, window[fit.start : fit.end]) for fit, window in fits if fit.start < fit.end]
    return min(stretches, key=lambda found: (found[0], found[1][0].start), default=(0, []))[1]


def _pairs(asked: Sequence[str], window: Sequence[_Token]) -> int:
    """How many words of the one equal how many words of the other."""
    there = Counter(plain(token.word) for token in window)
    return sum(there[plain(word)] for word in asked)


def _trimmed(asked: Sequence[str], windows: Sequence[list[_Token]]) -> list[_Token]:
    """The window without what stands before and after the words that match."""
    window = next(iter(windows), [])
    if _pairs(asked, window) > _MOST_PAIRS:
        return []
    folded = [plain(word) for word in asked]
    matcher = SequenceMatcher(None, folded, [plain(token.word) for token in window], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return window
    first, last = blocks[0], blocks[-1]
    before = min(first.a, first.b)
    after = min(len(asked) - last.a - last.size, len(window) - last.b - last.size)
    return window[first.b - before : last.b + last.size + after]
