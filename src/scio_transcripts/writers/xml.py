"""What the XML formats share: words that XML can hold, elements, and ids that it accepts.

In: words and ids of a transcript. Out: XML as strings. Promises: what is written is well-formed whatever the words
are: characters that XML 1.0 has no place for become U+FFFD and are counted, for the document's header to tell. Knows no
vocabulary.
"""

from __future__ import annotations

from collections.abc import Mapping

from scio_transcripts.lazy import re

_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_IDS = re.compile("[^A-Za-z0-9._\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u4e00-\u9fa5-]+")
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def fitted(words: str) -> tuple[str, int]:
    """Words that XML can hold, and how many characters were replaced for that.

    >>> fitted("a\\x00b")
    ('a\ufffdb', 1)
    """
    return (words, 0) if words.isprintable() else _UNFIT.subn("\ufffd", words)


class Ink:
    """Writes words and elements, and counts what XML cannot hold.

    >>> ink = Ink()
    >>> ink.element("seg", {"n": "1", "who": None}, ink.words("a < b\\x00")), ink.replaced
    ('<seg n="1">a &lt; b\\ufffd</seg>', 1)
    """

    def __init__(self) -> None:
        self.replaced = 0

    def words(self, words: str) -> str:
        """Words as the content of an element."""
        plain = words.isprintable()
        words, count = fitted(words)
        self.replaced += count
        words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return words if plain else words.replace("\r", "&#13;")

    def _value(self, words: str) -> str:
        """Words as the value of an attribute."""
        return self.words(words).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")

    def element(self, name: str, attributes: Mapping[str, str | None], *content: str) -> str:
        """An element. Attributes that are None are left out; the content is XML."""
        known = (f' {key}="{self._value(value)}"' for key, value in attributes.items() if value is not None)
        inside = "".join(content)
        return f"<{name}{''.join(known)}>{inside}</{name}>" if inside else f"<{name}{''.join(known)}/>"

    def said(self, name: str, words: str | None, **attributes: str | None) -> str:
        """An element that holds words; nothing where there are none."""
        return self.element(name, attributes, self.words(words)) if words else ""


class Ids:
    """Ids that are names in XML's sense, each given once.

    >>> ids = Ids()
    >>> ids.new("2024 reeds"), ids.new("2024-reeds"), ids.new("2024-reeds")
    ('_2024-reeds', '_2024-reeds-2', '_2024-reeds-3')
    """

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def new(self, wish: str) -> str:
        """An id like the wish, with a number where it was given before."""
        name = _NOT_IN_IDS.sub("-", wish) or "_"
        name = name if name[0].isalpha() or name[0] == "_" else f"_{name}"
        while name in self._given:
            self._given[name] += 1
            numbered = f"{name}-{self._given[name]}"
            if numbered not in self._given:
                name = numbered
        self._given[name] = 1
        return name
