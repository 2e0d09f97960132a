"""Words of a transcript on a chart: clean, bounded, and about as wide as there is room.

In: any text. Out: one line, or a few. Promises: nothing that could steer a program that shows the chart, nothing that
XML cannot hold, and no more than is asked for. Widths are estimates for laying out; the renderer measures.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from scio_transcripts.display.clean import one_line
from scio_transcripts.lazy import regex

_LONGEST = 160
_UNFIT = regex.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PILED = regex.compile(r"(\p{M}{3})\p{M}+")
_CHARACTERS = regex.compile(r"\X")
_NARROW = frozenset("ijltfrI.,:;'|!()[]- ·’")
_BROAD = frozenset("mwMW@%—…")


def label(text: str, most: int = _LONGEST) -> str:
    r"""One clean line of at most `most` characters, as a reader counts them.

    >>> label("Reuters\n\x1b[2J\ufffe")
    'Reuters \\x1b[2J�'
    >>> label("A very long name", 7)
    'A very…'
    """
    line = _PILED.sub(r"\1", _UNFIT.sub("\ufffd", one_line(text[: 20 * most])))
    found = [one[0] for one in _CHARACTERS.finditer(line[: 8 * most])]
    if len(found) <= most and len(line) <= 8 * most and len(text) <= 20 * most:
        return line
    return "".join(found[: most - 1]).rstrip() + "…"


def breadth(text: str, size: float) -> float:
    """About how many pixels a line of this type size takes.

    >>> breadth("路透", 10), breadth("", 10)
    (20.0, 0)
    """
    return sum(map(_ems, text)) * size


def _ems(character: str) -> float:
    if character in _NARROW:
        return 0.32
    if character in _BROAD:
        return 0.95
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return 0.7 if character.isupper() else 0.52


def wrapped(text: str, size: float, width: float, most: int = 2) -> list[str]:
    """The text on at most `most` lines of this width; what does not fit is left out, and the last line says so.

    >>> wrapped("one two three", 10, 40)
    ['one two', 'three']
    """
    lines: list[str] = []
    rest = text
    while rest and len(lines) < most:
        line = _fitting(rest, size, width)
        rest = rest[len(line) :].lstrip()
        lines.append(line.rstrip())
    if rest:
        lines[-1] = lines[-1][:-1].rstrip() + "…"
    return lines


def _fitting(text: str, size: float, width: float) -> str:
    """As much of the beginning as fits, cut after a word where there is one."""
    used, blank = 0.0, 0
    for place, character in enumerate(text):
        used += _ems(character) * size
        if used > width and place:
            return text[: blank or place]
        if character == " ":
            blank = place + 1
    return text


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "word"), counted(3128, "word"), counted(2, "country", "countries")
    ('1 word', '3,128 words', '2 countries')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def percent(share: float) -> str:
    """A share as it stands beside a bar.

    >>> percent(0.2366), percent(0.0001), percent(0)
    ('23.7%', '<0.1%', '0%')
    """
    if not share:
        return "0%"
    return "<0.1%" if share < 0.0005 else f"{share:.1%}"


def listed(items: Iterable[str], most: int = 60) -> str:
    """Sentences of a description; the number of those that are left out stands at the end.

    >>> listed(["a: 1", "b: 2", "c: 3"], 2)
    'a: 1; b: 2; and 1 more.'
    """
    found: Sequence[str] = list(items)
    more = [f"and {len(found) - most:,} more"] if len(found) > most else []
    return "; ".join([*found[:most], *more]) + "."
