"""What `show`, `people` and `shares` have in common: one part for each event among the files, and a status at the end.

In: paths, of corpora too. Out: names and transcripts of those that could be read. Promises: a file that
cannot be read is told, does not stop the others, and makes the command fail.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from scio_transcripts.cli.corpora import events_of
from scio_transcripts.cli.exits import FAILED
from scio_transcripts.cli.inputs import joining

if TYPE_CHECKING:
    from scio_transcripts.model import Transcript


class Events:
    """The events of some files and corpora. Iterate over it, then call `settle`."""

    def __init__(self, files: Sequence[Path], encoding: str | None, dialect: str | None, join: bool | None) -> None:
        self._read = events_of(files, encoding=encoding, dialect=dialect, join=joining(join))
        self._failed = False

    def __iter__(self) -> Iterator[tuple[str, Transcript]]:
        for name, transcript in self._read:
            if transcript is None:
                self._failed = True
            else:
                yield name, transcript

    def settle(self) -> None:
        """End with status 1 where a file could not be read."""
        if self._failed:
            raise typer.Exit(FAILED)


def heading(what: str, name: str, transcript: Transcript) -> str:
    """The heading of one event's part."""
    return f"{what} of {transcript.title or name}"
