"""How families of pages are written: one table, and one detector that weighs clues for all.

In: the looks of a page. Out: its dialect; of equals, the one that stands first. Promises: the same looks give the same
dialect, which names a family and decides nothing about labels: those the page's own form shows. `register` adds one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scio_transcripts.errors import DialectError

__all__ = ["Clue", "Dialect", "PageLooks", "detect", "known", "named", "register"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLooks:
    """What the detector looks at: the head of the page and how often each form of label stands on it."""

    head: str
    """The first characters of the page."""
    forms: Mapping[str, int]
    """Candidates by form: `own-line`, `inline`, `bracketed`, `markdown`."""
    anonymous: int = 0
    """Labels such as `Q` and `Answer`."""
    han: float = 0.0
    """Share of Chinese characters among the letters of the head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One thing that speaks for a dialect (or against it, with a negative weight)."""

    weight: float
    words: tuple[str, ...] = ()
    """One of these stands in the head of the page."""
    form: str = ""
    """The weight counts in proportion to this form's share of the candidates."""
    anonymous: bool = False
    """Counts where the page has anonymous labels."""
    han: bool = False
    """The weight counts in proportion to the share of Chinese characters."""

    def weigh(self, looks: PageLooks) -> float:
        """How much this clue says for these looks."""
        total = self.weight
        if self.words and not any(words in looks.head for words in self.words):
            return 0.0
        if self.form:
            total *= looks.forms.get(self.form, 0) / max(1, sum(looks.forms.values()))
        if self.anonymous and not looks.anonymous:
            return 0.0
        return total * looks.han if self.han else total


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One family of pages.

    >>> from scio_transcripts.dialects import known
    >>> "scio-en" in known()
    True
    """

    name: str
    about: str
    """One line for people."""
    clues: tuple[Clue, ...]


_TABLE = (
    Dialect(
        name="scio-en",
        about="SCIO press conferences in English: labels on their own lines under a roster",
        clues=(
            Clue(weight=2, words=("State Council Information Office", "SCIO")),
            Clue(weight=1, words=("\nSpeaker", "\nChairperson")),
            Clue(weight=0.5, words=("ㄑ", "Press Room", "China.org.cn", "China SCIO", "Read in Chinese")),
            Clue(weight=2, form="own-line"),
            Clue(weight=-2, form="bracketed"),
            Clue(weight=-2, anonymous=True),
            Clue(weight=-4, han=True),
        ),
    ),
    Dialect(
        name="gov-en-inline",
        about="ministries, premiers and congresses in English: labels inline, often Q and A",
        clues=(
            Clue(weight=3, form="inline"),
            Clue(weight=2, anonymous=True),
            Clue(
                weight=1,
                words=(
                    "egular Press Conference",
                    "egular press conference",
                    "Spokesperson",
                    "Ministry of",
                    "Meets the Press",
                    "meets the press",
                    "Premier",
                    "NPC",
                ),
            ),
            Clue(weight=-4, han=True),
        ),
    ),
    Dialect(
        name="bracketed",
        about="live records: labels in brackets, often with a clock time",
        clues=(Clue(weight=5, form="bracketed"),),
    ),
    Dialect(
        name="scio-zh",
        about="SCIO and sister bodies in Chinese",
        clues=(Clue(weight=4, han=True), Clue(weight=-1, form="markdown"), Clue(weight=-2, form="bracketed")),
    ),
    Dialect(
        name="markdown",
        about="civic archives in Markdown: labels as headings or in bold",
        clues=(Clue(weight=5, form="markdown"),),
    ),
    Dialect(name="generic", about="any other text with labels", clues=(Clue(weight=1.2),)),
)
_KNOWN = {dialect.name: dialect for dialect in _TABLE}


def known() -> tuple[str, ...]:
    """Names of all dialects."""
    return tuple(_KNOWN)


def register(dialect: Dialect) -> None:
    """Add a dialect (or replace the one of that name) for this process."""
    _KNOWN[dialect.name] = dialect


def named(name: str) -> Dialect:
    """The dialect of that name. Raises `DialectError` where there is none."""
    if name not in _KNOWN:
        raise DialectError(name, known())
    return _KNOWN[name]


def detect(looks: PageLooks) -> Dialect:
    """The dialect that these looks speak for most."""
    return max(_KNOWN.values(), key=lambda d: sum(clue.weigh(looks) for clue in d.clues))
