"""The data files of this package, read once.

In: a file's name. Out: its lines, without comments and blank lines. Knows nothing of what they mean.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

DATA = files("scio_transcripts.registry") / "data"


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a data file, without comments and blank lines.

    >>> "Beijing" in lines("cities.txt")
    True
    """
    text = (DATA / name).read_text("utf-8")
    return tuple(line for raw in text.splitlines() if (line := raw.rstrip()) and not line.startswith("#"))
