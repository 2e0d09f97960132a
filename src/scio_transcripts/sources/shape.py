"""What undeclared bytes look like: the encoding whose characters they have.

In: bytes, which may be damaged here and there. Out: the name of an encoding, or None. Promises: looks at a bounded
piece, and finds the same with a few bytes that fit nothing. Knows nothing of what was declared.
"""

from __future__ import annotations

from typing import NamedTuple

from scio_transcripts.lazy import re
from scio_transcripts.sources import wide

_SAMPLE = 200_000
_HIGH = bytes(range(128, 256))
_MOST_HIGH = 0.3
"""Share of a western text's bytes that may be no ASCII."""
_CLEARLY = 0.6
"""Share of the bytes beyond ASCII, or of the pairs of bytes, that must fit. Measured: a text in the encoding has 0.9
and more, one in another 0.5 at most."""
_LATIN = b"\xc2\xc3"
"""With what accented letters begin in UTF-8, and few Chinese characters in GB 2312."""
_NEARLY_ALL = 0.95
_FEW_STRANGE = 0.2
"""Of the characters beyond ASCII, those that a western page need not explain."""
_FEW_PAIRS = 20
_FEW_MARKS = 3
"""Pairs that damaged quotation marks may make."""
_BY_FAR = 0.2
"""By how much more of the characters must be frequent ones in the other Chinese encoding."""
_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_FREQUENT_GB = re.compile(rb"[\xa1-\xa9\xb0-\xd7][\xa1-\xfe]")
"""Marks, and the frequent characters of GB 2312."""
_FREQUENT_BIG5 = re.compile(rb"[\xa1-\xc6][\x40-\x7e\xa1-\xfe]")
_WESTERN = frozenset("‘’“”–—…•·€£©®°×§«»¡¿\xa0àâäáãåçéèêëíìîïñóòôöõøúùûüÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØÚÙÛÜßœŒšŠžŽ")
"""What English pages have beyond ASCII: typography, and the letters of foreign names."""


def looks_utf8(data: bytes) -> bool:
    """Whether most bytes beyond ASCII stand in whole characters of UTF-8.

    Nearly all of them, where they would do as frequent characters of GB 2312 as well: `一` is such a pair.
    """
    sample = data[:_SAMPLE]
    found = _UTF8.findall(sample)
    high = max(1, _count_high(sample))
    if sum(map(len, found)) < _CLEARLY * high:
        return False
    sure = sum(len(character) for character in found if len(character) > 2 or character[0] in _LATIN)
    return sure >= _CLEARLY * high or sum(map(len, found)) > _NEARLY_ALL * high or _chinese(sample) is None


def guess(data: bytes) -> str | None:
    """The encoding of bytes that are not UTF-8, if their shape shows it.

    >>> guess("国新办：“谢谢”".encode("gb18030")), guess("the river’s path".encode("cp1252"))
    ('gb18030', 'cp1252')
    """
    if b"\0" in data[:_SAMPLE] and (order := wide.guess(data)):
        return order
    sample = _sample(data)
    return _chinese(sample) or ("cp1252" if _is_western(sample) else None) or _told_apart(sample)


def better(data: bytes, encoding: str) -> str | None:
    """Where bytes that fit `encoding` look like a text in another one: that one."""
    sample = data[:_SAMPLE]
    if encoding not in ("cp1252", "gb18030", "big5hkscs"):
        return None
    pairs, gb, big5 = _frequent(sample)
    if encoding == "cp1252":
        dense = _count_high(sample) > _MOST_HIGH * len(sample)
        return guess(data) if dense or (gb > 1 and gb > _CLEARLY * pairs) else None
    other = "gb18030" if gb > big5 else "big5hkscs"
    by_far = pairs > _FEW_PAIRS and abs(gb - big5) > _BY_FAR * pairs
    return other if by_far and other != encoding else None


class _Frequent(NamedTuple):
    """Pairs of bytes, and how many of them are frequent characters of GB 2312, and of Big5."""

    pairs: int
    gb: int
    big5: int


def _frequent(sample: bytes) -> _Frequent:
    pairs = _PAIR.findall(sample)
    gb = sum(1 for pair in pairs if _FREQUENT_GB.fullmatch(pair))
    return _Frequent(len(pairs), gb, sum(1 for pair in pairs if _FREQUENT_BIG5.fullmatch(pair)))


def _chinese(sample: bytes) -> str | None:
    """GB18030 or Big5, where most pairs are frequent characters of it."""
    pairs, gb, big5 = _frequent(sample)
    # Quotation marks alone fit both; pages of these sites in English are written on the mainland.
    if not pairs or max(gb, big5) < _CLEARLY * pairs:
        return None
    return "big5hkscs" if big5 - gb > max(_FEW_MARKS, _BY_FAR * pairs) else "gb18030"


def _is_western(sample: bytes) -> bool:
    text = sample.decode("cp1252", "replace")
    odd = [char for char in text if not char.isascii()]
    strange = sum(char not in _WESTERN for char in odd)
    return bool(odd) and len(odd) <= len(text) / 10 and strange <= _FEW_STRANGE * len(odd)


def _told_apart(sample: bytes) -> str | None:
    """What a library of statistics makes of the rest: few and rare characters."""
    from charset_normalizer import from_bytes

    names = ["gb18030", "big5", "big5hkscs"]
    best = from_bytes(sample, cp_isolation=names, enable_fallback=False).best()
    return None if best is None else "big5hkscs" if best.encoding.startswith("big5") else best.encoding


def _sample(data: bytes) -> bytes:
    """The beginning of the bytes, not cut in the middle of a character."""
    if len(data) <= _SAMPLE:
        return data
    sample = data[:_SAMPLE]
    return sample[: sample.rfind(b"\n") + 1] or sample


def _count_high(sample: bytes) -> int:
    return len(sample) - len(sample.translate(None, _HIGH))
