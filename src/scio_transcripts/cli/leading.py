"""Which of a command's arguments are inputs, and which are words.

In: arguments as given. Out: the leading ones that exist (or `-`), and the rest. Promises: an argument that looks like
the name of a page and is none is an error, never taken for words. Reads nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scio_transcripts.errors import ArgumentError, SourceError
from scio_transcripts.lazy import re

_PAGE = re.compile(r"[^\n]{1,250}\.(?:s?html?|xhtml|text|txt|md|json|jsonl|mht|mhtml|pdf|docx)", re.IGNORECASE)
_SLASH = re.compile(r"(?!\d+/\d+\Z)[^\s，。？！；：“”]{0,250}[/\\][^\s，。？！；：“”]{0,250}")
"""`4/5` is a figure, and no name of a file has the signs of a Chinese sentence in it."""


class InputOrderError(ArgumentError):
    """A file is named behind the words. `given` is its name."""

    def __init__(self, given: str) -> None:
        super().__init__(given)
        self.given = given

    def __str__(self) -> str:
        return f"{self.given}: files come before the words; name it first"


def parted(arguments: Sequence[str]) -> tuple[list[Path], list[str]]:
    """The inputs, and the words behind them.

    Raises `SourceError` where the first argument is no input, or another one looks as if it should be, and
    `InputOrderError` for a file behind the words.
    """
    count = next((number for number, given in enumerate(arguments) if not _is_input(given)), len(arguments))
    if not count:
        raise _no_file(arguments[0])
    for given in arguments[count:]:
        if _PAGE.fullmatch(given) or _SLASH.fullmatch(given):
            raise InputOrderError(given) if _is_input(given) else _no_file(given)
    return [Path(given) for given in arguments[:count]], list(arguments[count:])


def _no_file(given: str) -> SourceError:
    is_name = _PAGE.fullmatch(given) or _SLASH.fullmatch(given)
    return SourceError(given, "no such file", "check the spelling" if is_name else "name the pages before the words")


def _is_input(given: str) -> bool:
    """Whether an argument is there to be read. One that no file system takes, such as a long quotation, is not."""
    try:
        return given == "-" or Path(given).exists()
    except (OSError, ValueError):
        return False
