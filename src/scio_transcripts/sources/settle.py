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
_DAMAGE = "Ãâ鈥锟\ufffd¡¬"
"""Characters of what a wrong decoding leaves; a plain search for one character is fast."""
_MOJIBAKE = re.compile(r"(?:Ã[\x80-\xbf©¨¤¶¼]|â€[\x98-\x9d™œ“”¦]|鈥[\u4e00-\u9fff?]|锟斤拷|\ufffd|¡¡|£¬)")


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
        log.add("T102", first, first + 1, count=controls)
    if not text.isascii() and any(sign in text for sign in _DAMAGE):
        damaged = _MOJIBAKE.search(text)
        if damaged:
            count = sum(1 for _ in _MOJIBAKE.finditer(text, damaged.start()))
            log.add("T104", damaged.start(), damaged.end(), count=count, example=damaged[0])
    return text
