"""Whether a page may be a transcript, by a glance at its bytes.

In: the bytes of a page, in any encoding. Out: yes or no. Promises: costs far less than parsing, never looks at an
address, and takes time in proportion to the page. A yes means only that the page is worth parsing; a no is meant for
pages that name nothing of a press conference, or in which nothing looks like a label.
"""

from __future__ import annotations

from collections.abc import Iterable

from scio_transcripts.lazy import re

_EVENT = b"press conference|press briefing|news conference|regular press|meets the press|transcript"
_TRADE = (
    b"spokes|briefing|your question|last question|reporter|journalist|correspondent|news agency|q&a|q&amp;a|interview"
)
_EVENT_ZH = "发布会 發布會 發佈會 吹风会 吹風會 记者会 記者會 答记者问 答記者問"
_TRADE_ZH = "记者 記者 发言人 發言人 答问 答問 主持人 请问 請問 问： 問："
_LABEL_SIGNS = "： 】 ］"
_MOST = 4_000_000
"""Bytes that are looked at. A press conference of a whole day is shorter."""


def _in_encodings(words: str, *encodings: str) -> tuple[bytes, ...]:
    """Words in each encoding that can write them."""
    found: dict[bytes, None] = {}
    for word in words.split():
        for encoding in encodings:
            try:
                found[word.encode(encoding).lower()] = None
            except UnicodeEncodeError:
                continue
    return tuple(found)


def _as_references(words: str) -> tuple[bytes, ...]:
    """Words as HTML can write them in ASCII."""
    decimal = ("".join(f"&#{ord(character)};" for character in word) for word in words.split())
    hexadecimal = ("".join(f"&#x{ord(character):x};" for character in word) for word in words.split())
    return tuple(word.encode() for word in (*decimal, *hexadecimal))


_ENGLISH = (tuple(_EVENT.split(b"|")), tuple(_TRADE.split(b"|")))
_REFERENCES = (_as_references(_EVENT_ZH), _as_references(_TRADE_ZH))
_UTF_8 = (_in_encodings(_EVENT_ZH, "utf-8"), _in_encodings(_TRADE_ZH, "utf-8"))
_OTHERS = (_in_encodings(_EVENT_ZH, "gb18030", "big5"), _in_encodings(_TRADE_ZH, "gb18030", "big5"))
_SIGNS = b"|".join(map(re.escape, (*_in_encodings(_LABEL_SIGNS, "utf-8", "gb18030", "big5"), *_as_references("： 】"))))
# A line, or an element, that begins with a few words and a colon or a closing bracket:
# matches `<p><b>Lin Dahai:</b>`, `[Lin Dahai]`, `**Q:**`, `### Lin Dahai:`; not `<a href="https://...">`
_LABEL = re.compile(rb"(?:\A|[>\n\r\]}|])[^<>\n\r:]{1,160}?(?::(?!/)|\]|" + _SIGNS + rb")")


def may_be_transcript(data: bytes) -> bool:
    """Whether the bytes are worth parsing.

    >>> may_be_transcript(b"<h1>A press conference</h1><p><b>Lin Dahai:</b></p><p>Welcome.</p>")
    True
    >>> may_be_transcript(b"<h1>Rain</h1><p>The hall was full: it rained.</p><p>Our reporter got wet.</p>")
    False
    """
    data = data[:_MOST]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode()
    data = data.lower()
    vocabularies = _vocabularies(data)
    if any(_has_any(data, event) for event, _ in vocabularies):
        return _labels(data, at_most=1) == 1
    # Words that any news page may hold: there, one line with a colon says nothing.
    return any(_has_any(data, trade) for _, trade in vocabularies) and _labels(data, at_most=2) == 2


def _vocabularies(data: bytes) -> list[tuple[tuple[bytes, ...], tuple[bytes, ...]]]:
    """The words to look for: each search costs a pass, so those of other encodings are left out."""
    if data.isascii():
        return [_ENGLISH, _REFERENCES] if b"&#" in data else [_ENGLISH]
    try:
        data.decode()
    except UnicodeDecodeError:
        return [_OTHERS, _ENGLISH]
    return [_UTF_8, _ENGLISH]


def _has_any(data: bytes, words: Iterable[bytes]) -> bool:
    return any(word in data for word in words)


def _labels(data: bytes, *, at_most: int) -> int:
    """How many places look like labels, counted no further than needed."""
    return sum(1 for _ in zip(range(at_most), _LABEL.finditer(data), strict=False))
