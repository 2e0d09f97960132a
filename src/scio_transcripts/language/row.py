"""A row is one thing that people say, in both languages.

In: patterns in each language, with slots. Out: patterns without them. Promises: a slot means the same in both
languages; a caller never says which language a text is in. Knows no row.

Patterns are matched with folded words (`folding.py`): small letters unless the meaning says otherwise, straight
apostrophes, simplified characters. An empty cell is a language in which nobody has looked yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from scio_transcripts.language.slots import SLOTS
from scio_transcripts.lazy import re

_SLOT = re.compile(r"\{([a-z][a-z-]*)\}")
_DEEPEST = 4
"""Slots in slots."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that people say: patterns in English and in Chinese, and lines that show what is meant.

    `means` names what it shows, for each question that it helps to answer (`speech_acts.py`). `yes` are words in which
    it is found, and `no` words that are like them and in which it is not, for each language that has patterns.
    """

    id: str
    means: tuple[str, ...]
    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


def english(rows: Iterable[Row]) -> tuple[str, ...]:
    """The English patterns of some rows, their slots filled.

    >>> english([Row("greets.hello", ("greets",), en=(r"hello,? {title}",))])
    ('hello,? (?:mr|ms|mrs|dr|madam|minister|director|governor|mayor)',)
    """
    return tuple(filled(pattern, "en") for row in rows for pattern in row.en)


def chinese(rows: Iterable[Row]) -> tuple[str, ...]:
    """The Chinese patterns of some rows, their slots filled."""
    return tuple(filled(pattern, "zh") for row in rows for pattern in row.zh)


def filled(pattern: str, language: str) -> str:
    """A pattern whose slots are filled. A slot that the language does not have is a `KeyError`."""
    slots = SLOTS[language]

    def fill(found: re.Match[str]) -> str:
        slot: str | Callable[[], str] = slots[found[1]]
        return slot if isinstance(slot, str) else slot()

    for _ in range(_DEEPEST):
        pattern, count = _SLOT.subn(fill, pattern)
        if not count:
            break
    return pattern
