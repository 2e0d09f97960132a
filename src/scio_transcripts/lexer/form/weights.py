"""Each clue and what it weighs: one scale for all heads.

In: clues by name. Out: what they weigh together. Promises: the same clues weigh the same on every page. Knows no head.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

ENOUGH = 4.0
CERTAIN = 5.0
LIKELY = 2.5
WEIGHTS: Mapping[str, float] = {
    # the words
    "roster": 5,
    "anonymous": 5,
    "role-word": 4,
    "outlet": 5,
    "outlet-within": 3,
    "outlet-word": 2,
    "asker": 3,
    "described": 4,
    "titled": 3,
    "office": 2.5,
    "family": 3,
    "named-above": 2,
    "person": 2,
    "surname": 1,
    "initials": 0.5,
    "name-shaped": 0,
    "courtesy": 3,
    "act": 2,
    "presents": -5,
    "presents-greeting": 6,
    # against
    "prose": -4,
    "introduces-list": -5,
    "headline": -5,
    "salutation": -9,
    "field": -9,
    "ordinal": -6,
    "long": -3,
    "sentence": -4,
    "stranger": -1,
    # the speech behind it
    "opens": 2,
    "asks": 2,
    "addresses": 1,
    "no-sentence": -2.5,
    "told": -5,
    "quoted": -3,
    "begins-small": -2,
    "bare": -1,
    "bare-opens": 2,
    "no-sign": -3,
    "asks-not": -4,
    "no-dialogue": -3,
    "webcaster": -9,
    # the place
    "recurs": 1.5,
    "takes-turns": 1.5,
    "calls-next": 2.5,
    "post-below": 4,
    "bracketed": 1.5,
    "own-line": 2,
    "form": 2,
    "inner": -1,
    "other-form": -4,
    "plain": -3,
    "own-name": 3,
    "known-label": 3,
    "hand-over": 2,
    "between-known": 4,
}
"""Each clue and what it weighs."""


class _Weights(dict[str, float]):
    """The weights; whatever is no clue weighs nothing."""

    def __missing__(self, clue: str) -> float:
        return 0


_WEIGHED = _Weights(WEIGHTS).__getitem__


class Weighed(NamedTuple):
    """What the scales say of one head."""

    clues: tuple[str, ...]
    weight: float

    @property
    def wins(self) -> bool:
        """Whether enough speaks for it."""
        return self.weight >= ENOUGH


def weight_of(clues: Iterable[str]) -> float:
    """What clues weigh together."""
    return sum(map(_WEIGHED, clues))


def weighed(clues: Iterable[str]) -> Weighed:
    """Clues with their weight."""
    kept = tuple(clues)
    return Weighed(kept, weight_of(kept))


def with_clue(before: Weighed, clue: str, more: float = 0.0) -> Weighed:
    """The same with one clue more, which may weigh `more` than usual."""
    return Weighed((*before.clues, clue), before.weight + WEIGHTS[clue] + more)
