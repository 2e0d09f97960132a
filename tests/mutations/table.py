"""Trials counted, as a table.

In: trials. Out: `Count`s, of all and by mutator and language, and the lines of a table for people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .pairs import Trial
from .verdict import KEPT, OUTCOMES, WRONG

APART = ("page-glued",)
"""Mutators that take so much away that less is asked of them."""
_COLUMNS = "{:<24} {:>6} {:>6} {:>6} {:>8} {:>6}  {:>7} {:>7}  {}"
_FACTS = 4
"""How many kinds of facts a row names."""


@dataclass
class Count:
    """Some trials together."""

    outcomes: Counter[str] = field(default_factory=Counter)
    facts: Counter[str] = field(default_factory=Counter)
    turns: int = 0
    turns_kept: int = 0

    def add(self, trial: Trial) -> None:
        self.outcomes[trial.outcome] += 1
        self.facts.update(trial.facts)
        self.turns += trial.turns
        self.turns_kept += trial.turns_kept

    @property
    def pairs(self) -> int:
        return self.outcomes.total()

    @property
    def kept(self) -> float:
        """Share of the pairs that keep everything."""
        return self.outcomes[KEPT] / max(self.pairs, 1)

    @property
    def wrong_share(self) -> float:
        """Share of the pairs with words under another label or person."""
        return self.outcomes[WRONG] / max(self.pairs, 1)

    @property
    def turns_share(self) -> float:
        return self.turns_kept / max(self.turns, 1)


def counted(trials: Iterable[Trial]) -> dict[str, Count]:
    """Counts by mutator, by mutator and language, by language, and of all: those without what has bounds of its own."""
    counts: dict[str, Count] = {}
    for trial in trials:
        language = "zh" if trial.chinese else "en"
        together = () if trial.mutator in APART else ("all", language)
        for name in (trial.mutator, f"{trial.mutator} {language}", *together):
            counts.setdefault(name, Count()).add(trial)
    return counts


def table(counts: dict[str, Count], mutators: Iterable[str]) -> Iterator[str]:
    """A row a mutator and language, the worst facts named behind it; below, what all but `APART` come to."""
    yield _COLUMNS.format("mutator", "pairs", *OUTCOMES, "kept", "turns", "not as before")
    for name in mutators:
        for language in ("en", "zh"):
            count = counts.get(f"{name} {language}")
            if count is not None:
                yield _row(f"{name} {language}", count)
    for name in ("en", "zh", "all"):
        if name in counts:
            yield _row(name, counts[name])


def _row(name: str, count: Count) -> str:
    facts = ", ".join(f"{fact} {number}" for fact, number in count.facts.most_common(_FACTS))
    outcomes = [count.outcomes[outcome] for outcome in OUTCOMES]
    return _COLUMNS.format(
        name, count.pairs, *outcomes, f"{count.kept:.1%}", f"{count.turns_share:.1%}" if count.turns else "-", facts
    ).rstrip()
