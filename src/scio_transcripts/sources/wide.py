"""UTF-16: which of its two orders bytes have, and how a lost byte is kept from turning all that follows.

In: bytes. Out: a name, or the bytes with every line beginning where a character can. Promises: a byte too many or too
few costs a character or two, and never more than its line. Knows nothing of what the text says.
"""

from __future__ import annotations

import codecs
import re

_SAMPLE = 200_000
_MOST = 0.6
"""Share of the characters that must be of the kinds that pages have."""
_PLAIN = b"\t\n\r" + bytes(range(0x20, 0x7F))
_LEAST_ODD = 0.1
"""Share of the bytes that are no plain ASCII: with fewer it is a text of single bytes, in which a NUL may stand."""
_LINE_ENDS = {"utf-16-le": b"\n\0", "utf-16-be": b"\0\n"}
_HALF = {"utf-16-le": b"\0\xd8", "utf-16-be": b"\xd8\0"}
"""Half a character, which no text has."""
_KINDS = (
    (rb"[\t\n\r\x20-\x7e\xa0-\xff]", rb"\0"),
    (rb"[\x10-\x3a\xac]", rb"\x20"),
    (rb"[\0-\x1f]", rb"\x30"),
    (rb"[^\0]", rb"[\x4e-\x9f]"),
    (rb"\0", rb"\x4e"),  # 一, the most frequent of them
    (rb"[\x01-\x5e\xe0-\xef]", rb"\xff"),
)
"""Low and high bytes of Latin letters, typography, Chinese marks, Chinese characters and full-width forms."""
_LIKELY = {
    "utf-16-le": re.compile(b"|".join(low + high for low, high in _KINDS) + rb"|(..)", re.S),
    "utf-16-be": re.compile(b"|".join(high + low for low, high in _KINDS) + rb"|(..)", re.S),
}


def order_of(data: bytes, encoding: str) -> str | None:
    """The order that an encoding's name or a byte-order mark says; None for what is no UTF-16."""
    if encoding == "utf-16":
        return "utf-16-be" if data.startswith(codecs.BOM_UTF16_BE) else "utf-16-le"
    return encoding if encoding in _LINE_ENDS else None


def guess(data: bytes) -> str | None:
    r"""The order of the bytes, if they look like UTF-16.

    >>> guess("Good morning.".encode("utf-16-le")), guess(b"Good morning.\0")
    ('utf-16-le', None)
    """
    sample = data[:_SAMPLE]
    if len(sample.translate(None, _PLAIN)) < _LEAST_ODD * len(sample):
        return None
    shares = {encoding: _share(aligned(sample, encoding), encoding) for encoding in _LIKELY}
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] >= _MOST else None


def aligned(data: bytes, encoding: str) -> bytes:
    r"""The bytes with half a character in the place of the byte that a line has too many: its end shows which do.

    >>> aligned(b"W\0h\0\xffy\0\n\0", "utf-16-le").decode("utf-16-le", "replace")
    'Wh\ufffdy\n'
    """
    end = _LINE_ENDS[encoding]
    return end.join(_whole(line, encoding) if len(line) % 2 else line for line in data.split(end))


def _whole(line: bytes, encoding: str) -> bytes:
    """A line of an odd number of bytes without the one whose absence leaves most characters likely."""
    before, after = (_likely(line[start:], encoding) for start in (0, 1))
    best = score = sum(after)
    place = 0
    for number, (gained, lost) in enumerate(zip(before, after, strict=False), start=1):
        score += gained - lost
        if score > best:
            best, place = score, 2 * number
    return line[:place] + _HALF[encoding] + line[place + 1 :]


def _likely(data: bytes, encoding: str) -> list[bool]:
    """For each pair of bytes whether it is a character of the kinds that pages have."""
    return [found[1] is None for found in _LIKELY[encoding].finditer(data)]


def _share(data: bytes, encoding: str) -> float:
    units = _likely(data, encoding)
    return sum(units) / len(units) if units else 0.0
