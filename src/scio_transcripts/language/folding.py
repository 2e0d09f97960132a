"""Print writes one thing in several ways; patterns are written for one of them.

In: words as printed, or a pattern. Out: words in the one way (straight apostrophes, usual blanks, simplified
characters, small letters), or the pattern for words as printed. Promises: no pattern of a row spells a character twice;
plain ASCII costs next to nothing.

Long speeches are folded, because plain searches go before the pattern. Where a few characters are matched once, the
pattern is unfolded instead, and the words stay as they are.
"""

from __future__ import annotations

from functools import cache

from scio_transcripts.language.signs import APOSTROPHES, BLANKS
from scio_transcripts.lazy import re
from scio_transcripts.registry.files import lines
from scio_transcripts.registry.han import simplified

_LATIN = re.compile("[A-Za-z]")


def latin(words: str) -> str:
    """Straight apostrophes and usual blanks.

    >>> latin("That’s\xa0it")
    "That's it"
    """
    for apostrophe in APOSTROPHES:
        words = words.replace(apostrophe, "'")
    for blank in BLANKS:
        words = words.replace(blank, " ")
    return words


def han(words: str) -> str:
    """Simplified characters.

    >>> han("請提問")
    '请提问'
    """
    return simplified(words)


def has_latin(words: str) -> bool:
    """Whether a Latin letter stands in the words: no row's English can be found in others."""
    return _LATIN.search(words) is not None


def as_printed(pattern: str) -> str:
    """A pattern for folded words as one for words as printed, but for capital letters.

    >>> as_printed("[各诸]们?好|that's")
    "[各诸諸][们們]?好|that['’‘]s"
    """
    found: list[str] = []
    in_class = escaped = False
    for sign in pattern:
        forms = "" if escaped else _forms().get(sign, "")
        found.append((forms if in_class else f"[{forms}]") if forms else sign)
        if not escaped and sign in "[]":
            in_class = sign == "["
        escaped = sign == "\\" and not escaped
    return "".join(found)


@cache
def _forms() -> dict[str, str]:
    """All forms of each sign that has several, the folded one first."""
    forms = {"'": f"'{APOSTROPHES}", " ": f" {BLANKS}"}
    for pair in _pairs():
        forms[pair[1]] = forms.get(pair[1], pair[1]) + pair[0]
    return forms


@cache
def _pairs() -> tuple[str, ...]:
    return tuple(pair for line in lines("traditional.txt") for pair in line.split())
