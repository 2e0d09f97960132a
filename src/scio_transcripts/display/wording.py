"""The words of the display: dates, languages, how a date was found, and counted things.

Dates are written out here, because `strftime` asks the locale, and the same document must look the same everywhere.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from scio_transcripts.model.metadata import DateBasis, Pages

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
LANGUAGES = {
    "en": "English",
    "zh-Hans": "simplified Chinese",
    "zh-Hant": "traditional Chinese",
    "mul": "several languages",
}
BASES: dict[DateBasis, str] = {
    "label": "from its own heading",
    "dateline": "from the dateline",
    "summary": "from the summary",
    "summary+year": "from the summary, the year inferred",
    "caption": "from a caption",
    "speech": "from the speech",
    "none": "",
}
_KINDS = {"gallery": ("gallery", "galleries"), "unknown": ("page of unknown kind", "pages of unknown kind")}
OWNERSHIPS: dict[str | None, str] = {
    "central-state": "Mainland, central state",
    "local-state": "Mainland, provinces and cities",
    "party": "Mainland, party bodies",
    "private": "Mainland, private",
    "hk-mo-tw": "Hong Kong, Macao, Taiwan",
    "foreign-public": "Foreign, public",
    "foreign-private": "Foreign, private",
    None: "Not in the registry",
}
"""Who owns outlets, in the order of charts."""


def long_date(iso: str) -> str:
    """An ISO date in words; what is no such date stays as it is.

    >>> long_date("2025-11-06")
    'Thursday, 6 November 2025'
    """
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def counted(number: int, singular: str, plural: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "turn"), counted(2, "reply", "replies"), counted(1200, "turn")
    ('1 turn', '2 replies', '1,200 turns')
    """
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def documents(kinds: Mapping[str, int]) -> str:
    """How many documents there are of which kind: transcripts, then the others, the most first.

    >>> documents({"notice": 1, "transcript": 4, "gallery": 2})
    '4 transcripts, 2 galleries, 1 notice'
    """
    order = sorted(kinds.items(), key=lambda one: (one[0] != "transcript", -one[1], one[0]))
    return listed(counted(count, *_KINDS.get(kind, (kind,))) for kind, count in order) or "no documents"


def listed(words: Iterable[str]) -> str:
    """Words with commas between them."""
    return ", ".join(words)


def which_pages(pages: Pages) -> str | None:
    """`13 of 13`, `1-3 of 13`, `one of 3`, or None where the page shows nothing of it."""
    here = _ranges(pages.numbers)
    if pages.total is None:
        return here or None
    return f"{here or 'one'} of {pages.total}"


def _ranges(numbers: tuple[int, ...]) -> str:
    """Numbers, with neighbours drawn together: `1-3, 5`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return listed("-".join(map(str, run)) for run in runs)
