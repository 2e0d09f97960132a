"""Countries and regions: codes of ISO 3166, and names in English and Chinese.

In: a code or a name. Out: the other. Promises: a name belongs to one code. Knows no outlet.
"""

from __future__ import annotations

from functools import cache

from scio_transcripts.registry.files import lines


@cache
def countries() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """All codes, each with its English and its Chinese names, the usual one first.

    >>> countries()["MO"]
    (('Macao', 'Macau'), ('澳门', '中国澳门'))
    """
    table = {}
    for line in lines("countries.txt"):
        code, english, chinese = line.split("\t")
        table[code] = (tuple(english.split(";")), tuple(chinese.split(";")))
    return table


@cache
def _codes() -> dict[str, str]:
    found = {name.lower(): code for code, names in countries().items() for name in (*names[0], *names[1])}
    return found | {code.lower(): code for code in countries()}


def code_of(words: str) -> str | None:
    """The code of a country that is given by a name or by the code itself.

    >>> code_of("Macau"), code_of("香港"), code_of("gb"), code_of("Atlantis")
    ('MO', 'HK', 'GB', None)
    """
    return _codes().get(words.strip().lower().removeprefix("the "))
