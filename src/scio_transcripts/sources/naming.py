"""Which page of a transcript a file or an address says it is.

In: a file's name or an address. Out: what is the same for all pages of one transcript, and the number of this one, if
it has one. Promises: a year, a date or an identifier is never a page number. Reads names only.
"""

from __future__ import annotations

from typing import NamedTuple

from scio_transcripts.lazy import re

_EXTENSIONS = re.compile(r"(?:\.(?:s?html?|xhtml|php|aspx?|jsp|txt|md|text|gz)){1,2}$", re.I)
_NUMBER = re.compile(
    r"(?:(?P<word>(?:^|[\W_])(?:page|part|p)[\s_.-]?|第)|(?P<mark>[_\s-])|[\s_-]?[(（]|(?<=[\u4e00-\u9fff])|^)"
    r"(?P<number>\d{1,2}|0\d\d)(?:[页頁)）]|部分)?$",
    re.I,
)
_DATE_BEFORE = re.compile(r"\d{4}[-_.]\d{1,2}$")
_MONTH = re.compile(r"(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])$")
_ID = re.compile(r"(?<!\d)(?!(?:19|20)\d\d(?!\d)|(?:19|20)\d{4}(?!\d)|(?:19|20)\d{6}(?!\d))\d{3,}")
"""A number that a site gave; not a year, a month, or a day."""
_DIGITS = re.compile(r"([0-9]{1,18})")


class Named(NamedTuple):
    """A name taken apart."""

    stem: str
    """Folder and name without the page number."""
    number: int | None


def named(name: str) -> Named:
    """Take a file's name, or an address, apart.

    >>> named("m/content_782022_3.htm"), named("m/content_782022.htm")
    (Named(stem='m/content_782022', number=3), Named(stem='m/content_782022', number=None))
    >>> named("page-10.txt"), named("2024-03-10.txt")
    (Named(stem='page', number=10), Named(stem='2024-03-10', number=None))
    >>> named("2024-03.txt"), named("第3页.txt"), named("page (2).htm"), named("007.txt").number
    (Named(stem='2024-03', number=None), Named(stem='第', number=3), Named(stem='page', number=2), 7)
    """
    bare = _EXTENSIONS.sub("", name.split("?", 1)[0].split("#", 1)[0])
    folder, slash, last = bare.replace("\\", "/").rpartition("/")
    found = _NUMBER.search(last)
    if not found or _MONTH.search(last) or (found["mark"] and _DATE_BEFORE.search(last[: found.start()])):
        return Named(bare.replace("\\", "/"), None)
    rest = last[: found.start()] + (found["word"] or "").rstrip(" _.-")
    return Named(f"{folder}{slash}{rest}", int(found["number"]))


def has_id(stem: str) -> bool:
    """Whether a stem holds a number that a site gave to the whole transcript, which no other has.

    >>> has_id("m/content_782022"), has_id("2024-03-10"), has_id("reeds")
    (True, False, False)
    """
    return bool(_ID.search(stem.rpartition("/")[2]))


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts names as people do: `page-2` before `page-10`."""
    return tuple(
        (0, int(part), "") if part[0] in "0123456789" else (1, 0, part) for part in _DIGITS.split(name) if part
    )
