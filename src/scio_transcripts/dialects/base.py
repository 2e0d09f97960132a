"""What a dialect is: a name, clues that speak for it, and what its labels look like.

In: the looks of a page. Out: how much one clue says for them. Promises: all dialects are weighed on one scale.
Knows no dialect by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


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
    label_weights: Mapping[str, int] = field(default_factory=dict)
    """Added to the clues that speak for a label, such as `{"inline": 1}` where labels stand inline."""
