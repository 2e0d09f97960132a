r"""Stretches: parts of an archive that begin with a record and can be read alone.

In: an open file. Out: its `Stretch`es, in order. A plain archive is one stretch; a compressed one has a stretch for
each gzip member whose content begins with `WARC/`, so that damage in one record does not reach the next. Promises: a
block of the file and a block of content in memory, whatever the file claims to hold. Knows nothing of records but how
their first line begins.
"""

from __future__ import annotations

import zipfile
import zlib
from typing import BinaryIO, Protocol

from scio_transcripts.errors import SourceError

BLOCK = 1 << 16
_RAW_BLOCK = 1 << 15
_PROBED = 1024
"""Bytes of a gzip member that show what its content begins with."""
GZIP = b"\x1f\x8b\x08"
FIRST_WORD = b"WARC/"
_FAULTS = (zlib.error, zipfile.BadZipFile, EOFError, OSError)
"""What reading a file or a member of a zip raises where it is damaged."""


class Again:
    """How much may still be read twice: without a bound, a file could make us read it once for each of its bytes."""

    def __init__(self, left: int, *, from_start: bool = False) -> None:
        self._left = left
        self._from_start = from_start
        """Going back means to read from the beginning, as in a member of a zip."""

    def allows(self, target: int, here: int) -> bool:
        """Whether to go back from `here` to `target`; if so, it is counted."""
        cost = max(target if self._from_start else here - target, BLOCK)
        if cost > self._left:
            return False
        self._left -= cost
        return True


class Stretch(Protocol):
    """Bytes of records, one after the other."""

    fault: str | None
    """Why the bytes end before their time."""
    fault_at: int
    """Where in the file that is: for compressed bytes, the gzip member."""
    position: int
    """How many bytes have been given."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes, or none at the end. Never raises for what the file holds."""
        ...

    def tell(self) -> int:
        """The position."""
        ...

    def place(self, position: int) -> tuple[int, int]:
        """Offset in the file and bytes within the gzip member, for a position in this stretch."""
        ...

    def back(self, position: int, budget: Again) -> bool:
        """Go back to a position that was passed. Whether that was allowed."""
        ...

    def unread(self, data: bytes) -> None:
        """Take back the bytes that were given last."""
        ...

    def following(self, budget: Again) -> Stretch | None:
        """The next stretch, after this one was read to its end."""
        ...


