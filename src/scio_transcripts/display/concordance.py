"""Keyword in context as aligned lines: where, what stands before, the word, what stands behind.

In: lines of a concordance. Out: parts of lines with their styles. Promises: the word stands in the same column of a
terminal in every line, whether what is before it is English or Chinese; every string is cleaned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from scio_transcripts.display.clean import clean
from scio_transcripts.display.found import HIT

if TYPE_CHECKING:
    from scio_transcripts.corpus.kwic import Line

_DATE = 10
_SPEAKER = 14
_LEAST = 10


def room(columns: int) -> int:
    """Columns on either side of the word that a terminal has room for.

    >>> room(120)
    40
    """
    return max((columns - _DATE - _SPEAKER - 16) // 2, _LEAST)


def concordance(found: Sequence[Line], cells: int) -> Iterator[tuple[tuple[str, str], ...]]:
    """Each line as parts with styles."""
    for line in found:
        before = right_end(_plain(line.before), cells)
        speaker = left_end(_plain(line.speaker or "?").strip(), _SPEAKER)
        place = f"{line.transcript} {line.turn}.{line.paragraph}"
        after = left_end(_plain(line.after), cells)
        yield (
            (f"{line.date.isoformat() if line.date else 'no date':<{_DATE}}  ", "dim"),
            (speaker + " " * (_SPEAKER - cell_len(speaker)) + "  ", "dim"),
            (" " * (cells - cell_len(before)) + before, ""),
            (_plain(line.word).strip(), HIT),
            (after + " " * (cells - cell_len(after)) + "  ", ""),
            (clean(place), "dim"),
        )


def left_end(text: str, cells: int) -> str:
    """As much of the beginning as fits.

    >>> left_end("安全第一", 5), left_end("abc", 5)
    ('安全', 'abc')
    """
    used = 0
    for place, character in enumerate(text):
        used += cell_len(character)
        if used > cells:
            return text[:place]
    return text


def right_end(text: str, cells: int) -> str:
    """As much of the end as fits.

    >>> right_end("安全第一", 5)
    '第一'
    """
    used = 0
    for place in range(len(text) - 1, -1, -1):
        used += cell_len(text[place])
        if used > cells:
            return text[place + 1 :]
    return text


def _plain(text: str) -> str:
    """On one line, cleaned, blanks at the edges kept."""
    return clean(" ".join(text.split(" ")).replace("\n", " ").replace("\t", " "))
