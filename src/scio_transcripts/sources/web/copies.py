"""A page's bytes and what becomes of the bytes before them.

In: an answer, and the record of the page's last bytes. Out: the new record. Promises: bytes that differ from the old
ones never take their place before those have a name of their own; the same bytes leave every file as it is. May be
interrupted anywhere and done again with the same result.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from scio_transcripts.errors import FetchError
from scio_transcripts.sources.web.folder import Folder
from scio_transcripts.sources.web.manifest import Copy, Page, dumped, headers_file, page_file
from scio_transcripts.sources.web.visit import Arrival

_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml")


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeping an answer's bytes came to."""

    saved: Copy
    versions: tuple[Copy, ...]
    changed: bool
    """Other bytes than at the last fetch."""
    stray: str | None
    """The file that now holds bytes which were in the page's place and on no record."""


def digest_of(data: bytes) -> str:
    """The name of a page's bytes."""
    return hashlib.sha256(data).hexdigest()


def bytes_of(folder: Folder, page: Page | None) -> bytes | None:
    """A page's bytes, as long as the file still holds what the record says."""
    if page is None or page.saved is None:
        return None
    data = folder.read(page.saved.file)
    return data if data is not None and digest_of(data) == page.saved.sha256 else None


def conditions(copy: Copy) -> dict[str, str]:
    """The headers that ask for bytes only where they are no longer these."""
    asked = {"If-None-Match": copy.etag, "If-Modified-Since": copy.last_modified}
    return {name: value for name, value in asked.items() if value and value.isascii() and value.isprintable()}


def check_is_page(arrival: Arrival) -> None:
    """Raise `FetchError` for an answer that can be no page of a transcript."""
    answer = arrival.answer
    media_type = (answer.header("content-type") or "").partition(";")[0].strip().lower()
    if media_type and media_type not in _PAGES:
        raise FetchError(answer.url, f"is {media_type}, not a page", status=answer.status)
    if not answer.body:
        raise FetchError(answer.url, "is empty", status=answer.status)


def keep(folder: Folder, number: int, arrival: Arrival, before: Page | None) -> Kept:
    """Put an answer's bytes and headers in the page's place."""
    answer = arrival.answer
    digest = digest_of(answer.body)
    old = before.saved if before else None
    versions = before.versions if before else ()
    validators = {"etag": answer.header("etag"), "last_modified": answer.header("last-modified")}
    if old is not None and old.sha256 == digest and bytes_of(folder, before) is not None:
        return Kept(old.model_copy(update=validators), versions, changed=False, stray=None)

    stray = _set_aside(folder, number, digest, old)
    changed = old is not None and old.sha256 != digest
    if old is not None and changed and folder.read(page_file(number, old.sha256)) is not None:
        names = {"file": page_file(number, old.sha256), "headers": headers_file(number, old.sha256)}
        versions = (*versions, old.model_copy(update=names))
    folder.write(page_file(number), answer.body)
    folder.write(headers_file(number), _headers(arrival))
    saved = Copy(
        file=page_file(number),
        headers=headers_file(number),
        sha256=digest,
        size=len(answer.body),
        final_url=answer.url,
        redirects=arrival.way,
        content_type=answer.header("content-type"),
        retrieved=answer.header("date"),
        **validators,
    )
    return Kept(saved, versions, changed=changed, stray=stray)


def _set_aside(folder: Folder, number: int, digest: str, old: Copy | None) -> str | None:
    """Give the bytes in a page's place a name that holds their digest, where others will come there.

    Their headers go with them only where the record says that they belong together: an interruption may have come
    between the two. Returns the name where there is no record of the bytes.
    """
    there = folder.read(page_file(number))
    if there is None or digest_of(there) == digest:
        return None
    name = page_file(number, digest_of(there))
    folder.write(name, there)
    if old is None or old.sha256 != digest_of(there):
        return name
    headers = folder.read(headers_file(number))
    if headers is not None:
        folder.write(headers_file(number, old.sha256), headers)
    return None


def _headers(arrival: Arrival) -> bytes:
    """An answer's status and headers, as they came."""
    answer = arrival.answer
    facts: Mapping[str, object] = {
        "url": answer.url,
        "redirects": list(arrival.way),
        "status": answer.status,
        "headers": [list(header) for header in answer.headers],
    }
    return dumped(facts)
