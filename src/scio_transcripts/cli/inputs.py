"""What the commands read: files, and `-` for standard input.

In: paths as given. Out: a `Source`, or a `SourceError` in one line. Knows nothing of what is in them.
"""

from __future__ import annotations

import dataclasses
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scio_transcripts.cli.exits import complain
from scio_transcripts.errors import ScioTranscriptsError, SourceError

if TYPE_CHECKING:
    from scio_transcripts.model import Transcript
    from scio_transcripts.sources.text import Source


def _known_encoding(name: str | None) -> str | None:
    """The encoding, where Python has one of this name that decodes bytes to text."""
    try:
        "a".encode(name or "utf-8")
    except (LookupError, ValueError):
        raise typer.BadParameter(f"no encoding is named {name!r}; use a name such as utf-8 or gb18030") from None
    return name


FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="A saved page, or - for standard input.")]
FilesArgument = Annotated[
    list[Path], typer.Argument(metavar="FILES", help="Saved pages, or - for standard input.", show_default=False)
]
EncodingOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Encoding of the files, such as gb18030. Without it, a byte-order mark decides, or else UTF-8.",
        callback=_known_encoding,
    ),
]
DialectOption = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Family of layouts, such as scio-en, where the detector should not decide."),
]


def read_source(path: Path, encoding: str | None) -> Source:
    """Read one input. Raises `SourceError`."""
    from scio_transcripts.sources.text import Source, source_of_file

    try:
        if str(path) == "-":
            return Source.of_bytes(sys.stdin.buffer.read(), name=shown_name(path), encoding=encoding)
        source = source_of_file(path, encoding=encoding)
    except UnicodeError as error:  # codecs such as punycode have their own way to fail
        raise SourceError(shown_name(path), f"is not {encoding} ({error})") from None
    storable = os.fsencode(path).decode("utf-8", "replace")  # JSON cannot hold the bytes of a damaged file name
    return dataclasses.replace(source, facts={**source.facts, "uri": storable})


def read_transcripts(
    paths: Sequence[Path], *, encoding: str | None, dialect: str | None = None, strict: bool = False
) -> Iterator[tuple[str, Transcript | None]]:
    """Read and parse inputs in turn. One that cannot be read is told on standard error and comes as None."""
    from scio_transcripts.dialects import named
    from scio_transcripts.errors import DialectError
    from scio_transcripts.pipeline import parse_source

    if sum(str(path) == "-" for path in paths) > 1:
        raise typer.BadParameter("standard input (-) can be read only once", param_hint="FILES")
    try:
        family = named(dialect) if dialect is not None else None
    except DialectError as error:
        raise typer.BadParameter(str(error), param_hint="--dialect") from None
    for path in paths:
        name = shown_name(path)
        try:
            yield name, parse_source(read_source(path, encoding), dialect=family, strict=strict)
        except SourceError as error:
            complain(error)
            yield name, None
        except ScioTranscriptsError as error:
            complain(f"{name}: {error}")
            yield name, None


def read_transcript(path: Path, *, encoding: str | None, dialect: str | None) -> Transcript:
    """Read and parse the one input of a command; where it cannot be read, the command has failed."""
    [(_, transcript)] = read_transcripts([path], encoding=encoding, dialect=dialect)
    if transcript is None:
        raise typer.Exit(1)
    return transcript


def shown_name(path: Path) -> str:
    """The name of an input in messages."""
    return "standard input" if str(path) == "-" else str(path)
