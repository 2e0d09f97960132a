"""The language of a text, from its characters alone.

In: a text. Out: a tag such as `en` or `zh-Hans`. Promises: `und` where there are no letters. Knows no words, so
languages in Latin letters all count as English.
"""

from __future__ import annotations

from scio_transcripts.lazy import re, regex

# Below the first Chinese character; possessive, this passes over a page of Latin letters faster than any search.
_BELOW_HAN = re.compile("[\0-\u33ff]*+")
_HAN = regex.compile(r"\p{Han}")
_MAY_BE_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN = regex.compile(r"\p{Latin}")
# Characters that exist in one of the two scripts only and are frequent in such texts.
_SIMPLIFIED = frozenset("们国发会这为来时对说问题请过后经济业务产门记长开关现实进见让谢还应该")
_TRADITIONAL = frozenset("們國發會這為來時對說問題請過後經濟業務產門記長開關現實進見讓謝還應該") - _SIMPLIFIED
_SIMPLIFIED_ONLY = _SIMPLIFIED - frozenset("們國發會這為來時對說問題請過後經濟業務產門記長開關現實進見讓謝還應該")
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
    simplified = sum(c in _SIMPLIFIED_ONLY for c in sample)
    traditional = sum(c in _TRADITIONAL for c in sample)
    return "zh-Hant" if traditional > simplified else "zh-Hans"
