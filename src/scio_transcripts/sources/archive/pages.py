"""Pages among the records.

In: a record with its block. Out: a `Capture` for a page that was answered with 200, a `Revisit` for one that had not
changed, a `Trouble` for one that is too large or damaged, or None. Promises: reads no more of a block than shows that
it is no page. Knows nothing of what a page says.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scio_transcripts.lazy import re
from scio_transcripts.sources.archive.capture import Capture, Limits, Place, Revisit, Tally, Trouble
from scio_transcripts.sources.archive.http import ContentError, Head, content_of, media_type_of, read_head

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

    from scio_transcripts.sources.archive.records import Block

Fields = Mapping[str, str]
"""The head of a record. Names are in lower case."""
PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_OK = 200
_START = 512
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z")
_DIGESTS = {"sha1": hashlib.sha1, "sha256": hashlib.sha256, "sha-1": hashlib.sha1, "sha-256": hashlib.sha256}


class Pages:
    """Makes captures of the records of one file."""

    def __init__(self, limits: Limits, tally: Tally, archive: str, member: str | None) -> None:
        self._limits = limits
        self._tally = tally
        self._archive = archive
        self._member = member
        from fastwarc.warc import WarcRecordType

        self._makers = {
            int(WarcRecordType.response): self._of_response,
            int(WarcRecordType.resource): self._of_resource,
            int(WarcRecordType.revisit): self._of_revisit,
        }

    def place(self, place: tuple[int, int]) -> Place:
        """A place in this file."""
        return Place(self._archive, self._member, *place)

    def of(self, record: WarcRecord, block: Block, place: tuple[int, int]) -> Capture | Revisit | Trouble | None:
        """The page of a record, where it holds one."""
        self._tally.records += 1
        maker = self._makers.get(int(record.record_type))
        if maker is None:
            return None
        fields = {  # read at once: each question to the record costs more than all of this
            name.decode("latin-1").lower(): value.decode("utf-8", "replace").strip()
            for name, value in record.headers.items_bytes()
        }
        if not fields.get("warc-target-uri"):
            return None
        return maker(fields, block, self.place(place))

    def _of_response(self, fields: Fields, block: Block, place: Place) -> Capture | Trouble | None:
        start = block.read(min(block.length, self._limits.head))
        head = read_head(start)
        if head is None or head.status != _OK:
            return None
        if head.length == len(start) < block.length:
            return Trouble("damaged", place, f"the HTTP head is longer than {self._limits.head:,} bytes")
        return self._capture(fields, block, place, start, head)

    def _of_resource(self, fields: Fields, block: Block, place: Place) -> Capture | Trouble | None:
        start = block.read(min(block.length, _START))
        return self._capture(
            fields, block, place, start, Head(_OK, {"content-type": fields.get("content-type", "")}, 0)
        )

    def _of_revisit(self, fields: Fields, block: Block, place: Place) -> Revisit:
        return Revisit(
            url=_bare(fields["warc-target-uri"]),
            time=_utc(fields.get("warc-date")),
            record_id=_bare(fields.get("warc-record-id", "")) or None,
            payload_digest=fields.get("warc-payload-digest"),
            refers_to=_bare(fields.get("warc-refers-to-target-uri", "")) or None,
            refers_to_time=_utc(fields.get("warc-refers-to-date")),
            place=place,
        )

    def _capture(
        self, fields: Fields, block: Block, place: Place, start: bytes, head: Head
    ) -> Capture | Trouble | None:
        """The page whose block begins with `start`, which is all that has been read of it."""
        kind, charset = media_type_of(head.headers.get("content-type"), start[head.length : head.length + _START])
        if kind not in PAGE_TYPES:
            return None
        limit = self._limits.record
        if block.length - head.length > limit:
            return Trouble("too large", place, f"{block.length:,} bytes, where at most {limit:,} are read")
        stored = start + block.read(block.length - len(start)) if block.length > len(start) else start
        if len(stored) < block.length:
            return None  # whoever reads the records sees and tells it
        if not _fits(stored, fields.get("warc-block-digest")):
            return Trouble("damaged", place, "the bytes do not fit their WARC-Block-Digest")
        try:
            data = content_of(stored[head.length :], head.headers, limit=limit)
        except ContentError as error:
            return Trouble("too large" if error.too_large else "damaged", place, error.reason)
        return Capture(
            url=_bare(fields["warc-target-uri"]),
            time=_utc(fields.get("warc-date")),
            media_type=kind,
            charset=charset,
            data=data,
            record_id=_bare(fields.get("warc-record-id", "")) or None,
            payload_digest=fields.get("warc-payload-digest"),
            cut=fields.get("warc-truncated"),
            place=place,
        )


def _bare(written: str) -> str:
    """An address or an id without the angle brackets that some writers put around it."""
    return written.strip("<> \t")


def _utc(written: str | None) -> str | None:
    """A time as `2021-03-04T05:06:07Z`; None for what is no time.

    >>> _utc("2021-03-04T13:06:07+08:00")
    '2021-03-04T05:06:07Z'
    """
    if written is None:
        return None
    try:
        time = datetime.fromisoformat(written.strip())
        if _TIME.fullmatch(written):
            return written
        time = time.replace(tzinfo=time.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return time.isoformat().replace("+00:00", "Z")


def _fits(stored: bytes, digest: str | None) -> bool:
    """Whether bytes have the digest that the archive gives; true where it gives none that can be checked."""
    name, colon, value = (digest or "").strip().partition(":")
    make = _DIGESTS.get(name.lower())
    if not colon or make is None:
        return True
    found = make(stored, usedforsecurity=False).digest()
    return value.upper().rstrip("=") in {base64.b32encode(found).decode().rstrip("="), found.hex().upper()}
