"""Charts as facts: bars of names, and small columns over years.

In: numbers with their names. Out: `Bars` and `Columns`, which the templates draw. Promises: every chart has a title, a
description in words, and all its numbers as a table; what a bar means is always written, and colour only repeats it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a bar chart."""

    mark: str
    name: str
    amount: int
    share: float
    """Length of the bar, from 0 to 1."""
    tone: str
    """A role, or empty: colours repeat it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A table whose rows have bars."""

    id: str
    title: str
    note: str
    heads: tuple[str, ...]
    rows: tuple[Bar, ...]
    of_whole: bool = False
    """Whether the bars are parts of a whole, and say their share."""
    searches: bool = False
    """Whether the names can be searched for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of small columns: a name, and a number for each year."""

    name: str
    amounts: tuple[int, ...]
    heights: tuple[float, ...]
    """From 0 to 1."""
    said: str
    """The row in words."""

    @property
    def total(self) -> int:
        """The sum."""
        return sum(self.amounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Rows of small columns over the same years."""

    id: str
    title: str
    note: str
    what: str
    """What is counted, as a head of the table."""
    years: tuple[str, ...]
    lines: tuple[Line, ...]


def lines_of(
    rows: list[tuple[str, list[int]]], years: tuple[str, ...], wholes: list[int] | None = None
) -> tuple[Line, ...]:
    """Rows to one scale. With `wholes`, heights are shares of the year's whole.

    >>> [line] = lines_of([("Foreign", [1, 4])], ("2023", "2024"))
    >>> line.heights, line.said
    ((0.25, 1.0), '5 in all, most in 2024 (4)')
    """
    sizes = [
        [n / w if w else 0.0 for n, w in zip(amounts, wholes or [1] * len(years), strict=True)] for _, amounts in rows
    ]
    top = max((size for row in sizes for size in row), default=0) or 1
    found = []
    for (name, amounts), row in zip(rows, sizes, strict=True):
        at = max(range(len(row)), key=row.__getitem__, default=0)
        most = f", most in {years[at]} ({amounts[at]:,})" if len(years) > 1 and any(amounts) else ""
        said = f"{sum(amounts):,} in all{most}"
        found.append(Line(name=name, amounts=tuple(amounts), heights=tuple(size / top for size in row), said=said))
    return tuple(found)
