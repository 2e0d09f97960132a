"""Records of a stretch, one after the other, and past the damaged ones.

In: a `Stretch`, and what to make of a record. Out: what was made of each. Promises: a record comes out only when what
follows it shows that its length is right; after damage the next record is looked for by its first line. Knows nothing
of HTTP or of pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO, Generic, NamedTuple, TypeVar, cast

from scio_transcripts.lazy import re
from scio_transcripts.sources.archive.stretch import BLOCK, FIRST_WORD, Again, Stretch

if TYPE_CHECKING:
    from fastwarc.warc import ArchiveIterator, WarcRecord

Item = TypeVar("Item")
Tell = Callable[[tuple[int, int], str], None]
"""Takes a place in the file and what is wrong there."""

_BEGIN = re.compile(rb"WARC/[01]\.\d{1,2}\r\n(?=[A-Za-z])")
_BEGIN_LENGTH = 16
_LONGEST_HEAD = 40_000
"""More than fastwarc reads of a record's head."""
_BLANK_LINE = b"\r\n\r\n"


class Block:
    """The content of one record, to be read at most once, with a count of what was read."""

    def __init__(self, record: WarcRecord) -> None:
        self._reader = record.reader
        self.length = record.content_length
        self.taken = 0

    def read(self, size: int) -> bytes:
        """The next bytes."""
        data = self._reader.read(min(size, self.length - self.taken))
        self.taken += len(data)
        return data

    def finish(self) -> bool:
        """Pass over what is left. Whether all of the record was there."""
        self.taken += self._reader.consume()
        return self.taken == self.length


class _Last(NamedTuple):
    """The record that was read last: where it begins, and how long its block claims to be."""

    begin: int
    length: int


class Records(Generic[Item]):
    """Reads stretches with one iterator of fastwarc, which costs less than one for each."""

    def __init__(
        self,
        iterator: ArchiveIterator,
        use: Callable[[WarcRecord, Block, tuple[int, int]], Item | None],
        budget: Again,
        tell: Tell,
    ) -> None:
        """`use` makes an item of a record, its block and its place; `tell` is told of damage."""
        self._iterator = iterator
        self._use = use
        self._budget = budget
        self._tell = tell

    def of(self, stretch: Stretch) -> Iterator[Item]:
        """The items of one stretch, which is read to its end."""
        on = True
        while on:
            began = stretch.position
            held: Item | None = None
            last: _Last | None = None
            sound = True
            try:
                for record in self._iterator.restart(cast("BinaryIO", stretch)):  # it reads and tells, no more
                    if held is not None:  # a record that begins where it should vouches for the one before
                        yield held
                        held = None
                    if not record.content_length and not _has_length(record):
                        began, last, sound = record.stream_pos, None, False
                        break
                    last = _Last(record.stream_pos, record.content_length)
                    block = Block(record)
                    held = self._use(record, block, stretch.place(last.begin))
                    if not block.finish():
                        sound = False
                        break
            except OSError:
                sound = False
            if sound and stretch.fault is None:
                on, good = False, True
            elif last is None:
                on, good = self._past_gap(stretch, began), False
            else:
                on, good = self._past_record(stretch, last)
            if good and held is not None:
                yield held

    def _past_gap(self, stretch: Stretch, began: int) -> bool:
        """Where a record should begin, none does. Whether one begins further on."""
        fault = stretch.fault
        self._tell(stretch.place(began), fault or "no record begins here, or its head is damaged")
        if stretch.back(began, self._budget):
            stretch.read(1)
        return _seek_record(stretch)

    def _past_record(self, stretch: Stretch, last: _Last) -> tuple[bool, bool]:
        """The last record is damaged, or what follows it. Whether another begins further on, and whether it is good."""
        fault, fault_at = stretch.fault, stretch.fault_at
        place = stretch.place(last.begin)
        if not stretch.back(last.begin, self._budget):
            self._tell(place, fault or "the record is damaged, or what follows it; what is near was passed over")
            return _seek_record(stretch), False
        if not _ends_well(stretch, last):
            self._tell(place, fault or "the record is not as long as it says")
            if stretch.back(last.begin, self._budget):
                stretch.read(len(FIRST_WORD))
            return _seek_record(stretch), False
        if fault and "check" in fault:  # all there, but the sum of its bytes is another
            self._tell(place, fault)
            return False, False
        place = stretch.place(stretch.position)
        if fault and place[0] != fault_at:
            place = fault_at, 0
        self._tell(place, fault or "no record begins here, or its head is damaged")
        stretch.read(1)
        return _seek_record(stretch), True


def _has_length(record: WarcRecord) -> bool:
    """Whether the record's head is whole. fastwarc makes a record of length 0 of any head that is cut."""
    length = record.headers.get("Content-Length")
    return length is not None and length.isdigit()


def _ends_well(stretch: Stretch, last: _Last) -> bool:
    """Whether a blank line follows the record that begins here. Leaves the stretch behind it."""
    head = b""
    while (end := head.find(_BLANK_LINE)) < 0:
        data = stretch.read(BLOCK)
        if not data or len(head) > _LONGEST_HEAD:
            return False
        head += data
    stretch.unread(head[end + len(_BLANK_LINE) :])
    left = last.length
    while left and (data := stretch.read(min(left, BLOCK))):
        left -= len(data)
    return not left and _read_exactly(stretch, len(_BLANK_LINE)) == _BLANK_LINE


def _read_exactly(stretch: Stretch, size: int) -> bytes:
    data = b""
    while len(data) < size and (more := stretch.read(size - len(data))):
        data += more
    return data


def _seek_record(stretch: Stretch) -> bool:
    """Go to where the next record begins, by its first line. Whether there is one."""
    seen = b""
    while data := stretch.read(BLOCK):
        seen += data
        if found := _BEGIN.search(seen):
            stretch.unread(seen[found.start() :])
            return True
        seen = seen[-_BEGIN_LENGTH:]
    return False
