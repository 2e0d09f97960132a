"""A thing that `weights.py` can switch off for a while, and that tells in which inputs it speaks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class Switch:
    """One thing that can be switched off."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.spoke: list[str] = []
        """The inputs in which it found something."""
        self.heard = False

    def note(self, name: str) -> None:
        """Note under the name of an input whether it has spoken since it was last asked."""
        if self.heard:
            self.spoke.append(name)
        self.heard = False

    def listen(self) -> None:
        """Begin to hear whether it speaks."""

    def deafen(self) -> None:
        """Hear no more."""

    @contextmanager
    def off(self) -> Iterator[None]:
        """As long as it is switched off."""
        yield
