"""Bytes to characters: which encoding, and how sure that is.

In: bytes, and what was said of them (by the caller, a header, the page itself). Out: the text, the encoding, and
remarks for the log. Promises: what was not declared, or declared wrongly, is never decoded silently. Knows nothing of
what the text says.
"""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from typing import Any, NamedTuple

from scio_transcripts.errors import SourceError
from scio_transcripts.lazy import re

Remark = tuple[str, Mapping[str, Any]]
"""A code of `codes.CODES` and its facts, about the source as a whole."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "euc_cn": "gb18030",
    "big5": "big5hkscs",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
"""Names that pages use for a wider encoding, as browsers take them. A page that could be read as far as its own
declaration is not UTF-16."""
_OF_PAGES = frozenset(
    "utf-8 utf-16 utf-16-le utf-16-be ascii gb2312 gbk gb18030 hz big5 big5hkscs cp950 euc_jp shift_jis cp932 euc_kr"
    " cp949 iso2022_jp koi8-r koi8-u cp866 mac-roman".split()
    + [f"iso8859-{n}" for n in range(1, 17)]
    + [f"cp125{n}" for n in range(9)]
)
"""Encodings that web pages have; Python knows more, of which some take long or raise."""
_LOOKED_AT = 8192
_SAMPLE = 200_000
_FEW = 0.02
"""Share of characters that may be damaged in a text whose encoding is declared."""
_HIGH = bytes(range(128, 256))
_MOST_HIGH = 0.3
"""Share of a western text's bytes that may be no ASCII."""
_CHINESE = ("gb18030", "big5hkscs")
_FEW_PAIRS = 20
_CLEARLY = 0.2
"""By how much more of the characters must be frequent ones in the other Chinese encoding."""
_WESTERN = frozenset("‘’“”–—…•·€£©®°×§«»¡¿\xa0àâäáãåçéèêëíìîïñóòôöõøúùûüÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØÚÙÛÜßœŒšŠžŽ")
"""What English pages have beyond ASCII: typography, and the letters of foreign names."""
_LEVEL_ONE = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]")
"""The frequent characters of GB 2312."""
_FREQUENT_BIG5 = re.compile(rb"[\xa4-\xc6][\x40-\x7e\xa1-\xfe]")
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\xfe]")


class Decoded(NamedTuple):
    """A text and the encoding that it was read in."""

    text: str
    encoding: str
    remarks: tuple[Remark, ...] = ()


