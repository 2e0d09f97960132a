"""How far a build is.

In: counts. Out: the same, for whoever watches. Knows nothing of terminals.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(slots=True)
class Progress:
    """How far a build is. The same object is told again and again."""

    stage: str
    """looking, parsing or indexing."""
    done: int = 0
    """Sources, or parts, that are done."""
    total: int = 0
    problems: int = 0
    """Sources that could not be read."""


Watch = Callable[[Progress], None]
"""Is told what has been done, each time that something is."""
