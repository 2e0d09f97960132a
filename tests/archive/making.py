"""Web archives made by hand, and invented pages to put into them."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import io
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path

CRLF = b"\r\n"
NOON = "2024-06-07T12:00:00Z"


def http(
    body: bytes, media_type: str | None = "text/html; charset=utf-8", *, status: str = "200 OK", **headers: str
) -> bytes:
    """An HTTP response. `content_encoding="gzip"` is a header."""
    lines = [f"HTTP/1.1 {status}"]
    lines += [f"Content-Type: {media_type}"] if media_type else []
    lines += [f"{name.replace('_', '-').title()}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + CRLF * 2 + body


def record(
    block: bytes,
    url: str | bytes = "http://pages.test/a.htm",
    *,
    kind: str = "response",
    time: str = NOON,
    media_type: str = "application/http; msgtype=response",
    length: object = None,
    digest: bool = False,
    **headers: str,
) -> bytes:
    """A WARC record. `length` is what its head claims; ids are made of the content, so that runs are alike."""
    address = url if isinstance(url, bytes) else url.encode()
    name = hashlib.sha256(b"\0".join((block, address, time.encode(), kind.encode()))).hexdigest()[:32]
    lines = [b"WARC/1.1", f"WARC-Type: {kind}".encode(), f"WARC-Record-ID: <urn:uuid:{name}>".encode()]
    lines += [b"WARC-Target-URI: " + address, f"WARC-Date: {time}".encode(), f"Content-Type: {media_type}".encode()]
    if digest:
        lines.append(b"WARC-Block-Digest: sha1:" + base64.b32encode(hashlib.sha1(block).digest()))
    lines += [f"WARC-{key.replace('_', '-').title()}: {value}".encode() for key, value in headers.items()]
    lines.append(f"Content-Length: {len(block) if length is None else length}".encode())
    return CRLF.join(lines) + CRLF * 2 + block + CRLF * 2


def response(body: bytes, url: str | bytes = "http://pages.test/a.htm", **options: str) -> bytes:
    """A record of a page of HTML."""
    return record(http(body), url, **options)  # type: ignore[arg-type]


def note(text: str, url: str = "http://pages.test/a.txt", **options: str) -> bytes:
    """A `resource` record of plain text, with no HTTP around it."""
    return record(text.encode(), url, kind="resource", media_type="text/plain; charset=utf-8", **options)  # type: ignore[arg-type]


def each_gzipped(records: Iterable[bytes]) -> bytes:
    """A `.warc.gz` as it should be: a gzip member for each record."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def wacz(members: dict[str, bytes], *, compression: int = zipfile.ZIP_STORED) -> bytes:
    """A `.wacz` with these files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as file:
        for name, data in members.items():
            file.writestr(zipfile.ZipInfo(name), data, compression)
    return packed.getvalue()


def gzip_bomb(size: int) -> bytes:
    """gzip that unfolds to `size` blanks."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = b" " * (1 << 20)
    parts = [squeeze.compress(block) for _ in range(size >> 20)]
    return b"".join(parts) + squeeze.flush()


def saved(folder: Path, data: bytes, name: str = "crawl.warc.gz") -> Path:
    """An archive on disk."""
    path = folder / name
    path.write_bytes(data)
    return path


TITLE = "SCIO press conference on canal towpaths"


def transcript(
    number: int = 1,
    *,
    title: str = TITLE,
    day: str = "June 5, 2024",
    published: str = "June 6, 2024",
    words: str = "The towpaths were mended.",
) -> str:
    """A page of a press conference, as text. Each page but the first opens with a question."""
    head = [title, f"Beijing | 10 a.m. {day}" if number == 1 else "", f"Updated: {published}"]
    opening = ["Mei An:", "Good morning. Welcome to this press conference. The floor is open."] if number == 1 else []
    talk = [
        "China Daily:",
        f"What comes next for towpath number {number}? Thank you.",
        "Lin Dahai:",
        f"Thank you for your question. {words} We will go on with number {number}.",
        "Reuters:",
        "When will that be? Thank you.",
        "Lin Dahai:",
        "Thank you. I think that it will be in autumn.",
    ]
    return "\n\n".join(line for line in [*head, *opening, *talk] if line) + "\n"


def as_html(text: str, *, links: Iterable[str] = ()) -> bytes:
    """Text as a plain page of HTML."""
    paragraphs = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.split("\n\n") if line.strip())
    pager = "".join(f'<p><a href="{html.escape(href)}">on</a></p>\n' for href in links)
    return f"<html><body>\n{paragraphs}{pager}</body></html>\n".encode()


NEWS = "Rain\n\nIt rained on the towpaths. Nobody said anything about it.\n"
GALLERY = f"{TITLE}\n\n1/4\n\nA canal in the morning. [Photo by Gu Mo]\n"
NOTICE = f"Notice: {TITLE}\n\nThe office will hold a press conference on June 5, 2024.\n\nVenue: the boathouse\n"
