"""How deep the tests go: a sample every day, everything before a release.

Gives: `some_of`, the values of a table of which `make test` tries a fixed few and `make test-all` all; `examples`, how
many examples a test draws that is too slow, or too quick, for the number of its profile.
Promises: the sample is the same on every machine, and every law keeps one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from hypothesis import settings

FULL = 500
"""Examples of a test at full depth, where it says nothing else."""


def some_of(values: Iterable[Any], number: int) -> list[Any]:
    """Parameters of a test: `number` values, spread evenly, are always tried, and the others are slow."""
    every: Sequence[Any] = list(values)
    chosen = {place * len(every) // number for place in range(number)}
    return [
        value if place in chosen else pytest.param(*_each(value), marks=pytest.mark.slow)
        for place, value in enumerate(every)
    ]


def _each(value: Any) -> tuple[Any, ...]:
    """The values of one row, of a test with one parameter or with several."""
    return value if isinstance(value, tuple) else (value,)


def examples(full: int, least: int = 5) -> int:
    """How many examples a test draws that draws `full` of them at full depth."""
    return max(min(full, least), full * settings.default.max_examples // FULL)
