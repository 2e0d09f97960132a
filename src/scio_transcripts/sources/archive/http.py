"""An HTTP response, from the bytes that a crawler stored.

In: the bytes of a record. Out: status, headers and content, with transfer and content encoding undone. Promises: never
more content than asked for, however much the bytes would unfold to; a header that is plainly wrong about the encoding
is not believed. Knows nothing of archives.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple

from scio_transcripts.lazy import re

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})\b")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:+-]{1,40})", re.I)
_MARKUP = re.compile(rb"\s{0,100}(?:\xef\xbb\xbf)?\s{0,100}<(?:!doctype|html|head|body|\?xml|!--)", re.I)
_MOST_ENCODINGS = 3


class ContentError(Exception):
    """The content cannot be had: `too_large`, or damaged."""

    def __init__(self, reason: str, *, too_large: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.too_large = too_large


class Head(NamedTuple):
    """Status and headers. Names are in lower case; of several of one name, the values are joined."""

    status: int
    headers: Mapping[str, str]
    length: int
    """Bytes of the head, its blank line included."""


def read_head(block: bytes) -> Head | None:
    """The head that a block begins with; None where it is no HTTP response.

    >>> read_head(b"HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\n\\r\\n<p>")
    Head(status=200, headers={'content-type': 'text/html'}, length=44)
    """
    status = _STATUS.match(block)
    if status is None:
        return None
    end = _HEAD_END.search(block)
    lines = block[: end.start() if end else len(block)].decode("latin-1").splitlines()
    headers: dict[str, str] = {}
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        if colon:
            name = name.strip().lower()
            headers[name] = f"{headers[name]}, {value.strip()}" if name in headers else value.strip()
    return Head(int(status[1]), headers, end.end() if end else len(block))


def media_type_of(content_type: str | None, start: bytes) -> tuple[str, str | None]:
    """Media type and charset. Without a type, or with one that says nothing, the first bytes decide.

    >>> media_type_of('Text/HTML; charset="GB2312"', b"")
    ('text/html', 'gb2312')
    """
    kind = (content_type or "").partition(";")[0].partition(",")[0].strip().lower()
    charset = _CHARSET.search(content_type or "")
    if kind in {"", "application/octet-stream", "unknown/unknown", "content/unknown"} and _MARKUP.match(start):
        kind = "text/html"
    return kind, charset[1].lower() if charset else None


def content_of(body: bytes, headers: Mapping[str, str], *, limit: int) -> bytes:
    """The content of a response. Raises `ContentError`."""
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    encodings = [e.strip().lower() for e in headers.get("content-encoding", "").split(",") if e.strip()]
    if len(encodings) > _MOST_ENCODINGS:
        raise ContentError(f"{len(encodings)} content-encodings, one in the other")
    for encoding in reversed(encodings):
        body = _decoded(body, encoding, limit)
    if len(body) > limit:
        raise ContentError(f"more than {limit:,} bytes", too_large=True)
    return body


def _joined(body: bytes) -> bytes:
    """Chunks as one. Many crawlers store the content joined and keep the header: then it stays as it is."""
    parts: list[bytes] = []
    position = 0
    while chunk := _CHUNK.match(body, position):
        size = int(chunk[1], 16)
        if not size:
            return b"".join(parts)
        part = body[chunk.end() : chunk.end() + size]
        if len(part) < size:
            raise ContentError("the last chunk is cut short")
        parts.append(part)
        position = chunk.end() + size
        position += 2 if body.startswith(b"\r\n", position) else 1 if body.startswith(b"\n", position) else 0
    if parts:
        raise ContentError("the chunks are cut short")
    return body


def _decoded(body: bytes, encoding: str, limit: int) -> bytes:
    if encoding in {"", "identity", "none", "utf-8"} or not body:
        return body
    if encoding in {"gzip", "x-gzip"}:
        return _inflated(body, zlib.MAX_WBITS | 16, limit) if body.startswith(b"\x1f\x8b") else body
    if encoding == "deflate":
        zlib_head = len(body) > 1 and body[0] & 15 == 8 and (body[0] << 8 | body[1]) % 31 == 0
        return body if _MARKUP.match(body) else _inflated(body, zlib.MAX_WBITS if zlib_head else -zlib.MAX_WBITS, limit)
    if encoding == "br":
        return body if _MARKUP.match(body) else _unbrotlied(body, limit)
    if _MARKUP.match(body):
        return body
    raise ContentError(f"the content-encoding {encoding[:40]!r} is not known here")


def _inflated(body: bytes, window: int, limit: int) -> bytes:
    inflate = zlib.decompressobj(window)
    try:
        content = inflate.decompress(body, limit + 1)
    except zlib.error as error:
        raise ContentError(f"the compressed content is damaged ({error})") from None
    if len(content) > limit:
        raise ContentError(f"unfolds to more than {limit:,} bytes", too_large=True)
    if not inflate.eof:
        raise ContentError("the compressed content is cut short")
    return content


def _unbrotlied(body: bytes, limit: int) -> bytes:
    from fastwarc.stream_io import BrotliReader

    reader = BrotliReader(BytesIO(body))
    parts: list[bytes] = []
    size = 0
    try:
        while size <= limit and (part := reader.read(1 << 16)):
            parts.append(part)
            size += len(part)
    except OSError as error:
        raise ContentError(f"the compressed content is damaged ({error})") from None
    if size > limit:
        raise ContentError(f"unfolds to more than {limit:,} bytes", too_large=True)
    return b"".join(parts)
