"""The furniture of sites: lines that are printed around a transcript and belong to no speaker.

In: one line. Out: whether it is furniture, or a link. Promises: compared without case and with blanks folded, nothing
else. Knows no site by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from scio_transcripts.lazy import re
from scio_transcripts.registry.files import lines

_LONGEST_EXACT = 120
_LONGEST_NOTICE = 200
_BEGIN = 4
"""Letters at the beginning of a line that tell furniture from prose; rights are told by their last word."""
_RIGHTS = re.compile(r"\ball rights reserved\b.{0,40}$|^©|^版权所有", re.I)

# What a copy leaves of a picture or a film: `![](buoy.jpg)`, `<image>data:image/png;base64,...</image>`.
_EMBEDDED = re.compile(r"<(?:image|img|iframe|video)\b[^\n]*>|!\[[^\]\n]*\]\([^()\n]*\)|data:image/[^\s]+", re.I)
_EMBEDS = frozenset("<!d")
"""How these begin."""


def is_chrome(line: str) -> bool:
    """Whether the line is furniture.

    >>> is_chrome("Adjust font size:"), is_chrome("![](buoy.jpg)"), is_chrome("The size was adjusted.")
    (True, True, False)
    """
    if not _may_be_chrome(line):
        return False
    exact, prefixes = _table("")
    if _fits(line, exact, prefixes) or _EMBEDDED.fullmatch(line):
        return True
    return len(line) <= _LONGEST_NOTICE and _RIGHTS.search(line) is not None


def chrome_among(lines: Sequence[str]) -> list[int]:
    """The numbers of the lines that are furniture. No line begins with a blank.

    For whole pages, of which nearly all lines are prose: their first letters tell that they are none.

    >>> chrome_among(["Good morning.", "All rights reserved.", "Back to top"])
    [1, 2]
    """
    return [number for number, line in enumerate(lines) if is_chrome(line)]


def _may_be_chrome(line: str) -> bool:
    """A quick look at the first letters, and at a notice's last word."""
    begins, signs = _begins("")
    begin = line[:_BEGIN].lower()
    return (
        begin in begins
        or not (begin.isascii() or signs.isdisjoint(begin))
        or "  " in begin
        or begin[:1] in _EMBEDS
        or "served" in line
        or "SERVED" in line
    )


def is_link(line: str) -> bool:
    """Whether the line is the words of a link to another page.

    >>> is_link("Read in Chinese")
    True
    """
    begins, signs = _begins("~")
    begin = line[:_BEGIN].lower()
    if begin not in begins and "  " not in begin and (begin.isascii() or signs.isdisjoint(begin)):
        return False
    exact, prefixes = _table("~")
    return _fits(line, exact, prefixes)


def _fits(line: str, exact: frozenset[str], prefixes: tuple[str, ...]) -> bool:
    folded = line.lower()
    if "  " in folded or "\xa0" in folded or "’" in folded:
        folded = " ".join(folded.replace("’", "'").split())
    return (len(folded) <= _LONGEST_EXACT and folded in exact) or folded.startswith(prefixes)


@cache
def _begins(mark: str) -> tuple[frozenset[str], frozenset[str]]:
    """How furniture begins, and the signs beyond ASCII that a beginning must not have to be judged by that."""
    exact, prefixes = _table(mark)
    short = {sign for prefix in prefixes if len(prefix) < _BEGIN for sign in prefix}
    return frozenset(line[:_BEGIN] for line in (*exact, *prefixes, "版权所有")), frozenset({*short, *"’\xa0\u3000"})


@cache
def _table(mark: str) -> tuple[frozenset[str], tuple[str, ...]]:
    mine = [line.removeprefix("~") for line in lines("chrome.txt") if line.startswith("~") is bool(mark)]
    exact = frozenset(line for line in mine if not line.endswith("*"))
    return exact, tuple(line[:-1] for line in mine if line.endswith("*"))
