"""Which script words are in: whether characters are Chinese.

In: words as printed. Out: yes or no. Promises: plain ASCII costs next to nothing. Knows no word.

Who reads lines and heads does not ask this (the import contract in `pyproject.toml` names those that still do): what
words say is asked of `language/`, which looks in both languages.
"""

from __future__ import annotations

from scio_transcripts.lazy import re
from scio_transcripts.registry.han_words import HAN

_ANY = re.compile(rf"[{HAN}]")
_PRINT = re.compile("[^\0-\u2fff]")
"""Chinese characters, and signs of Chinese print."""
_FIRST = 40


def is_han(words: str) -> bool:
    """Whether words begin with a Chinese character."""
    return "\u3400" <= words[:1] <= "\u9fff" or "\uf900" <= words[:1] <= "\ufaff"


def has_han(words: str) -> bool:
    """Whether any character is Chinese: `21世纪经济报道记者` begins with a figure."""
    return not words.isascii() and _ANY.search(words) is not None


def is_chinese(words: str) -> bool:
    """A quick look at the first characters: whether any is Chinese, or of Chinese print."""
    return not words.isascii() and _PRINT.search(words, 0, _FIRST) is not None
