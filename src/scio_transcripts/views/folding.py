"""Words as they are compared between copies of a page.

In: a text. Out: the same words with one kind of blank, quotation mark and dash, and the way back to each character of
the text. Promises: letters, figures, case and all other punctuation stay. Knows nothing of transcripts.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from typing import NamedTuple

from scio_transcripts.lazy import regex
from scio_transcripts.views.words import HAN

_SIGNS = {
    **dict.fromkeys("‘’‚‛′＇`´『』", "'"),
    **dict.fromkeys("“”„‟″＂«»「」", '"'),
    **dict.fromkeys("‐‑‒–—―−－", "-"),
    "…": "...",
}
_UNSEEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
# The first alternative skips what by far most blanks are: one, between two signs of ASCII.
_PLAIN = rf"(?<=[!-~]) (?=[!-~])(*SKIP)(*FAIL)|[\s{_UNSEEN}]++|[{''.join(_SIGNS)}]"
_FOLDED = regex.compile(_PLAIN)
_FOLDED_WITH_ACCENTS = regex.compile(rf"{_PLAIN}|\P{{M}}\p{{M}}++")
_ACCENT = regex.compile(r"\p{M}")
_IS_UNSEEN = regex.compile(rf"[{_UNSEEN}]++")
_TIGHT = regex.compile(rf"[{HAN}\u3000-\u303f\uff00-\uffef]")
"""Beside these no blank is written, and one that was is a line end of the markup."""


class _Piece(NamedTuple):
    start: int
    """First character in the folded text."""
    raw_start: int
    """First character in the text."""
    raw_length: int | None
    """How many characters of the text this stands for; None where they were taken over one by one."""


class Folded:
    r"""A text folded, and where each of its characters comes from.

    >>> folded = Folded("He  said:\xa0“Boats…”")
    >>> folded.text, folded.span(4, 8)
    ('He said: "Boats..."', (5, 9))
    >>> Folded("安全\n 第一").text
    '安全第一'
    """

    __slots__ = ("_pieces", "text")

    def __init__(self, text: str) -> None:
        pieces: list[_Piece] = []
        parts: list[str] = []
        length = position = 0
        for found in (_FOLDED_WITH_ACCENTS if _ACCENT.search(text) else _FOLDED).finditer(text):
            sign = _sign(text, found.start(), found.end())
            if sign == found[0]:
                continue
            for part, raw, raw_length in (
                (text[position : found.start()], position, None),
                (sign, found.start(), found.end() - found.start()),
            ):
                if part:
                    pieces.append(_Piece(length, raw, raw_length))
                    parts.append(part)
                    length += len(part)
            position = found.end()
        if position < len(text):
            pieces.append(_Piece(length, position, None))
            parts.append(text[position:])
        self._pieces = pieces
        self.text = "".join(parts)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text behind `self.text[start:end]`, which must not be empty."""
        first, last = self._piece(start), self._piece(end - 1)
        raw_start = first.raw_start if first.raw_length is not None else first.raw_start + start - first.start
        if last.raw_length is not None:
            return raw_start, last.raw_start + last.raw_length
        return raw_start, last.raw_start + end - last.start

    def offset(self, raw: int) -> int:
        """How many characters of `self.text` come from before character `raw` of the text."""
        index = bisect_right(self._pieces, raw - 1, key=lambda piece: piece.raw_start) - 1 if raw > 0 else -1
        if index < 0:
            return 0
        piece = self._pieces[index]
        stop = self._pieces[index + 1].start if index + 1 < len(self._pieces) else len(self.text)
        return stop if piece.raw_length is not None else min(piece.start + raw - piece.raw_start, stop)

    def _piece(self, offset: int) -> _Piece:
        return self._pieces[bisect_right(self._pieces, offset, key=lambda piece: piece.start) - 1]


def fold(text: str) -> str:
    """The folded text alone."""
    return Folded(text).text


def joint(before: str, after: str) -> str:
    """What stands between two folded texts when they are read as one: a blank, or nothing."""
    return "" if not before or not after or _is_tight(before[-1]) or _is_tight(after[0]) else " "


def _sign(text: str, start: int, end: int) -> str:
    """What a stretch that the pattern found is folded to."""
    found = text[start:end]
    if (sign := _SIGNS.get(found)) is not None:
        return sign
    if _IS_UNSEEN.fullmatch(found):
        return ""
    if regex.search(r"\s", found):
        at_edge = start == 0 or end == len(text)
        return "" if at_edge or _is_tight(text[start - 1]) or _is_tight(text[end]) else " "
    return unicodedata.normalize("NFC", found)


def _is_tight(character: str) -> bool:
    return _TIGHT.match(character) is not None
