"""What an archive gives: a page as it was captured, and an account of what was read.

In: facts of one record. Out: records that do not change, and a `Tally` that only grows. Promises: the tally stays small
however much is wrong with an archive. Knows nothing of how archives are written.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

TroubleKind = Literal["damaged", "too large", "unreadable"]


class Place(NamedTuple):
    """Where a record stands, so that it can be found again."""

    archive: str
    """The archive's path, as given."""
    member: str | None
    """The file inside of a `.wacz`, or None."""
    offset: int
    """Byte of the file, or of the member, at which the record begins, or the gzip member that holds it."""
    within: int = 0
    """Bytes between the beginning of that gzip member's content and the record: 0 where each record is a member."""

    def __str__(self) -> str:
        file = f"{self.archive}!{self.member}" if self.member else self.archive
        return f"{file}: byte {self.offset:,}" + (f" and {self.within:,} uncompressed" if self.within else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is read of what may be hostile. All in bytes."""

    record: int = 20_000_000
    """The largest page, both as stored and after its content-encoding is undone."""
    head: int = 32_768
    """The longest HTTP head of a response."""
    again: int = 256_000_000
    """What may be read twice in one archive while a place is looked for where the next record begins."""
    directory: int = 4_000_000
    """The longest table of contents of a `.wacz`."""
    ratio: int = 200
    """How many times its compressed size a member of a `.wacz` may hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One page, as a crawler got it."""

    url: str
    """Its address, as the archive writes it."""
    time: str | None
    """When it was captured, in UTC, as in `2021-03-04T05:06:07Z`."""
    media_type: str
    """`text/html`, `application/xhtml+xml` or `text/plain`."""
    charset: str | None
    """The charset that the server named."""
    data: bytes = field(repr=False)
    """The page, after transfer and content encoding are undone."""
    record_id: str | None
    """`WARC-Record-ID`, without its angle brackets."""
    payload_digest: str | None
    """`WARC-Payload-Digest`, as written."""
    cut: str | None
    """Why the crawler cut the page short (`WARC-Truncated`), or None."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisit:
    """A capture that is not stored, because it was the same as an earlier one."""

    url: str
    time: str | None
    record_id: str | None
    payload_digest: str | None
    refers_to: str | None
    """Address of the earlier capture; None where the record leaves it out."""
    refers_to_time: str | None
    place: Place


class Trouble(NamedTuple):
    """One record that could not be used."""

    kind: TroubleKind
    place: Place
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.kind}: {self.reason}"


@dataclass(slots=True)
class Tally:
    """What was read so far. Of many troubles, the first are kept and all are counted."""

    records: int = 0
    pages: int = 0
    revisits: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    """Troubles by their kind."""
    troubles: list[Trouble] = field(default_factory=list)
    kept: int = 1000
    """How many troubles are kept."""

    def tell(self, trouble: Trouble) -> None:
        """Take note of a record that could not be used."""
        self.counts[trouble.kind] += 1
        if len(self.troubles) < self.kept:
            self.troubles.append(trouble)
