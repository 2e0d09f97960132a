"""What the commands read: files, and `-` for standard input.

In: paths as given. Out: a `Source`, or a `SourceError` in one line. Knows nothing of what is in them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from scio_transcripts.cli.exits import complain, note
from scio_transcripts.errors import ScioTranscriptsError, SourceError

if TYPE_CHECKING:
    from scio_transcripts.dialects import Dialect
    from scio_transcripts.join import PageRead
    from scio_transcripts.model import Transcript
    from scio_transcripts.sources.text import Source

T = TypeVar("T")


class Join(Enum):
    """Which files are read as pages of one event."""

    AUTO = "auto"
    """Those whose names or contents say so; a page that lists transcripts is several."""
    WHOLE = "whole"
    """As AUTO, but pages are never cut, so that places are those of the files."""
    ALWAYS = "always"
    NEVER = "never"


def _known_encoding(name: str | None) -> str | None:
    """The encoding, where Python has one of this name that decodes bytes to text."""
    try:
        "a".encode(name or "utf-8")
    except (LookupError, ValueError):
        raise typer.BadParameter(f"no encoding is named {name!r}; use a name such as utf-8 or gb18030") from None
    return name


FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="A saved page, or - for standard input.")]
FilesArgument = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILES",
        help="Saved pages as text or HTML, folders of pages, or - for standard input.",
        show_default=False,
    ),
]
EventsArgument = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILES",
        help="Saved pages, folders of pages, corpora that `corpus build` wrote, or - for standard input.",
        show_default=False,
    ),
]
EncodingOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Encoding of the files, such as gb18030. Without it, they are looked at.",
        callback=_known_encoding,
    ),
]
DialectOption = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Family of layouts, such as scio-en, where the detector should not decide."),
]
OutletsOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--outlets",
        metavar="FILE",
        help="News outlets of your own, as JSON Lines or CSV; they win over ours. May be given several times.",
    ),
]


def use_outlets(paths: Sequence[Path] | None) -> None:
    """Take the user's own outlets into use, and tell on standard error what they changed."""
    if paths:
        from scio_transcripts.registry import outlets

        for notice in outlets.use(*paths):
            note(notice)


JoinOption = Annotated[
    bool | None,
    typer.Option(
        "--join/--no-join",
        help="Read all files as pages of one event, or each alone. Without either, names and contents decide.",
        show_default=False,
    ),
]


def joining(join: bool | None) -> Join:
    """What `--join`, `--no-join`, or neither mean."""
    return Join.AUTO if join is None else Join.ALWAYS if join else Join.NEVER


def refuse_input(target: Path | None, files: Sequence[Path]) -> None:
    """Refuse to write the result over one of the files that it is read from."""
    from scio_transcripts.sources.files import is_same_file

    if target is not None and any(is_same_file(path, target) for path in files):
        raise typer.BadParameter(f"{target} is one of the files to read", param_hint="--output")


def read_source(path: Path, encoding: str | None) -> Source:
    """Read one input. Raises `SourceError`."""
    from scio_transcripts.sources.files import source_of_bytes, source_of_path

    try:
        if str(path) == "-":
            return source_of_bytes(_standard_input(), name=shown_name(path), encoding=encoding)
        return source_of_path(path, encoding=encoding)
    except UnicodeError as error:  # codecs such as punycode have their own way to fail
        raise SourceError(shown_name(path), f"is not {encoding} ({error})") from None


def _standard_input() -> bytes:
    from scio_transcripts.sources.text import bounded

    name = shown_name(Path("-"))
    try:
        return bounded(sys.stdin.buffer, name)
    except OSError as error:  # closed by the caller, for example
        raise SourceError(name, f"cannot be read ({error.strerror or error})") from None


