"""A text made storable, and what is odd about it told.

In: a decoded text. Out: the same text, one character for one, with halves of characters replaced. Promises: offsets
stay true; nothing is repaired by a guess. Knows nothing of what the text says.
"""

from __future__ import annotations

from scio_transcripts.diagnostics import Log
from scio_transcripts.lazy import re

_HALVES = re.compile(r"[\ud800-\udfff]+")
_FIRST_OF_HALF = b"\xed"
"""The first byte of half a character in UTF-8, and of few whole ones."""
_CONTROLS = bytes([*range(9), *range(14, 28), 127])
_CONTROL_CHARACTERS = frozenset(_CONTROLS.decode("latin-1"))
_ACCENTED = b"\xc3"
"""The first byte of accented letters in UTF-8, and of nothing else."""
_DAMAGE = "鈥锟\ufffd¡£"
"""Characters of what other wrong decodings leave; a plain search for one character is fast."""
_REST = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What the second and later bytes of a character in UTF-8 are as Latin-1 and as Windows-1252."""
_CLOSING = "\xa0«»’”…—–™®°"
"""Of these, what may follow an accented letter where nothing went wrong: `the “café”—`."""
_MOJIBAKE = re.compile(
    f"(?:[Â-ß](?![{_CLOSING}])[{_REST}]|Â[\xa0«»®°]"
    f"|[à-ï](?![{_CLOSING}]{{2}})[{_REST}]{{2}}"
    f"|[ð-ô][{_REST}]{{3}}"
    r"|鈥[\u4e00-\u9fff?]|锟斤拷|\ufffd|¡¡|£¬)"
)
"""Characters of UTF-8 whose bytes were read as Latin-1, Windows-1252 or GB18030, and what replaced others."""


def settle(text: str, log: Log, data: bytes | None = None) -> str:
    """Replace what no encoding can store, one character for one, and tell what is odd about the text.

    `data` is the text in UTF-8, where it is at hand.

    >>> settle("Why \\ud800?", Log()) == "Why \\ufffd?"
    True
    """
    if data is None:
        data = text.encode("utf-8", "surrogatepass")
    if _FIRST_OF_HALF in data and (halves := _HALVES.search(text)):
        log.add("T101", *halves.span(), count=sum(map(len, _HALVES.findall(text))))
        text = _HALVES.sub(lambda run: "\ufffd" * len(run[0]), text)
    if controls := len(data) - len(data.translate(None, _CONTROLS)):
        first = next(i for i, char in enumerate(text) if char in _CONTROL_CHARACTERS)
        log.add("T102", first, first + 1, count=controls, decision="they were kept, so that offsets stay true")
    if _ACCENTED in data or (not text.isascii() and any(sign in text for sign in _DAMAGE)):
        _tell_damage(text, log)
    return text


def _tell_damage(text: str, log: Log) -> None:
    """Tell of signs of a wrong decoding, with the first of them."""
    damaged = _MOJIBAKE.search(text)
    if damaged:
        count = sum(1 for _ in _MOJIBAKE.finditer(text, damaged.start()))
        log.add("T104", damaged.start(), damaged.end(), count=count, example=damaged[0])