def decode(data: bytes, *, name: str, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """Decode: by the encoding that is asked for, a byte-order mark, UTF-8, the declaration, or else the bytes' shape.

    UTF-8 comes before the declaration because bytes that fit UTF-8 are UTF-8, whatever a page says of itself; plain
    ASCII fits every encoding, and keeps the declared name out of it. Raises `SourceError`, which names `name`.

    >>> decode("国新办".encode("gb18030"), name="page", declared="gb2312")
    Decoded(text='国新办', encoding='gb18030', remarks=())
    """
    if encoding is not None:
        return Decoded(_strictly(data, encoding, name), encoding)
    if bom := next((enc for mark, enc in _BOMS if data.startswith(mark)), None):
        return Decoded(_strictly(data, bom, name, "utf-8" if bom == "utf-8-sig" else bom), bom)
    wider = _wider(declared)
    if wider is None and b"\0" in data[:_LOOKED_AT]:
        return _from_shape(data, name)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return _declared(data, wider, declared, name) if wider else _from_shape(data, name)
    odd = wider not in (None, "utf-8") and not text.isascii()
    return Decoded(text, "utf-8", (("T106", {"declared": declared, "encoding": "utf-8"}),) if odd else ())


def _strictly(data: bytes, encoding: str, name: str, shown: str | None = None) -> str:
    shown = (shown or encoding).upper()
    try:
        return data.decode("utf-8" if encoding == "utf-8-sig" else encoding)
    except UnicodeDecodeError as error:
        hint = "name its encoding, such as encoding='gb18030' (on the command line: --encoding gb18030)"
        raise SourceError(name, f"is not {shown}: byte {error.start} does not fit", hint) from None
    except UnicodeError as error:
        raise SourceError(name, f"is not {shown} ({error})", "name its encoding") from None
    except (LookupError, ValueError):  # the second for names with NUL in them
        raise SourceError(name, f"no encoding is named {encoding!r}", "use a name such as utf-8 or gb18030") from None


def _wider(declared: str | None) -> str | None:
    """The encoding that a declaration means; None for names that nobody knows."""
    if not declared:
        return None
    try:
        known = codecs.lookup(declared.strip().strip("\"'"))
        "a".encode(known.name)
    except (LookupError, ValueError):
        return None
    return _WIDER.get(known.name, known.name) if known.name in _OF_PAGES else None


def _declared(data: bytes, wider: str, declared: str | None, name: str) -> Decoded:
    """Bytes in the declared encoding. A few that do not fit are damage; many, and the declaration is wrong."""
    fits = _fits(data, wider)
    other = _better(data, wider, name) if fits else _guessed(data, name)
    if other is not None:
        return Decoded(other.text, other.encoding, (("T106", {"declared": declared, "encoding": other.encoding}),))
    text = data.decode(wider, "replace")
    if fits:
        return Decoded(text, wider)
    damaged = text.count("\ufffd")
    if damaged > max(1, _FEW * len(text)):
        hint = "name its encoding, such as encoding='gb18030' (on the command line: --encoding gb18030)"
        raise SourceError(name, f"is not {wider.upper()}, as it says: {damaged} characters do not fit", hint)
    return Decoded(text, wider, (("T107", {"encoding": wider, "count": damaged}),))


def _guessed(data: bytes, name: str) -> Decoded | None:
    try:
        return _from_shape(data, name)
    except SourceError:
        return None


def _better(data: bytes, wider: str, name: str) -> Decoded | None:
    """Bytes that fit the declared encoding, but look like a text in another one, in that one."""
    sample = data[:_SAMPLE]
    if wider == "cp1252":
        if len(sample) - len(sample.translate(None, _HIGH)) <= _MOST_HIGH * len(sample):
            return None
        if guessed := _guessed(data, name):
            return guessed
    elif wider not in _CHINESE:
        return None
    pairs, gb, big5 = _frequent(sample)
    other = "gb18030" if gb > big5 else "big5hkscs"
    clearly = pairs > _FEW_PAIRS and abs(gb - big5) > _CLEARLY * pairs
    return Decoded(data.decode(other), other) if clearly and other != wider and _fits(data, other) else None


def _from_shape(data: bytes, name: str) -> Decoded:
    """Undeclared bytes: what they fit, and whether the result looks like a text of these pages."""
    guess = _guess(_sample(data))
    if guess is not None:
        try:
            return Decoded(data.decode(guess), guess, (("T105", {"encoding": guess}),))
        except UnicodeError:
            pass
    if b"\0" in data[:_LOOKED_AT]:
        raise SourceError(name, "is not text (it holds NUL bytes)", "give a saved page as text or HTML")
    return Decoded(_strictly(data, "utf-8", name), "utf-8")


def _sample(data: bytes) -> bytes:
    """The beginning of the bytes, not cut in the middle of a character: a multi-byte decoder minds."""
    if len(data) <= _SAMPLE:
        return data
    sample = data[:_SAMPLE]
    return sample if b"\0" in sample else sample[: sample.rfind(b"\n") + 1] or sample


def _guess(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    names = ["gb18030", "big5", "big5hkscs", "cp1252", "utf_16_le", "utf_16_be"]
    best = from_bytes(sample, cp_isolation=names, enable_fallback=False).best()
    if best is None:
        return None
    if best.encoding.startswith("utf_16"):
        return best.encoding.replace("_", "-") if b"\0" in sample else None
    if best.encoding == "cp1252":
        text = str(best)
        odd = [char for char in text if not char.isascii()]
        return "cp1252" if len(odd) <= len(text) / 10 and _WESTERN.issuperset(odd) else None
    if not _fits(sample, "gb18030"):
        return best.encoding
    pairs, gb, big5 = _frequent(sample)
    # Quotation marks alone fit both; pages of these sites in English are written on the mainland.
    return best.encoding if best.encoding.startswith("big5") and big5 > gb and big5 > pairs / 2 else "gb18030"


def _frequent(sample: bytes) -> tuple[int, int, int]:
    """Pairs of bytes, and how many of them are frequent characters of GB 2312, and of Big5."""
    pairs = _PAIR.findall(sample)
    gb = sum(1 for pair in pairs if _LEVEL_ONE.fullmatch(pair))
    big5 = sum(1 for pair in pairs if _FREQUENT_BIG5.fullmatch(pair))
    return len(pairs), gb, big5


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeError:
        return False
    return True
