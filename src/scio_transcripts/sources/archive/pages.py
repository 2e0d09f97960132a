"""Pages among the records.

In: a record with its block. Out: a `Capture` for a page that was answered with 200, a `Revisit` for one that had not
changed, a `Trouble` for one that is too large or damaged, or None. Promises: reads no more of a block than shows that
it is no page. Knows nothing of what a page says.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scio_transcripts.sources.archive.capture import Capture, Limits, Place, Revisit, Tally, Trouble
from scio_transcripts.sources.archive.http import ContentError, content_of, media_type_of, read_head

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

    from scio_transcripts.sources.archive.records import Block

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
        url = record.headers.get("WARC-Target-URI") if maker else None
        if maker is None or not url:
            return None
        return maker(record, block, url.strip("<> \t"), self.place(place))

    def _of_response(self, record: WarcRecord, block: Block, url: str, place: Place) -> Capture | Trouble | None:
        start = block.read(min(block.length, self._limits.head))
        head = read_head(start)
        if head is None or head.status != _OK:
            return None
        kind, charset = media_type_of(head.headers.get("content-type"), start[head.length : head.length + _START])
        return self._capture(record, block, url, place, start, head.length, head.headers, kind, charset)

    def _of_resource(self, record: WarcRecord, block: Block, url: str, place: Place) -> Capture | Trouble | None:
        start = block.read(min(block.length, _START))
        kind, charset = media_type_of(record.headers.get("Content-Type"), start)
        return self._capture(record, block, url, place, start, 0, {}, kind, charset)

    def _of_revisit(self, record: WarcRecord, block: Block, url: str, place: Place) -> Revisit:
        headers = record.headers
        refers_to = headers.get("WARC-Refers-To-Target-URI")
        return Revisit(
            url=url,
            time=_utc(headers.get("WARC-Date")),
            record_id=_bare(headers.get("WARC-Record-ID")),
            payload_digest=headers.get("WARC-Payload-Digest"),
            refers_to=refers_to.strip("<> \t") if refers_to else None,
            refers_to_time=_utc(headers.get("WARC-Refers-To-Date")),
            place=place,
        )

    def _capture(
        self,
        record: WarcRecord,
        block: Block,
        url: str,
        place: Place,
        start: bytes,
        head_length: int,
        headers: Mapping[str, str],
        kind: str,
        charset: str | None,
    ) -> Capture | Trouble | None:
        if kind not in PAGE_TYPES:
            return None
        limit = self._limits.record
        if block.length - head_length > limit:
            return Trouble("too large", place, f"{block.length:,} bytes, where at most {limit:,} are read")
        stored = start + block.read(block.length - len(start))
        if len(stored) < block.length:
            return None  # whoever reads the records sees and tells it
        if not _fits(stored, record.headers.get("WARC-Block-Digest")):
            return Trouble("damaged", place, "the bytes do not fit their WARC-Block-Digest")
        try:
            data = content_of(stored[head_length:], headers, limit=limit)
        except ContentError as error:
            return Trouble("too large" if error.too_large else "damaged", place, error.reason)
        return Capture(
            url=url,
            time=_utc(record.headers.get("WARC-Date")),
            media_type=kind,
            charset=charset,
            data=data,
            record_id=_bare(record.headers.get("WARC-Record-ID")),
            payload_digest=record.headers.get("WARC-Payload-Digest"),
            cut=record.headers.get("WARC-Truncated"),
            place=place,
        )


def _bare(record_id: str | None) -> str | None:
    return record_id.strip("<> \t") if record_id else None


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
