"""Which script words are in: whether characters are Chinese.

In: words as printed. Out: yes or no. Promises: plain ASCII costs next to nothing. Knows no word.

Who reads lines and heads does not ask this (the import contract in `pyproject.toml` names those that still do): what
words say is asked of `language/`, which looks in both languages.
"""

from __future__ import annotations

from scio_transcripts.lazy import re
from scio_transcripts.registry.han_words import HAN

_ANY = re.compile(rf"[{HAN}]")
_PRINT = re.compile("[\u3000-\U0010ffff]")
"""Chinese characters, and signs of Chinese print."""
_FIRST = 40
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u3041-\u30fa\uac00-\ud7a3]")
"""Letters of Greek, Cyrillic, Hebrew, Arabic, of India, Thai and Lao, Japanese syllables, Korean."""
_LATIN = re.compile(r"[^\W\d_\u0370-\uffff]")


def is_han(words: str) -> bool:
    """Whether words begin with a Chinese character."""
    return "\u3400" <= words[:1] <= "\u9fff" or "\uf900" <= words[:1] <= "\ufaff"


def has_han(words: str) -> bool:
    """Whether any character is Chinese: `21世纪经济报道记者` begins with a figure."""
    return not words.isascii() and _ANY.search(words) is not None


def is_chinese(words: str) -> bool:
    """A quick look at the first characters: whether any is Chinese, or of Chinese print."""
    return not words.isascii() and _PRINT.search(words, 0, _FIRST) is not None


def is_foreign(words: str) -> bool:
    """Whether most letters are of a script in which no record is read.

    >>> is_foreign("Стенограмма встречи (video)"), is_foreign("Lin Dahai (Лин)")
    (True, False)
    """
    return not words.isascii() and len(_FOREIGN.findall(words)) > len(_LATIN.findall(words)) and not has_han(words)
