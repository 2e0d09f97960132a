"""Transcripts as other programs want them: one file a format, one row in a table.

In: transcripts. Out: bytes, or a folder. Promises: `docs/formats.md`, generated from the table, says what each format
keeps and loses. Knows nothing of parsing.

>>> import io
>>> from scio_transcripts import parse
>>> out = io.BytesIO()
>>> notices = write([parse("Reuters:\\n\\nWhy? Thank you.")], "csv-turns", out)
>>> out.getvalue().decode().splitlines()[1].split(",")[6]
'Reuters'
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from scio_transcripts.lazy import re
from scio_transcripts.model import Transcript
from scio_transcripts.writers.base import Format, FormatError, UnknownFormatError
from scio_transcripts.writers.choice import format_named, format_of
from scio_transcripts.writers.formats import FORMATS
from scio_transcripts.writers.tables import with_ids

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9-]+")

__all__ = [
    "FORMATS",
    "Format",
    "FormatError",
    "UnknownFormatError",
    "format_named",
    "format_of",
    "write",
    "write_folder",
]


def write(transcripts: Iterable[Transcript], name: str, out: BinaryIO) -> tuple[str, ...]:
    """Write transcripts in the format of that name to a binary file.

    Gives notices, a line each, of what did not fit: mostly none.

    Raises `FormatError` for a name that is not known and a format that is a folder, `MissingExtraError` for an extra
    that is not installed.
    """
    found = format_named(name)
    if found.is_folder:
        raise FormatError(name, "is a folder of files", "name a folder to write it to")
    return found.load()(transcripts, out) or ()


def write_folder(transcripts: Iterable[Transcript], name: str, folder: str | Path, **options: str) -> None:
    """Write transcripts to a folder that exists: in a format that is a folder, or one that has a file for each.

    Files are named after the transcripts' dates and titles. `options` are those that the format has. Raises
    `FormatError` and `MissingExtraError` as `write` does.
    """
    found = format_named(name)
    if not (found.is_folder or found.one_only):
        raise FormatError(name, "is one file", "write it to a file")
    writer = found.load()
    if found.is_folder:
        writer(transcripts, Path(folder), **options)
        return
    for own, transcript in with_ids(transcripts):
        with Path(folder, _NOT_IN_NAMES.sub("-", own) + found.extension).open("wb") as out:
            writer([transcript], out)
