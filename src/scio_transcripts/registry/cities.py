"""Where such events are held: names of cities, in English and in Chinese.

In: words. Out: whether they name a city. Knows no country, and nothing of what happened there.
"""

from __future__ import annotations

from functools import cache

from scio_transcripts.lazy import re
from scio_transcripts.registry.files import lines
from scio_transcripts.registry.han_words import simplified

_BY_RIVER = re.compile(r"[ -](?:am|an der|im|sur|upon|on|aan de)[ -][a-z]+$")
"""What names of cities may have behind them: the river, or the land, beside which they lie."""


@cache
def _cities() -> frozenset[str]:
    return frozenset(line.lower() for line in lines("cities.txt"))


def is_city(words: str) -> bool:
    """Whether the words are the name of a known city.

    >>> is_city("Beijing"), is_city("China SCIO"), is_city("臺北"), is_city("Frankfurt am Main")
    (True, False, True, True)
    """
    name = simplified(words.strip().lower())
    return name in _cities() or _BY_RIVER.sub("", name) in _cities()
