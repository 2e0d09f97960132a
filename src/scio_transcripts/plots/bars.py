"""Bars in groups, with names before them and numbers behind: what `shares` and `askers` have in common.

In: groups of bars. Out: layers, and their height. Promises: one scale for all bars, every number written out, and a bar
that stands for several says so by its outline. Knows nothing of transcripts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from scio_transcripts.plots.frame import NAME, Frame, Row
from scio_transcripts.plots.wording import breadth

_STEP, _GAP, _THICK = 22.0, 14.0, 14.0
_INDENT = 16.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One line: a name, a length, and what is written behind it."""

    name: str
    value: float
    number: str
    """Behind the bar."""
    aside: str = ""
    """At the right edge."""
    about: str
    """For screen readers: name and numbers in words."""
    outlined: bool = False
    """Drawn as an outline: for what is not one person or one known outlet."""
    facts: Row = field(default_factory=dict)
    """Columns of the row, for those who read the chart's data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Bars under one heading."""

    heading: str
    aside: str = ""
    shape: str
    colour: str
    bars: Sequence[Bar]


def grouped_bars(frame: Frame, groups: Sequence[Group]) -> tuple[list[Any], float]:
    """The layers, and how high they are."""
    headings, rows, height = _placed(groups)
    every = [bar for group in groups for bar in group.bars]
    names = _INDENT + min(max(breadth(bar.name, NAME) for bar in every) + 4, frame.inner * 0.42)
    numbers = max(breadth(bar.number, NAME) for bar in every) + 8
    asides = max(breadth(words, NAME) for words in [*(b.aside for b in every), *(g.aside for g in groups)]) + 4
    room = (names + 10, max(names + 30, frame.inner - numbers - asides))
    most = max(bar.value for bar in every) or 1.0
    x, y, ink = frame.across("value", (0, most), room), frame.down("y", height), frame.palette
    bars, heads = frame.rows(rows), frame.rows(headings)
    alt = frame.alt
    solid = {"fill": alt.Fill("colour:N", scale=None), "stroke": alt.Stroke("colour:N", scale=None)}
    ends = {"x": x, "x2": alt.datum(0), "y": y, **frame.about()}
    shape = {"orient": "horizontal", "size": _THICK, "strokeWidth": 1}
    return [
        frame.text(heads, _INDENT, y, "heading", fontWeight="bold", color=ink.ink, fontSize=NAME + 0.5),
        frame.text(heads, frame.inner, y, "aside", align="right", fontWeight="bold", color=ink.muted),
        heads.mark_point(filled=True, size=70, opacity=1, aria=False).encode(
            x=alt.value(5), y=y, shape=alt.Shape("shape:N", scale=None), **solid
        ),
        bars.mark_bar(**shape, cornerRadiusEnd=2).encode(
            **ends, **solid, fillOpacity=alt.FillOpacity("opacity:Q", scale=None)
        ),
        frame.text(bars, _INDENT, y, "name", limit=names - _INDENT),
        frame.text(bars, x, y, "number", dx=7),
        frame.text(bars, frame.inner, y, "aside", align="right", color=ink.muted),
    ], height


def _placed(groups: Sequence[Group]) -> tuple[list[Row], list[Row], float]:
    """Headings and bars with their places from the top, and the height of all."""
    headings: list[Row] = []
    rows: list[Row] = []
    top = 0.0
    for group in groups:
        top += _GAP if rows else 0.0
        looks = {"shape": group.shape, "colour": group.colour}
        headings.append({"heading": group.heading, "aside": group.aside, "y": top + _STEP / 2, **looks})
        for bar in group.bars:
            top += _STEP
            written = {"name": bar.name, "number": bar.number, "aside": bar.aside, "about": bar.about}
            place = {"value": bar.value, "y": top + _STEP / 2, "opacity": 0.12 if bar.outlined else 1}
            rows.append({**bar.facts, **written, **place, "colour": group.colour})
        top += _STEP
    return headings, rows, top
