"""What a row of the table of diagnostics is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One row of the table: what a code means and what a reader can do."""

    severity: Severity
    title: str
    message: str
    """What was seen and what was decided; facts in braces are filled in."""
    help: str
    """What would settle it."""
