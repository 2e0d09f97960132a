"""Whether a passage is a quotation with some words changed, or just another passage with words in common.

In: the words of both, and how they were laid against each other. Out: yes or no. Promises: what counts is the words
that carry meaning; those of grammar and courtesy say little, and a figure for a figure is a change. Knows no text.
"""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel, Prefix

from scio_transcripts.lazy import regex
from scio_transcripts.registry.files import lines
from scio_transcripts.registry.han import simplified
from scio_transcripts.views.words import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GRAMMAR, _MEANING, _SIGN = 0.2, 1.0, 0.0
_OF_HAN, _GRAMMAR_OF_HAN = 0.5, 0.2
"""A Chinese character is about half a word; of grammar, it says more than an article does."""
_KIN, _FIGURE = 0.6, 0.6
"""How much of a word is there where another form of it is, or another figure."""
_LONG, _SHORT = 0.6, 0.7
"""As much must be the same of a long quotation, and of a short one."""
_EASED = 0.06
"""Less must be the same where the change stands in the middle."""
_LEAST_SAME = 0.8
"""About a word that carries meaning, or four of grammar, must be the very same."""
_IS_SHORT, _IS_LONG = 3.0, 7.0
"""Words that carry meaning."""
_LEAST_KIN = 0.75
_IS_HAN = regex.compile(rf"[{HAN}]")


@lru_cache(maxsize=1 << 14)
def plain(word: str) -> str:
    """A word without case, accents, width and ligatures, in simplified characters.

    >>> plain("Café"), plain("圖")
    ('cafe', '图')
    """
    if word.isascii():
        return word.casefold()
    bare = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return simplified(unicodedata.normalize("NFC", bare).casefold().replace("’", "'"))


def is_likely(asked: Sequence[str], there: Sequence[str]) -> bool:
    """Whether most of what carries meaning is the same, in the same order.

    >>> is_likely("we counted eighty boats".split(), "we counted ninety boats".split())
    True
    >>> is_likely("libraries will close".split(), "libraries will open".split())
    False
    """
    one, other = [plain(word) for word in asked], [plain(word) for word in there]
    own, theirs = _weights(one), _weights(other)
    same = exact = 0.0
    for a, b, part in _pairs(one, other):
        weight = (own[a] + theirs[b]) / 2
        same += part * weight
        exact += weight if part == 1 else 0
    whole = max(sum(own), sum(theirs))
    size = sum(weight for weight in own if weight >= _OF_HAN)
    ends = _EASED if (one[:1], one[-1:]) == (other[:1], other[-1:]) else 0
    return exact >= _LEAST_SAME and same / whole >= _asked_of(size) - ends


def _asked_of(size: float) -> float:
    """The part that must be the same."""
    way = min(max((size - _IS_SHORT) / (_IS_LONG - _IS_SHORT), 0), 1)
    return _SHORT + (_LONG - _SHORT) * way


def _weights(words: Sequence[str]) -> list[float]:
    """How much each word says; where all are words of grammar, they are all that there is."""
    weights = [_weight(word) for word in words]
    return weights if any(weight >= _OF_HAN for weight in weights) else [weight * 5 for weight in weights]


def _weight(word: str) -> float:
    if not any(c.isalnum() for c in word):
        return _SIGN
    is_grammar = word in _function_words() or _figures().get(word) == "unit"
    if _IS_HAN.match(word):
        return _GRAMMAR_OF_HAN if is_grammar else _OF_HAN
    return _GRAMMAR if is_grammar else _MEANING


def _pairs(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Words that stand for each other, and how much of the one is the other."""
    for code, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if code == "equal":
            yield from ((a + step, c + step, 1.0) for step in range(b - a))
        elif code == "replace":
            yield from _replaced(one, other, (a, b), (c, d))


def _replaced(
    one: Sequence[str], other: Sequence[str], quoted: tuple[int, int], printed: tuple[int, int]
) -> Iterator[tuple[int, int, float]]:
    taken = printed[0]
    for a in range(*quoted):
        for b in range(taken, min(printed[1], taken + 20)):
            if part := _part(one[a], other[b]):
                yield a, b, part
                taken = b + 1
                break


def _part(word: str, other: str) -> float:
    """How much of a word another word is."""
    if is_figure(word) and is_figure(other):
        return _FIGURE
    return _KIN if _is_kin(word, other) else 0.0


def _is_kin(word: str, other: str) -> bool:
    """Whether two words are forms of one, or begin alike: `boat` and `boats`, `footprints` and `footsteps`.

    >>> _is_kin("can", "can't"), _is_kin("footprints", "footsteps"), _is_kin("interest", "international")
    (True, True, False)
    """
    shorter, longer = sorted((len(word), len(other)))
    if shorter < 3:
        return False
    begins = Prefix.similarity(word, other)
    return (begins > 3 and begins >= 0.4 * longer) or Indel.normalized_similarity(word, other) >= _LEAST_KIN


def is_figure(word: str) -> bool:
    """Whether a word is a number, in figures or in words."""
    return any(c.isdigit() for c in word) or _figures().get(word) == "number"


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word for line in lines("function_words.txt") for word in line.split())


@cache
def _figures() -> dict[str, str]:
    found = {}
    for line in lines("figures.txt"):
        kind, _, words = line.partition("\t")
        found.update(dict.fromkeys(words.split(), kind))
    return found
