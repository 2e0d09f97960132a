"""Where such events are held: names of cities, as printed in English."""

from __future__ import annotations

import re
from functools import cache

from scio_transcripts.registry.files import lines

_IN = re.compile(r"\b(?:in|at) (?P<city>[A-Z][\w'’.]+(?:[ -][A-Z][\w'’]+){0,2})")


@cache
def _cities() -> frozenset[str]:
    return frozenset(line.lower() for line in lines("cities.txt"))


def is_city(words: str) -> bool:
    """Whether the words are the name of a known city.

    >>> is_city("Beijing"), is_city("China SCIO")
    (True, False)
    """
    return words.strip().lower() in _cities()


def city_in(sentence: str) -> tuple[str, int, int] | None:
    """The first known city that the sentence places something in, with its offsets, or None.

    >>> city_in("The office met the press on July 16 in Beijing about trade.")
    ('Beijing', 43, 50)
    """
    for found in _IN.finditer(sentence):
        start = found.start("city")
        words = re.split(r"(?<=\w)([ -])", found["city"])
        for count in range(len(words), 0, -2):
            name = "".join(words[:count]).rstrip(".'’")
            if is_city(name):
                return name, start, start + len(name)
    return None
