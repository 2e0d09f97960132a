"""`.wacz`: a zip that holds archives under `archive/`.

In: a path. Out: its members that are archives, as open files. Promises: names inside of the zip are never used as
paths; a member that would unfold beyond reason is told and not read. Knows nothing of records.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from scio_transcripts.errors import SourceError
from scio_transcripts.sources.archive.capture import Limits, Place, Tally, Trouble

ZIP = b"PK\x03\x04"
_END = b"PK\x05\x06"
_END_LENGTH = 22
_LONGEST_COMMENT = 65_535
_UNKNOWN = 0xFFFFFFFF
_ENCRYPTED = 1
_ALLOWANCE = 1_000_000
"""A small member may unfold to this, whatever its ratio."""


class Member(NamedTuple):
    """An archive inside of a zip."""

    name: str
    file: BinaryIO


def members(path: Path, name: str, limits: Limits, tally: Tally) -> Iterator[Member]:
    """The archives of a `.wacz`, each open until the next is asked for. Raises `SourceError`."""
    _check_directory(path, name, limits)
    try:
        with zipfile.ZipFile(path) as packed:
            inside = packed.infolist()
            size = path.stat().st_size
            if sum(info.compress_size for info in inside) > size:
                raise SourceError(name, "holds members that overlap", "no honest program writes such a file")
            archives = [i for i in inside if i.filename.startswith("archive/") and _is_archive(i.filename)]
            if not archives:
                raise SourceError(name, "is a zip without archive/*.warc.gz", "give a .wacz, or a .warc.gz")
            for info in archives:
                if wrong := _objection(info, limits):
                    tally.tell(Trouble("unreadable", Place(name, info.filename, 0), wrong))
                    continue
                with packed.open(info) as file:
                    yield Member(info.filename, cast("BinaryIO", file))
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError) as error:
        raise SourceError(name, f"is a damaged zip ({error})") from None


def _is_archive(member: str) -> bool:
    return member.lower().endswith((".warc", ".warc.gz"))


def _objection(info: zipfile.ZipInfo, limits: Limits) -> str:
    """Why a member is not read; empty where it is."""
    if info.flag_bits & _ENCRYPTED:
        return "the member is encrypted"
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return "the member is compressed in a way that no .wacz uses"
    if info.file_size > max(info.compress_size * limits.ratio, _ALLOWANCE):
        return f"the member says that {info.compress_size:,} bytes unfold to {info.file_size:,}"
    return ""


def _check_directory(path: Path, name: str, limits: Limits) -> None:
    """Refuse a table of contents that is too long, before it is read into memory. Raises `SourceError`."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - _END_LENGTH - _LONGEST_COMMENT))
        tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_LENGTH:
        raise SourceError(name, "is a zip that was cut short", "fetch it again")
    length = struct.unpack_from("<I", tail, at + 12)[0]
    if length == _UNKNOWN:  # the long form, which stands right before the end: zip64
        long = tail.rfind(b"PK\x06\x06", 0, at)
        length = struct.unpack_from("<Q", tail, long + 40)[0] if 0 <= long <= len(tail) - 56 else _UNKNOWN
    if length > limits.directory:
        raise SourceError(name, f"is a zip with a table of contents of {length:,} bytes", "no .wacz needs that much")
