"""The language of a text, from its characters alone.

In: a text. Out: a tag such as `en` or `zh-Hans`. Promises: `und` where there are no letters. Knows no words, so
languages in Latin letters all count as English.
"""

from __future__ import annotations

from scio_transcripts.lazy import re, regex
from scio_transcripts.registry.han_words import is_traditional

# Below the first Chinese character; possessive, this passes over a page of Latin letters faster than any search.
_BELOW_HAN = re.compile("[\0-\u33ff]*+")
_HAN = regex.compile(r"\p{Han}")
_MAY_BE_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN = regex.compile(r"\p{Latin}")
_SAMPLE = 4000
"""Characters that show whether a page is written in simplified or in traditional ones."""
_LOOKED_AT = 20_000
_SHARE = 0.3


def han_share(text: str) -> float:
    """Share of Chinese characters among the letters; a Latin word counts as two characters of Chinese."""
    if text.isascii() or _BELOW_HAN.fullmatch(text) or not _MAY_BE_HAN.search(text):
        return 0.0
    han = len(_HAN.findall(text))
    latin = len(_LATIN.findall(text))
    return han / (han + latin / 3) if han + latin else 0.0


def language_of(text: str) -> str:
    """`en`, `zh-Hans`, `zh-Hant`, `mul` for two languages side by side, `und` where there are no letters.

    >>> language_of("Good morning."), language_of("各位记者朋友,大家上午好。"), language_of("123")
    ('en', 'zh-Hans', 'und')
    """
    sample = text[:_LOOKED_AT]
    share = han_share(sample)
    if share < _SHARE / 2:
        return "en" if any(c.isalpha() for c in sample) else "und"
    if share < 1 - _SHARE:
        return "mul"
    return "zh-Hant" if is_traditional(sample[:_SAMPLE]) else "zh-Hans"
