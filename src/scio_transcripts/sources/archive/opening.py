"""An archive, opened: what it is by its first bytes, and the visits that it holds.

In: a path. Out: `Capture`s and `Revisit`s in the order of the file. Promises: streams; what is wrong with a record is
put into the tally with its place, and reading goes on; a file that is no archive is a `SourceError`. Knows nothing of
what a page says.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import BinaryIO

from scio_transcripts.errors import SourceError
from scio_transcripts.sources.archive.capture import Capture, Limits, Place, Revisit, Tally, Trouble
from scio_transcripts.sources.archive.pages import Pages
from scio_transcripts.sources.archive.records import Records
from scio_transcripts.sources.archive.stretch import Again, first_stretch
from scio_transcripts.sources.archive.wacz import ZIP, members


def captures(path: str | Path, *, limits: Limits | None = None, tally: Tally | None = None) -> Iterator[Capture]:
    """The pages of an archive: HTML and plain text that was answered with 200, and `resource` records of these types.

    `tally`, where one is given, counts what was read and keeps what was wrong. Raises `SourceError` for a file that
    cannot be opened or is no archive. Needs the extra `warc`.
    """
    return (visit for visit in visits(path, limits=limits, tally=tally) if isinstance(visit, Capture))


def visits(
    path: str | Path, *, limits: Limits | None = None, tally: Tally | None = None
) -> Iterator[Capture | Revisit]:
    """The same as `captures`, with the records that say that a page had not changed."""
    limits = limits or Limits()
    tally = tally or Tally()
    name = str(path)
    _need_fastwarc(name)
    with _opened(path, name) as file:
        packed = file.peek(len(ZIP)).startswith(ZIP)
        if not packed:
            yield from _visits(file, name, None, limits, tally)
    if packed:
        for member in members(Path(path), name, limits, tally):
            try:
                yield from _visits(member.file, name, member.name, limits, tally)
            except SourceError as error:  # the other members may be sound
                tally.tell(Trouble("unreadable", Place(name, member.name, 0), error.reason))


def _opened(path: str | Path, name: str) -> BufferedReader:
    try:
        file = Path(path).open("rb")  # noqa: SIM115  the caller closes it
        file.seek(0)  # a pipe cannot: damage is searched by going back
        file.peek(1)
        return file
    except FileNotFoundError:
        raise SourceError(name, "no such file", "check the spelling, or the folder you are in") from None
    except IsADirectoryError:
        raise SourceError(name, "is a folder", "name the archives in it, such as folder/*.warc.gz") from None
    except PermissionError:
        raise SourceError(name, "may not be read", "check its permissions") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceError(name, f"cannot be read ({reason})") from None


def _visits(file: BinaryIO, name: str, member: str | None, limits: Limits, tally: Tally) -> Iterator[Capture | Revisit]:
    from fastwarc.warc import ArchiveIterator

    budget = Again(limits.again, from_start=member is not None)
    pages = Pages(limits, tally, name, member)
    records: Records[Capture | Revisit | Trouble] = Records(
        ArchiveIterator(BytesIO(), parse_http=False, stream_detect=False),
        pages.of,
        budget,
        lambda place, reason: tally.tell(Trouble("damaged", pages.place(place), reason)),
    )
    stretch = first_stretch(file, f"{name}!{member}" if member else name)
    while stretch is not None:
        for item in records.of(stretch):
            if isinstance(item, Trouble):
                tally.tell(item)
                continue
            if isinstance(item, Revisit):
                tally.revisits += 1
            else:
                tally.pages += 1
            yield item
        stretch = stretch.following(budget)


def _need_fastwarc(name: str) -> None:
    try:
        import fastwarc  # noqa: F401  whether it is there is the question
    except ImportError:
        hint = "install the extra warc: python -m pip install 'scio-transcripts[warc]'"
        raise SourceError(name, "web archives need the library fastwarc", hint) from None
