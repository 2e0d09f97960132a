"""What a format is; the table of all of them is in `formats.py`.

In: transcripts. Out: bytes, or the files of a folder. Promises: a format says what it keeps and what it loses, and
refuses nothing that a transcript can hold. To add one: write a module with a function `write(transcripts, out)`, put a
row into `FORMATS`, and a test that reads the result back; `docs/formats.md` is generated from the table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from scio_transcripts.errors import ArgumentError, MissingExtraError, ScioTranscriptsError


class FormatError(ScioTranscriptsError, ValueError):
    """A format was asked for that there is not, or that cannot hold what was given.

    `name` is the format, `reason` what is wrong, `hint` what to do.
    """

    def __init__(self, name: str, reason: str, hint: str) -> None:
        super().__init__(name, reason, hint)
        self.name = name
        self.reason = reason
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}; {self.hint}"


class UnknownFormatError(FormatError, ArgumentError):
    """A word or the name of a file says no format, or several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One row of the table."""

    name: str
    """As the command line calls it."""
    home: str
    """The module that writes it, and the function in it: `csv:turns`."""
    extension: str
    media_type: str
    keeps: str
    """What a reader of the result gets back, in words for users."""
    loses: str
    """What is not in it."""
    checked: str = ""
    """Against what the tests hold it."""
    extra: str = ""
    """The extra that it needs; empty for none."""
    needs: tuple[str, ...] = ()
    """Modules that the extra brings."""
    options: tuple[str, ...] = ()
    """What has to be told besides the transcripts, by keyword."""
    also: tuple[str, ...] = ()
    """Other words that people have for it."""
    is_folder: bool = False
    """Whether it is a folder of files."""
    one_only: bool = False
    """Whether a file holds one transcript."""

    def load(self) -> Callable[..., Any]:
        """The function that writes it, and gives notices if it has any.

        Raises `MissingExtraError` where its extra is not installed.
        """
        for module in self.needs:
            try:
                import_module(module)
            except ImportError:
                raise MissingExtraError(self.extra, f"writing {self.name}") from None
        module, _, function = self.home.partition(":")
        found: Callable[..., Any] = getattr(import_module(f"scio_transcripts.writers.{module}"), function or "write")
        return found
