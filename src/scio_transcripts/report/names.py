"""Names for files and addresses of the site, and the words for what the registry knows.

In: ids, dates and addresses as a document holds them. Out: names that any file system takes, years, links that a
browser may follow. Promises: a name holds `a-z`, `0-9` and `-` only, and is given once.
"""

from __future__ import annotations

from scio_transcripts.lazy import re
from scio_transcripts.registry.countries import countries

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_LONGEST = 100
_DATED = re.compile(r"([12][0-9]{3})-[01][0-9]-[0-3][0-9]")
_ADDRESS = re.compile(r"https?://[^\s<>\"'\\]{1,2000}", re.IGNORECASE)
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])")
"""Names that Windows keeps for itself."""

UNDATED = "undated"
LANGUAGE_TAGS = {"en": "en", "zh-Hans": "zh-Hans", "zh-Hant": "zh-Hant"}


class Names:
    """Gives each page its name, once.

    >>> names = Names()
    >>> names.give("../2024 <x>"), names.give("2024-x"), names.give("nul")
    ('2024-x', '2024-x-2', 'page-nul')
    """

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def give(self, own: str) -> str:
        """A name made of an id."""
        name = _NOT_IN_NAMES.sub("-", own.lower()).strip("-")[:_LONGEST].strip("-")
        if not name or _DEVICE.fullmatch(name):
            name = f"page-{name}".rstrip("-")
        while True:
            count = self._given[name] = self._given.get(name, 0) + 1
            if count == 1:
                return name
            name = f"{name}-{count}"


def year_of(date: str | None) -> str:
    """The year of an ISO date, or `undated`.

    >>> year_of("2024-07-03"), year_of(None), year_of("../x")
    ('2024', 'undated', 'undated')
    """
    found = _DATED.fullmatch(date or "")
    return found[1] if found else UNDATED


def link_of(address: str | None) -> str | None:
    """An address that may be followed: of the web, and without signs that end it.

    >>> link_of("https://press.example/a?b=1"), link_of("javascript:alert(1)")
    ('https://press.example/a?b=1', None)
    """
    return address if address and _ADDRESS.fullmatch(address) else None


def country_name(code: str | None) -> str:
    """A country's usual name in English."""
    if code is None:
        return "Not in the registry"
    found = countries().get(code)
    return found[0][0] if found else code
