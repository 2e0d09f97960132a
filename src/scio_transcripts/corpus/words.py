"""How words are compared in a search, and under which terms the index keeps them.

In: any text. Out: the same text folded (`fold`), the way back to its characters (`places`), its terms, and those that
follow each other. Promises: folding goes character by character, so that the fold of a stretch is the stretch of the
fold; wherever a phrase stands, all of its terms are among the text's, in the same order. Knows no index.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from zlib import crc32

from scio_transcripts.lazy import re

_SIGNS = {
    **dict.fromkeys("‘’‚‛′＇`´『』", "'"),
    **dict.fromkeys("“”„‟″＂«»「」", '"'),
    **dict.fromkeys("‐‑‒–—―−－", "-"),
}
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_ACCENTS = re.compile("[\u0300-\u036f]")

HAN = "\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Characters of scripts without blanks between words, as a class of a pattern: each counts as a word."""
LETTER = rf"[^\W_{HAN}]"
"""A letter or a digit of any other script."""
_HAN_RUN = re.compile(f"[{HAN}]+")
_GAP = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
# 5.2 and 1,240 are one word each, so that 5 is not found in them; 3.5m is one too.
_WORD = re.compile(rf"{LETTER}+(?:(?<=[0-9])[.,](?=[0-9]){LETTER}+)*")


def fold(text: str) -> str:
    """Without case, width, accents and unseen characters, and with one kind of quotation mark and dash.

    >>> fold("Ｆerry–São “Paulo”"), fold("ﬁve…")
    ('ferry-sao "paulo"', 'five...')
    """
    if not text.isascii():
        for character in set(text):
            if character > "\x7f" and (sign := _folded(character)) != character:
                text = text.replace(character, sign)
    return text.lower()


def places(text: str) -> list[int]:
    """For each character of `fold(text)`, the place of the character of `text` that it comes from; then the length.

    >>> places("ﬁt")
    [0, 0, 1, 2]
    """
    if text.isascii():
        return list(range(len(text) + 1))
    found = [place for place, character in enumerate(text) for _ in _folded(character)]
    found.append(len(text))
    return found


@lru_cache(maxsize=1 << 16)
def _folded(character: str) -> str:
    """One character folded. What comes out stays as it is when it is folded again."""
    if character in _SIGNS:
        return _SIGNS[character]
    if _UNSEEN.match(character):
        return ""
    before, after = "", character
    for _ in range(4):
        if before == after:
            break
        before, after = after, _ACCENTS.sub("", unicodedata.normalize("NFKD", after)).casefold().lower()
    return after


def words_in(folded: str) -> list[str]:
    """The words of a folded text, in order, apart from those in Chinese and Japanese."""
    return _WORD.findall(folded)


def runs_in(folded: str) -> list[str]:
    """The runs of Chinese and Japanese characters in a folded text, in order; blanks within them do not count."""
    if folded.isascii():
        return []
    return _HAN_RUN.findall(_GAP.sub("", folded))


def terms_of_run(run: str) -> Iterable[str]:
    """The terms of a run: each character with the one after it, and the last alone.

    So each character begins just one term, and whoever looks for a single one finds all terms that begin with it.

    >>> list(terms_of_run("安全第一"))
    ['安全', '全第', '第一', '一']
    """
    return map("".join, zip(run, [*run[1:], ""], strict=True))


def terms_of(folded: str) -> list[str]:
    """All terms of a folded text, as often as they stand in it.

    >>> terms_of("ferries: up 5.2% 安全")
    ['ferries', 'up', '5.2', '安全', '全']
    """
    return list(chain.from_iterable(rows_of(folded)))


def rows_of(folded: str) -> list[list[str]]:
    """The terms of a folded text, in rows of terms that follow each other: its words, and each run.

    >>> rows_of("ferries: 安全第 up")
    [['ferries', 'up'], ['安全', '全第', '第']]
    """
    return [words_in(folded), *(list(terms_of_run(run)) for run in runs_in(folded))]


PAIRS = 1 << 16
"""Pairs of terms are kept by a number below this. A turn of a hundred words has some other pair's number with a chance
of 1 in 650, and its text decides."""
PAIR_FACTOR = 0x9E3779B97F4A7C15
"""Makes a pair of hashes another number than the same pair turned round."""
PAIR_SHIFT = 40


def hash_of_term(term: str) -> int:
    """A number of 32 bits, the same everywhere."""
    return crc32(term.encode("utf-8", "backslashreplace"))


def pair_of(one: str, other: str) -> int:
    """The number under which the index keeps that one term comes right before another.

    >>> pair_of("new", "harbour") == pair_of("harbour", "new")
    False
    """
    mixed = (hash_of_term(one) * PAIR_FACTOR + hash_of_term(other) * (PAIR_FACTOR >> 7)) % (1 << 64)
    return (mixed >> PAIR_SHIFT) % PAIRS


def pair_term(pair: int) -> str:
    """A pair's number as a term. A blank begins it, as no word does.

    >>> pair_term(255)
    ' 00ff'
    """
    return f" {pair:04x}"
