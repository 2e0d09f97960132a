"""The letters and figures of a text, which make its words, and the signs between them, which printers change.

In: folded words (`views/folding.py`). Out: where the letters of a quotation stand in a text with like signs between
them. Promises: each letter and figure is the same, whatever its width and script (traditional or simplified), and so
is its case, but for those that the quotation leaves free; a blank never parts or joins two words, nor a sign two
figures. Bounded work.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator

from scio_transcripts.lazy import regex
from scio_transcripts.registry.han import simplified
from scio_transcripts.views.words import HAN

_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_PIECE = regex.compile(r"(?V1)[\ufb00-\ufb06]|[[\p{L}\p{M}\p{N}]--[\ufb00-\ufb06]]++|\n")
_IS_HAN = regex.compile(rf"[{HAN}]")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
LIKE: dict[int, str] = {code: chr(plain) for code, plain in _WIDE.items()} | str.maketrans(
    {
        **dict.fromkeys("'「」『』〝〞〟", '"'),
        **dict.fromkeys("、﹐﹑", ","),
        **dict.fromkeys("。．｡", "."),
        **dict.fromkeys("﹣⸺⸻─━", "-"),
        **dict.fromkeys("【〔", "["),
        **dict.fromkeys("】〕", "]"),
        **dict.fromkeys("・•‧･", "·"),
        "〜": "~",
        "⋯": "...",
    }
)
"""Signs as they are compared: of one width, with one kind of quotation mark, comma, stop and dash."""
_DASH = regex.compile(r"\s*-[\s-]*")
_MINUS = regex.compile(r"(?<=[\s(\[\x22])-$")
_COMMA_OUTSIDE = regex.compile(r'"([,.])(?!\.)')
"""A comma or a stop stands before a closing quotation mark in some countries, and behind it in others."""
_MOST_COMPARED = 2_000_000
"""Places between letters at which a quotation and the text are compared."""


class Letters:
    """The letters and figures of a text in a row, and their places.

    >>> letters = Letters("Ｔhe 圖書館-plan")
    >>> letters.plain, letters.cased, letters.place(3)
    ('the图书馆plan', 'The图书馆plan', 4)
    """

    __slots__ = ("_begins", "_ends", "_starts", "cased", "plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._begins: list[int] = []
        """Of each row of letters without a sign in it: its first letter, its place in the text, and where it ends."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        parts: list[str] = []
        length = 0
        for found in _PIECE.finditer(text):
            part = _LIGATURES.get(found[0], found[0])
            self._begins.append(length)
            self._starts.append(found.start())
            self._ends.append(found.end())
            parts.append(part)
            length += len(part)
        self.cased = simplified("".join(parts).translate(_WIDE))
        """One letter each."""
        self.plain = _lower(self.cased)
        """The same in small letters."""

    def place(self, letter: int) -> int:
        """Where a letter stands in the text."""
        piece = bisect_right(self._begins, letter) - 1
        return min(self._starts[piece] + letter - self._begins[piece], self._ends[piece] - 1)

    def index(self, place: int) -> int:
        """The letter at a place of the text, or the first one after it."""
        piece = bisect_right(self._starts, place) - 1
        if piece < 0:
            return 0
        after = self._begins[piece + 1] if piece + 1 < len(self._begins) else len(self.plain)
        return min(self._begins[piece] + place - self._starts[piece], after)

    def between(self, letter: int) -> str:
        """The signs right before a letter, or behind the last one."""
        piece = bisect_left(self._begins, letter)
        if letter < len(self.plain) and self._begins[piece : piece + 1] != [letter]:
            return ""
        start = self._ends[piece - 1] if piece else 0
        end = self._starts[piece] if piece < len(self._starts) else len(self.text)
        return self.text[start:end]

    def borders(self, first: int, end: int) -> list[int]:
        """The letters from `first` to before `end` that have signs or a blank before them."""
        low, high = bisect_left(self._begins, first), bisect_left(self._begins, end)
        return self._begins[low:high]

    def occurrences(
        self, quoted: Letters, free: Collection[int], start: int = 0, end: int | None = None
    ) -> Iterator[int]:
        """At which letters a quotation begins in this text, with like signs inside. `free`: letters of any case."""
        length, left = len(quoted.plain), _MOST_COMPARED
        own = quoted.borders(1, length)
        stop = len(self.plain) if end is None else end
        at = self.plain.find(quoted.plain, start, stop)
        while at >= 0 and left > 0:
            borders = sorted({*own, *(letter - at for letter in self.borders(at + 1, at + length))})
            left -= len(borders) + 1
            if self._has_case(quoted, free, at) and all(
                same_signs(quoted.between(letter), self.between(at + letter), quoted.plain[letter - 1 : letter + 1])
                for letter in borders
            ):
                yield at
            at = self.plain.find(quoted.plain, at + 1, stop)

    def _has_case(self, quoted: Letters, free: Collection[int], at: int) -> bool:
        there = self.cased[at : at + len(quoted.cased)]
        if there == quoted.cased:
            return True
        return all(
            one == other or letter in free for letter, (one, other) in enumerate(zip(quoted.cased, there, strict=True))
        )


def _lower(text: str) -> str:
    """In small letters, as many as before."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def same_signs(quoted: str, printed: str, around: str) -> bool:
    """Whether signs between two letters, `around`, part them in the same way.

    A hyphen before a blank can be that of a word that was broken at the end of a line.

    >>> same_signs(' "', " 「", "it"), same_signs(" - ", "-", "pf"), same_signs("", "- ", "sp")
    (True, True, True)
    >>> same_signs(",", ".", "52")
    False
    """
    if quoted == printed:
        return True
    one, other = (_canonical(signs, around) for signs in (quoted, printed))
    if one == other:
        return True
    if around.isalpha():
        return (_is_broken(printed) and one in ("", "-")) or (_is_broken(quoted) and other in ("", "-"))
    return False


def _is_broken(signs: str) -> bool:
    return signs.startswith("-") and len(signs) > 1 and signs[1:].isspace()


def _canonical(signs: str, around: str) -> str:
    """Signs as they are compared: blanks count where they alone part two words, or where they stand by figures."""
    signs = signs.translate(LIKE)
    if not signs.strip():
        return " " if signs and not _IS_HAN.search(around) else ""
    before, after = around[0], around[-1]
    if after.isdigit() and (_MINUS.search(signs) or (signs == "-" and _IS_HAN.match(before))):
        return regex.sub(r"\s", "", signs[:-1]) + "\u2212"
    signs = _DASH.sub("-", signs)
    if before.isdigit() and after.isdigit():
        return signs
    signs = regex.sub(r"\.{2,}", "...", regex.sub(r"\s", "", signs))
    return _COMMA_OUTSIDE.sub(r'\1"', signs)
