"""Diagnostics, and the log that the stages append to.

In: a code of `codes/`, a span and the facts. Out: `Diagnostic`, frozen, in reading order. Knows nothing of how pages
are parsed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, ConfigDict

from scio_transcripts.codes import CODES, Severity


class Diagnostic(BaseModel):
    """Something that the parser noticed and wants a reader to know."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    code: str
    """Stable code, such as `L203`; `docs/diagnostics.md` explains each."""
    severity: Severity
    """`error`: the result cannot be used as it is; `warning`: look at it; `info`: a decision worth knowing."""
    message: str
    """What was seen and what was decided, in one line."""
    start: int
    """First character it is about."""
    end: int
    """One past the last character."""


class Log:
    """An append-only list of diagnostics, in the order in which the stages noticed them.

    >>> log = Log()
    >>> log.add("L202", 0, 9, label="Wen Haoyu")
    >>> log.sorted()[0]["severity"]
    'info'
    """

    __slots__ = ("_back", "_entries")

    def __init__(self) -> None:
        self._entries: list[dict[str, Any]] = []
        self._back: Callable[[int], int] | None = None

    def through(self, back: Callable[[int], int]) -> Log:
        """The same log for stages that count in another text: `back` gives the place in this log's text.

        >>> log = Log()
        >>> log.through(lambda place: place + 5).add("T103", 0, 4)
        >>> log.sorted()[0]["start"], log.sorted()[0]["end"]
        (5, 9)
        """
        other = Log()
        other._entries, other._back = self._entries, back
        return other

    def add(self, code: str, start: int, end: int, **facts: object) -> None:
        """Note `code` for the characters `start` to `end`; `facts` fill the row's message."""
        row = CODES[code]
        if self._back is not None:
            start, end = self._back(start), self._back(end)
        self._entries.append(
            {
                "code": code,
                "severity": row.severity,
                "message": row.message.format(**facts),
                "start": start,
                "end": end,
            }
        )

    def sorted(self) -> list[dict[str, Any]]:
        """All entries by place, then code: the order does not depend on which stage came first."""
        return sorted(self._entries, key=lambda e: (e["start"], e["end"], e["code"], e["message"]))
