"""The switches of tables: kinds of lines, clues of heads, clues of scales.

In: the tables of the lexer, and the scales of all modules. Out: a `Switch` for each row. Promises: as `switches.py`.
Each table is made anew without the row, or with a row that tells when it holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from types import ModuleType
from typing import Any

from switch import Switch

from scio_transcripts.language.scale import Row, Scale
from scio_transcripts.lexer.form import weights
from scio_transcripts.lexer.page import rules


def of_tables(modules: Iterable[ModuleType]) -> Iterator[Switch]:
    """All of them."""
    yield from (LineSwitch(rule) for rule in rules.RULES)
    yield from (HeadSwitch(clue) for clue, weight in weights.WEIGHTS.items() if weight)
    for module in modules:
        for name, value in vars(module).items():
            if isinstance(value, Scale):
                yield from (ScaleSwitch(name.lower().replace("_", " "), value, row) for row in value.rows)


class LineSwitch(Switch):
    """One rule that says of what kind a line is."""

    def __init__(self, rule: rules.Rule) -> None:
        super().__init__(f"line {rule.name}")
        self._rule = rule

    def _put(self, old: rules.Rule, new: rules.Rule | None) -> None:
        rows = [new if row is old else row for row in rules.RULES]
        rules.RULES = tuple(row for row in rows if row is not None)
        rules._BY_FIRST = rules._by_first()
        rules._ANY = rules._BY_FIRST[""]
        rules._LONG_RULES = tuple(row for row in rules.RULES if row.longest > rules.LONGEST)

    def listen(self) -> None:
        self._telling = replace(self._rule, proof=_telling(self._rule.proof, self))
        self._put(self._rule, self._telling)

    def deafen(self) -> None:
        self._put(self._telling, self._rule)

    @contextmanager
    def off(self) -> Iterator[None]:
        before = rules.RULES
        self._put(self._rule, None)
        try:
            yield
        finally:
            rules.RULES = before
            self._put(self._rule, self._rule)


class ScaleSwitch(Switch):
    """One clue of a scale."""

    def __init__(self, name: str, scale: Scale[Any], row: Row[Any]) -> None:
        super().__init__(f"clue of {name}: {row.name}")
        self._scale, self._row = scale, row

    def listen(self) -> None:
        self._heard = self._row._replace(holds=_telling(self._row.holds, self))
        self._scale.rows = tuple(self._heard if row is self._row else row for row in self._scale.rows)

    def deafen(self) -> None:
        self._scale.rows = tuple(self._row if row is self._heard else row for row in self._scale.rows)

    @contextmanager
    def off(self) -> Iterator[None]:
        before = self._scale.rows
        self._scale.rows = tuple(row for row in before if row is not self._row)
        try:
            yield
        finally:
            self._scale.rows = before


class _HeardWeights(dict[str, float]):
    """The weights of heads, which tell the switches of the clues that are weighed."""

    def __init__(self, own: Mapping[str, float]) -> None:
        super().__init__(own)
        self.switches: dict[str, Switch] = {}

    def __getitem__(self, clue: str) -> float:
        if switch := self.switches.get(clue):
            switch.heard = True
        return self.get(clue, 0)


class HeadSwitch(Switch):
    """What one clue of a head weighs."""

    _before: Any = None

    def __init__(self, clue: str) -> None:
        super().__init__(f"clue of heads {clue}")
        self._clue = clue

    def listen(self) -> None:
        if HeadSwitch._before is None:
            HeadSwitch._before = weights.WEIGHTS, weights._WEIGHED
            heard = _HeardWeights(weights.WEIGHTS)
            weights.WEIGHTS, weights._WEIGHED = heard, heard.__getitem__
        table: Any = weights.WEIGHTS
        table.switches[self._clue] = self

    def deafen(self) -> None:
        if HeadSwitch._before is not None:
            weights.WEIGHTS, weights._WEIGHED = HeadSwitch._before
            HeadSwitch._before = None

    @contextmanager
    def off(self) -> Iterator[None]:
        tables: list[Any] = [weights.WEIGHTS, weights._WEIGHED.__self__]  # type: ignore[attr-defined]
        weight = weights.WEIGHTS[self._clue]
        for table in tables:
            table[self._clue] = 0
        try:
            yield
        finally:
            for table in tables:
                table[self._clue] = weight


def _telling(holds: Callable[[Any], Any], switch: Switch) -> Callable[[Any], Any]:
    def tell(seen: Any) -> Any:
        found = holds(seen)
        if found:
            switch.heard = True
        return found

    return tell
