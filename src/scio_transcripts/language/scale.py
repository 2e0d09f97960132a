"""One scale for what only several signs together can show: a table of clues, each with a weight.

In: whatever is weighed. Out: `Weighing`: the sum, and the names of the clues that held. Promises: every clue is one row
with a name, all that hold are added, and those that held are kept, so that a decision can be shown. Knows no clue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Row(NamedTuple, Generic[T]):
    """One clue."""

    name: str
    weight: float
    holds: Callable[[T], object]
    """Whether it holds; a number says how often."""


class Weighing(NamedTuple):
    """What a scale says."""

    weight: float
    held: tuple[str, ...]
    """The clues that held, in the order of the table."""


def together(weighings: Iterable[Weighing]) -> Weighing:
    """Several as one; each clue once."""
    own = list(weighings)
    held = dict.fromkeys(clue for weighing in own for clue in weighing.held)
    return Weighing(sum(weighing.weight for weighing in own), tuple(held))


class Scale(Generic[T]):
    """A table of clues.

    >>> rain = Scale(Row("dark", 2, lambda sky: "cloud" in sky), Row("wind", 1, lambda sky: sky.count("gust")))
    >>> rain.weigh("cloud, gust, gust"), rain.weight_of("blue")
    (Weighing(weight=4, held=('dark', 'wind')), 0)
    """

    def __init__(self, *rows: Row[T]) -> None:
        self.rows = rows

    def weigh(self, seen: T) -> Weighing:
        """The sum, with the clues that held."""
        weight: float = 0
        held = []
        for name, own, holds in self.rows:
            if times := holds(seen):
                weight += own * (times if isinstance(times, int) else 1)
                held.append(name)
        return Weighing(weight, tuple(held))

    def weight_of(self, seen: T) -> float:
        """The sum alone."""
        return self.weigh(seen).weight
