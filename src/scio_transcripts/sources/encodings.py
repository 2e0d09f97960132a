"""Bytes to characters: which encoding, and how sure that is.

In: bytes, and what was said of them (by the caller, a header, the page itself). Out: the text, the encoding, and
remarks for the log. Promises: what was not declared, declared wrongly, or damaged is never decoded silently; a few
damaged bytes cost their characters and nothing else. Knows nothing of what the text says.
"""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from typing import Any, NamedTuple

from scio_transcripts.errors import SourceError
from scio_transcripts.lazy import re
from scio_transcripts.sources import shape, wide
from scio_transcripts.sources.signatures import format_of

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
_FEW = 0.02
"""Share of a text's characters that may be damaged."""
_SOME = 10
_FEWEST = 3
_SHORT = 0.05
"""So few characters may be damaged in a short text, if they are no more than this share of it."""
_HALVES = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf](?:\xed[\xb0-\xbf][\x80-\xbf])?|\xed[\xb0-\xbf][\x80-\xbf]")
"""A character that was written as two halves (CESU-8), or one of them: one damaged character, not six bytes."""
_NO_BYTE = b"\xff"


class Decoded(NamedTuple):
    """A text and the encoding that it was read in."""

    text: str
    encoding: str
    remarks: tuple[Remark, ...] = ()


def decode(data: bytes, *, name: str, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """Decode: by the encoding that is asked for, a byte-order mark, UTF-8, the declaration, or else the bytes' shape.

    UTF-8 comes before the declaration because bytes that fit UTF-8 are UTF-8, whatever a page says of itself; plain
    ASCII fits every encoding, and keeps the declared name out of it. Raises `SourceError`, which names `name`, where
    more than a few characters fit nothing.

    >>> decode("国新办".encode("gb18030"), name="page", declared="gb2312")
    Decoded(text='国新办', encoding='gb18030', remarks=())
    """
    if encoding is not None:
        return Decoded(*_read(data, encoding, name))
    if other := format_of(data):
        raise SourceError(name, f"is {other[0]}, not text", other[1])
    if bom := next((enc for mark, enc in _BOMS if data.startswith(mark)), None):
        return Decoded(*_read(data, bom, name))
    wider = _wider(declared)
    chosen = _chosen(data, wider)
    if wider is None and chosen == "utf-8":
        _refuse_nuls(data, name)
    text, _, remarks = _read(data, chosen, name, said=chosen == wider)
    if wider not in (None, chosen) and not text.isascii():
        remarks = (("T106", {"declared": declared, "encoding": chosen}), *remarks)
    elif wider is None and chosen != "utf-8":
        remarks = (("T105", {"encoding": chosen}), *remarks)
    return Decoded(text, chosen, remarks)


def _refuse_nuls(data: bytes, name: str) -> None:
    if not _is_damage(data.count(0), len(data)):
        raise SourceError(name, "is not text (it holds NUL bytes)", "give a saved page as text or HTML")


def _chosen(data: bytes, wider: str | None) -> str:
    """The encoding to read bytes in that have no mark."""
    if wider is None and b"\0" in data[:_LOOKED_AT] and (order := _fitting(data, wide.guess(data))):
        return order
    if _whole(data, "utf-8") is not None or shape.looks_utf8(data):
        return "utf-8"
    if wider not in (None, "utf-8") and (clean := _without_damage(data, wider)) is not None:
        return _fitting(data, shape.better(clean, wider)) or wider
    return _fitting(data, shape.guess(data)) or wider or "utf-8"


def _fitting(data: bytes, encoding: str | None) -> str | None:
    """An encoding, if all but a few characters fit it."""
    return encoding if encoding is not None and _without_damage(data, encoding) is not None else None


def _without_damage(data: bytes, encoding: str) -> bytes | None:
    """The bytes that fit an encoding; None where more than a few do not."""
    if _whole(data, encoding) is not None:
        return data
    text, count = _replaced(data, encoding)
    return text.replace("\ufffd", "").encode(encoding, "ignore") if _is_damage(count, len(text)) else None


def _is_damage(count: int, length: int) -> bool:
    """Whether so many characters of a text can be damage. More, and the encoding is another."""
    return count <= max(1, min(_SOME, _SHORT * length), _FEW * length)


def _read(data: bytes, encoding: str, name: str, *, said: bool = False) -> tuple[str, str, tuple[Remark, ...]]:
    """Bytes in one encoding, with U+FFFD for a few that do not fit it. Raises `SourceError` where it is another."""
    codec = "utf-8" if encoding == "utf-8-sig" else encoding
    shown = codec.upper() + (", as it says" if said else "")
    try:
        text = _whole(data, codec)
        if text is not None:
            return text, encoding, ()
        text, count = _replaced(data, codec)
    except UnicodeError as error:  # of codecs that have their own way to fail
        raise SourceError(name, f"is not {shown} ({error})", "name its encoding") from None
    except (LookupError, ValueError):  # the second for names with NUL in them
        raise SourceError(name, f"no encoding is named {encoding!r}", "use a name such as utf-8 or gb18030") from None
    if not _is_meant(data, codec, count, len(text)):
        place = f"byte {_first_misfit(data, codec)} does not fit, nor do others ({count:,} characters)"
        raise SourceError(name, f"is not {shown}: {place}", _advice(data, codec))
    return text, encoding, (("T107", {"encoding": encoding, "count": count}),)


def _is_meant(data: bytes, encoding: str, count: int, length: int) -> bool:
    """Whether bytes of which so many characters do not fit an encoding can be in it."""
    if encoding == "utf-8" and shape.looks_utf8(data):
        return True
    return _is_damage(count, length) and (count <= _FEWEST or encoding != "utf-8" or shape.guess(data) is None)


def _whole(data: bytes, encoding: str) -> str | None:
    """The text, where all bytes fit."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    order = wide.order_of(data, encoding)
    return None if order is not None and wide.aligned(data, order) != data else text


def _first_misfit(data: bytes, encoding: str) -> int:
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _replaced(data: bytes, encoding: str) -> tuple[str, int]:
    """A text with U+FFFD for what does not fit, and how many of these were not in it before."""
    if encoding == "utf-8":
        data = _HALVES.sub(_NO_BYTE, data)
    elif (order := wide.order_of(data, encoding)) is not None:
        marked = encoding == "utf-16" and data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        data, encoding = wide.aligned(data[2 * marked :], order), order
    text = data.decode(encoding, "replace")
    return text, text.count("\ufffd") - data.decode(encoding, "ignore").count("\ufffd")


def _advice(data: bytes, tried: str) -> str:
    """What to do about bytes that do not fit: the encoding that they look like or, without one, an example."""
    likely = _fitting(data, "utf-8" if shape.looks_utf8(data) else shape.guess(data))
    name = likely or ("utf-8" if tried == "gb18030" else "gb18030")
    advice = f"name its encoding, such as encoding={name!r} (on the command line: --encoding {name})"
    return advice if likely else f"{advice}, or give another copy"


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
