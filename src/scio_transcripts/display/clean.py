r"""Make any string of a transcript safe to print.

In: any text. Out: the same text with what could steer a terminal written out, such as `\x1b`. Promises: no control
character but tab and line feed is left, nothing turns the reading direction, and clean text stays as it is. Knows
nothing of rich or of widths.
"""

from __future__ import annotations

from scio_transcripts.lazy import re

_STEERS = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 without tab and line feed, DEL, C1: ESC and CSI are among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # reading direction: the eye sees another order than the text has
    "\u2028\u2029"  # line ends to some terminals, not to others
    "\u206a-\u206f\ufff9-\ufffb\U000e0000-\U000e007f"  # hidden words: annotations and tag characters
    "\ud800-\udfff"  # halves of characters, which no encoding can store
    "]"
)
_UNSEEN = re.compile("[\u00ad\u200b\u2060-\u2064\ufeff]")
_PLAIN = {
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("“”", '"'),
    **dict.fromkeys("–‑·", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2009\u200a\u202f\u3000", " "),
    **{"—": "--", "…": "...", "•": "*", "ㄑ": "<"},
}


def clean(text: str) -> str:
    r"""`text` with everything that could steer a terminal written out, and what cannot be seen left out.

    Tabs and line feeds stay; a carriage return before a line feed goes.

    >>> clean("\x1b[2Jgone\u202e!")
    '\\x1b[2Jgone\\u202e!'
    """
    if text.isprintable():
        return text
    return steerless(_UNSEEN.sub("", text))


def steerless(text: str) -> str:
    r"""`clean` text in which what cannot be seen stays.

    >>> steerless("\x1b[2Jgone\u200b!") == "\\x1b[2Jgone\u200b!"
    True
    """
    return text if text.isprintable() else _STEERS.sub(_written_out, text.replace("\r\n", "\n"))


def escaped(text: str) -> str:
    r"""JSON with everything that could steer a terminal as JSON's own escapes: it still says the same.

    >>> escaped('{"a": "\x9b2J\u202e"}')
    '{"a": "\\u009b2J\\u202e"}'
    """
    return text if text.isprintable() else _STEERS.sub(_as_escape, text)


def _as_escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[place : place + 4]}" for place in range(0, len(units), 4))


def one_line(text: str) -> str:
    r"""`clean` text whose white space, line ends included, is folded, so that it cannot pose as lines of its own.

    >>> one_line("Reuters:\n  chair")
    'Reuters: chair'
    """
    return " ".join(clean(text).split())


def encodable(text: str, encoding: str) -> str:
    r"""`text` in characters that `encoding` has: plain signs for typographic ones, and the rest written out.

    >>> encodable("“Why?” – 问", "ascii")
    '"Why?" - \\u95ee'
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_within(character, encoding) for character in text)
    except LookupError:
        return encodable(text, "ascii")
    return text


def _within(character: str, encoding: str) -> str:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return _PLAIN.get(character) or _written_out(character)
    return character


def _written_out(found: re.Match[str] | str) -> str:
    code = ord(found if isinstance(found, str) else found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
