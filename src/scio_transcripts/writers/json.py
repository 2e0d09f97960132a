"""The document itself: JSON for one, JSON Lines for many.

In: transcripts. Out: what `Transcript.from_json` reads back to equal documents. Nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from scio_transcripts.model import Transcript
from scio_transcripts.writers.base import FormatError


def write_one(transcripts: Iterable[Transcript], out: BinaryIO) -> None:
    """The one transcript, indented for people. Raises `FormatError` for none or several."""
    coming = iter(transcripts)
    first = next(coming, None)
    if first is None or next(coming, None) is not None:
        raise FormatError("json", "holds one transcript a file", "name a folder, for a file each, or write jsonl")
    out.write(first.to_json(indent=2).encode() + b"\n")


def write(transcripts: Iterable[Transcript], out: BinaryIO) -> None:
    """One object a line."""
    for transcript in transcripts:
        out.write(transcript.to_json().encode() + b"\n")
