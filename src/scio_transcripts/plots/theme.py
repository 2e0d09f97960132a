"""How charts look: colours on light and dark paper, the shape of each role, and the typeface.

In: light or dark. Out: a palette. Promises: every colour of words stands out from its paper by 4.5 to 1 and every
colour of bars by 3 to 1; no role is told by colour alone, for each has a shape and a word too. Knows no data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scio_transcripts.model.base import Role

# The renderer brings the first of these with it, so that every machine measures words alike.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of one kind of paper."""

    paper: str
    ink: str
    """Names and numbers."""
    muted: str
    """What explains them."""
    faint: str
    """Lines."""
    wash: str
    """Bands behind the marks."""
    accent: str
    """Marks that have no role."""
    roles: Mapping[Role, str]


_LIGHT = Palette(
    paper="#ffffff",
    ink="#1c2330",
    muted="#5a6474",
    faint="#d5dae1",
    wash="#f3f5f8",
    accent="#1f7a58",
    roles={"chair": "#9a3f8f", "official": "#1d5fa0", "reporter": "#1f7a58", "unknown": "#68717f"},
)
_DARK = Palette(
    paper="#13171d",
    ink="#e9ecf1",
    muted="#a3acba",
    faint="#363d48",
    wash="#1b2129",
    accent="#5cc79b",
    roles={"chair": "#d78acb", "official": "#6cadee", "reporter": "#5cc79b", "unknown": "#98a1af"},
)

SHAPES: dict[Role, str] = {"chair": "diamond", "official": "circle", "reporter": "triangle-up", "unknown": "square"}
"""The mark of each role, for where colours do not tell."""

HEADINGS: dict[Role, str] = {
    "chair": "Chair",
    "official": "Officials",
    "reporter": "Reporters",
    "unknown": "Role not known",
}
"""What the people of each role are called, in the order in which they stand."""


def palette(dark: bool) -> Palette:
    """The colours for this kind of paper.

    >>> palette(dark=True).paper
    '#13171d'
    """
    return _DARK if dark else _LIGHT
