"""What a fetch tells while it is under way.

In: facts. Out: one frozen record, handed to whoever listens. Knows nothing of terminals; texts are as they came and
must be cleaned before they are shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["note", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the user should know. An `error` is something that is missing in the end.

    >>> print(Notice("warning", "https://press.example/a.htm", "has changed since the last fetch"))
    https://press.example/a.htm: has changed since the last fetch
    """

    severity: Severity
    address: str
    text: str

    def __str__(self) -> str:
        return f"{self.address}: {self.text}"


Tell = Callable[[Notice], None]
