"""Keyword in context as aligned lines: where, what stands before, the word, what stands behind.

In: lines of a concordance. Out: parts of lines with their styles. Promises: the word stands in the same column of a
terminal in every line, whether what is before it is English or Chinese; every string is cleaned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

from scio_transcripts.display.clean import clean
from scio_transcripts.display.found import HIT

if TYPE_CHECKING:
    from scio_transcripts.corpus.kwic import Line

_DATE = 10
_SPEAKER = 14
_LEAST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside the words, and the least room on either side of the word that it may leave."""

    dated: bool = True
    spoken: bool = True
    whole: bool = True
    """The name of the transcript whole, or only its end, which no two have in common."""
    least: int = 0

    def place(self, line: Line) -> str:
        """Where the word stands."""
        name = line.transcript if self.whole else line.transcript.rpartition("-")[2][-12:]
        return clean(f"{name} {line.turn}.{line.paragraph}")

    def columns(self, found: Sequence[Line]) -> int:
        """How many columns this takes."""
        place = max((cell_len(self.place(line)) for line in found), default=0)
        return self.dated * (_DATE + 2) + self.spoken * (_SPEAKER + 2) + 2 + place


ALL = Beside()
"""As in a pipe."""
_CHOICE = (
    Beside(least=36),
    Beside(whole=False, least=22),
    Beside(whole=False, spoken=False, least=18),
    Beside(whole=False, spoken=False, dated=False),
)
"""The first that leaves room enough is taken."""


def room(columns: int) -> int:
    """Columns on either side of the word that a terminal has room for.

    >>> room(120)
    40
    """
    return max((columns - _DATE - _SPEAKER - 16) // 2, _LEAST)


def fitting(found: Sequence[Line], columns: int, wanted: int | None = None) -> tuple[int, Beside]:
    """The columns on either side of the word, at most `wanted`, and what stands beside, for lines that fit."""
    word = min(max((cell_len(line.word) for line in found), default=0), columns // 2)
    for beside in _CHOICE:
        cells = (columns - word - beside.columns(found)) // 2
        if cells >= min(beside.least, wanted or beside.least):
            break
    return max(min(cells, wanted or cells), 1), beside


def concordance(
    found: Sequence[Line], cells: int, beside: Beside = ALL, longest: int | None = None
) -> Iterator[tuple[tuple[str, str], ...]]:
    """Each line as parts with styles. A word of more cells than `longest` is cut."""
    shown = [left_end(_plain(line.word).strip(), longest or 1000) for line in found]
    widest = max((cell_len(word) for word in shown), default=0)
    for line, word in zip(found, shown, strict=True):
        before = _from_word(_plain(line.before), cells)
        speaker = left_end(_plain(line.speaker or "?").strip(), _SPEAKER)
        after = _to_word(_plain(line.after), cells)
        day = f"{line.date.isoformat() if line.date else 'no date':<{_DATE}}  "
        yield (
            (day if beside.dated else "", "dim"),
            (speaker + " " * (_SPEAKER - cell_len(speaker)) + "  " if beside.spoken else "", "dim"),
            (" " * (cells - cell_len(before)) + before, ""),
            (word, HIT),
            (after + " " * (cells - cell_len(after)) + "  ", ""),
            (" " * (widest - cell_len(word)) + beside.place(line), "dim"),
        )


def _from_word(text: str, cells: int) -> str:
    """The end of a text, from the beginning of a word on."""
    end = right_end(text, cells)
    blank = end.find(" ")
    return end[blank:] if _is_inside(text, len(text) - len(end)) and blank >= 0 else end


def _to_word(text: str, cells: int) -> str:
    """The beginning of a text, up to the end of a word."""
    start = left_end(text, cells)
    blank = start.rfind(" ")
    return start[: blank + 1] if _is_inside(text, len(start)) and blank >= 0 else start


def _is_inside(text: str, place: int) -> bool:
    """Whether this is inside of a word. Chinese, two cells a character, may be cut anywhere."""
    around = text[place - 1 : place + 1] if place else ""
    return cell_len(around) == 2 == len(around) and not any(character.isspace() for character in around)


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