def read_transcripts(
    paths: Sequence[Path],
    *,
    encoding: str | None,
    dialect: str | None = None,
    strict: bool = False,
    join: Join = Join.NEVER,
) -> Iterator[tuple[str, Transcript | None]]:
    """Read and parse inputs in turn. One that cannot be read is told on standard error and comes as None."""

    def finish(pages: Sequence[PageRead], family: Dialect | None) -> Transcript:
        from scio_transcripts.events import parse_pages

        return parse_pages(pages, dialect=family, strict=strict, asked=join is Join.ALWAYS)

    for name, transcript in read_each(paths, finish, encoding=encoding, dialect=dialect, join=join):
        if transcript is not None and join is Join.ALWAYS:
            tell_left_out(transcript)
        yield name, transcript


def read_each(
    paths: Sequence[Path],
    finish: Callable[[Sequence[PageRead], Dialect | None], T],
    *,
    encoding: str | None,
    dialect: str | None,
    join: Join,
) -> Iterator[tuple[str, T | None]]:
    """Read inputs in turn, and `finish` the pages of each event. What cannot be read is told, and comes as None."""
    from scio_transcripts.dialects import named
    from scio_transcripts.errors import DialectError

    if sum(str(path) == "-" for path in paths) > 1:
        raise typer.BadParameter("standard input (-) can be read only once", param_hint="FILES")
    try:
        family = named(dialect) if dialect is not None else None
    except DialectError as error:
        raise typer.BadParameter(str(error), param_hint="--dialect") from None
    for files in _bundles(paths, join):
        if isinstance(files, SourceError):
            complain(files)
            yield files.source, None
            continue
        sources: list[Source] = []
        for path in files:
            try:
                sources.append(read_source(path, encoding))
            except SourceError as error:
                complain(error)
                yield shown_name(path), None
        yield from _finished(sources, family, finish, join)


def _bundles(paths: Sequence[Path], join: Join) -> Iterator[list[Path] | SourceError]:
    """The files that are looked at together: all of them, or each alone."""
    from scio_transcripts.sources.files import pages_in

    files: list[Path] = []
    for path in paths:
        try:
            files += [path] if str(path) == "-" else pages_in(path)
            _tell_folders(path, paths)
        except SourceError as error:
            yield error
    if join is Join.NEVER:
        yield from ([file] for file in files)
    elif files:
        yield files


def _tell_folders(path: Path, named: Sequence[Path]) -> None:
    """A folder is the pages of an event: folders in it are other events, which nobody should believe were read."""
    from scio_transcripts.sources.files import folders_in

    inner = 0 if str(path) == "-" else folders_in(path)
    if inner > sum(other.parent == path for other in named):
        what = "a folder in it, which is" if inner == 1 else f"{inner:,} folders in it, which are"
        note(f"{path} has {what} not read; name each, or use corpus build")


def _finished(
    sources: Sequence[Source],
    family: Dialect | None,
    finish: Callable[[Sequence[PageRead], Dialect | None], T],
    join: Join,
) -> Iterator[tuple[str, T | None]]:
    """Read sources together. What is made of each event comes with the name of its first page."""
    from scio_transcripts.events import group_pages, read_alone_each

    if join in (Join.AUTO, Join.WHOLE):
        groups = group_pages(sources, dialect=family, whole=join is Join.WHOLE)
    else:
        pages = read_alone_each(sources, dialect=family)
        groups = [[page] for page in pages] if join is Join.NEVER else [pages] if pages else []
    for members in groups:
        name = str(members[0].source.facts["uri"] or shown_name(Path("-")))
        try:
            yield name, finish(members, family)
        except ScioTranscriptsError as error:
            complain(f"{name}: {error}")
            yield name, None


def tell_left_out(transcript: Transcript) -> None:
    """Pages that were to be joined and are of another event: nobody should believe that they were read."""
    for part in transcript.pages.parts:
        if part.use == "foreign":
            note(f"{part.source.uri or 'a page'} is of another event and was left out (G606)")


def shown_name(path: Path) -> str:
    """The name of an input in messages."""
    return "standard input" if str(path) == "-" else str(path)
