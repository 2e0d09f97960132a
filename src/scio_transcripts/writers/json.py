"""The document itself: JSON for one, JSON Lines for many.

In: transcripts. Out: what `Transcript.from_json` reads back to equal documents. Nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from scio_transcripts.model import Transcript


def write(transcripts: Iterable[Transcript], out: BinaryIO) -> None:
    """One object a line."""
    for transcript in transcripts:
        out.write(transcript.to_json().encode() + b"\n")
