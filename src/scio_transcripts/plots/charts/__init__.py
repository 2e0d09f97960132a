"""The table of charts: one row each.

In: a name. Out: the function that draws it, and what it takes. To add one: write a module with a function
`NAME(transcripts, *, width, dark, title)` and put a row here; the command line and the tests take it from the table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from scio_transcripts.plots.subject import PlotError
from scio_transcripts.plots.wording import label


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One row of the table."""

    name: str
    """As the command line calls it; the module and the function that draw it have this name."""
    shows: str
    options: tuple[str, ...] = ()
    """What it takes besides width, dark and title."""

    def load(self) -> Callable[..., Any]:
        """The function that draws it."""
        draw: Callable[..., Any] = getattr(import_module(f"scio_transcripts.plots.charts.{self.name}"), self.name)
        return draw


_ROWS = (
    Chart(name="shares", shows="Who spoke how much: words of each participant, by role."),
    Chart(name="flow", shows="Who spoke when in one event: each turn a block in its speaker's lane."),
    Chart(name="exchanges", shows="How long questions and answers are, side by side."),
    Chart(name="askers", shows="Who asked: questions by ownership, country and outlet.", options=("by",)),
    Chart(
        name="timeline", shows="Who asked when: questions by year or month, over many events.", options=("by", "per")
    ),
)
CHARTS: dict[str, Chart] = {row.name: row for row in _ROWS}


def chart_named(name: str) -> Chart:
    """The chart of this name. Raises `PlotError`.

    >>> chart_named("flow").options
    ()
    """
    if name not in CHARTS:
        raise PlotError(label(name, 40), "no such chart", f"use {', '.join(CHARTS)}")
    return CHARTS[name]