class Plain:
    """An archive without compression, from one of its bytes on."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.fault: str | None = None
        self.fault_at = 0
        self.position = 0
        self._file.seek(0)

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        try:
            data = self._file.read(BLOCK if size < 0 else min(size, BLOCK))
        except _FAULTS as error:
            self.fault, self.fault_at = str(error), self.position
            return b""
        self.position += len(data)
        return data

    def tell(self) -> int:
        """The position."""
        return self.position

    def place(self, position: int) -> tuple[int, int]:
        """The offset in the file."""
        return position, 0

    def back(self, position: int, budget: Again) -> bool:
        """Go back in the file."""
        if not budget.allows(position, self.position):
            return False
        self._file.seek(position)
        self.position, self.fault = position, None
        return True

    def unread(self, data: bytes) -> None:
        """Take back the bytes that were given last."""
        self.position -= len(data)
        self._file.seek(self.position)

    def following(self, budget: Again) -> Stretch | None:
        """None: there is only one."""
        return None


class Inflated:
    """The content of gzip members, up to the next one that begins with a record."""

    def __init__(self, file: BinaryIO, start: int, raw: bytes = b"") -> None:
        """`raw` are bytes from `start` on that have been read from the file already."""
        self._file = file
        self._start = start
        self._begin(raw)

    def _begin(self, raw: bytes) -> None:
        self.fault: str | None = None
        self.fault_at = 0
        self.position = 0
        self._member = self._start
        self._raw = raw
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._ready = b""
        self._ended = False
        self._next: Inflated | None = None

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes of content."""
        size = BLOCK if size < 0 else min(size, BLOCK)
        while not self._ready and not self._ended:
            try:
                self._ready = self._more(size)
            except _FAULTS as error:
                self._end(f"the compressed data is damaged ({error})")
        data, self._ready = self._ready[:size], self._ready[size:]
        self.position += len(data)
        return data

    def tell(self) -> int:
        """The position."""
        return self.position

    def place(self, position: int) -> tuple[int, int]:
        """The first member's offset, and the bytes within."""
        return self._start, position

    def back(self, position: int, budget: Again) -> bool:
        """Inflate anew from the first member on."""
        if not budget.allows(self._start, self._here() + self.position):
            return False
        self._file.seek(self._start)
        self._begin(b"")
        while self.position < position and self.read(position - self.position):
            pass
        return True

    def unread(self, data: bytes) -> None:
        """Take back the bytes that were given last."""
        self._ready = data + self._ready
        self.position -= len(data)

    def following(self, budget: Again) -> Stretch | None:
        """The next member that begins with a record. After damage it is looked for."""
        while self.read():
            pass
        if self.fault is None:
            return self._next
        # A member that was cut runs into the next one, whose beginning may have been read as its content.
        if budget.allows(self._member + 1, self._here()):
            self._file.seek(self._member + 1)
            return _next_member(self._file, self._member + 1, b"")
        return _next_member(self._file, self._here() + 1, self._raw[1:])

    def _more(self, size: int) -> bytes:
        if self._inflate.eof:
            return self._turn()
        if not self._raw:
            self._raw = self._file.read(_RAW_BLOCK)
        ends_here = not self._raw
        inflate = self._inflate
        content = inflate.decompress(self._raw, size)
        self._raw = inflate.unused_data if inflate.eof else inflate.unconsumed_tail
        if ends_here and not content and not inflate.eof:
            self._end("the compressed data is cut short")
        return content

    def _turn(self) -> bytes:
        """Go on to the next member. What it holds is ours, unless it begins with a record."""
        self._raw = self._raw.lstrip(b"\0")  # padding
        while len(self._raw) < len(GZIP) and (more := self._file.read(_RAW_BLOCK)):
            self._raw = (self._raw + more).lstrip(b"\0")
        if not self._raw:
            self._ended = True
            return b""
        offset = self._here()
        if not self._raw.startswith(GZIP):
            self._member = offset
            return self._end("there are bytes that are not gzip")
        candidate = Inflated(self._file, offset, self._raw)
        first = candidate._peek(len(FIRST_WORD))
        if candidate.fault or first == FIRST_WORD:
            self._ended = True
            self._next = candidate
            return b""
        self._member, self._raw, self._inflate = offset, candidate._raw, candidate._inflate
        return candidate._ready

    def _peek(self, size: int) -> bytes:
        """The first bytes of this member, which stay to be read."""
        try:
            while len(self._ready) < size and not self._inflate.eof and not self._ended:
                self._ready += self._more(BLOCK)
        except _FAULTS as error:
            self._end(f"the compressed data is damaged ({error})")
        return self._ready[:size]

    def _here(self) -> int:
        """The offset of the next raw byte."""
        return self._file.tell() - len(self._raw)

    def _end(self, fault: str) -> bytes:
        self.fault, self.fault_at = fault, self._member
        self._ended = True
        return b""


def _next_member(file: BinaryIO, offset: int, raw: bytes) -> Stretch | None:
    """Look for a gzip member whose content begins with a record. `raw` are the bytes at `offset`."""
    at = 0
    while True:
        at = raw.find(GZIP, at)
        if at >= 0 and len(raw) - at >= _PROBED:
            if _begins_a_record(raw[at : at + _PROBED]):
                return Inflated(file, offset + at, raw[at:])
            at += 1
            continue
        done = at if at >= 0 else max(len(raw) - len(GZIP) + 1, 0)
        try:
            more = file.read(_RAW_BLOCK)
        except _FAULTS:
            more = b""
        if not more:
            found = at >= 0 and _begins_a_record(raw[at:])
            return Inflated(file, offset + at, raw[at:]) if found else None
        offset, raw, at = offset + done, raw[done:] + more, 0


def _begins_a_record(raw: bytes) -> bool:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(raw, len(FIRST_WORD)) == FIRST_WORD
    except zlib.error:
        return False


def first_stretch(file: BinaryIO, name: str) -> Stretch | None:
    """The stretch that an archive begins with; None for an empty file. Raises `SourceError` for what is no archive."""
    try:
        head = file.read(512)
    except _FAULTS as error:
        raise SourceError(name, f"cannot be read ({error})", "fetch it again") from None
    if not head.strip(b"\r\n\0"):
        return None
    if head.startswith(GZIP):
        file.seek(0)
        stretch = Inflated(file, 0)
        start = stretch.read(len(head))
        stretch.unread(start)
        if stretch.fault or FIRST_WORD in start or not start.strip():
            return stretch
    elif FIRST_WORD in head:
        return Plain(file)
    raise SourceError(name, "is not a web archive", "give a file that ends in .warc, .warc.gz or .wacz")
