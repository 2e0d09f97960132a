"""The pages of one folder: getting one, keeping it, recording that it could not be got.

In: page numbers and addresses. Out: bytes, files and the manifest. Promises: after each page the manifest is true of
the folder; bytes that an interrupted fetch got are not asked for again, older ones only on condition. Knows nothing of
how pages are found.
"""

from __future__ import annotations

from dataclasses import dataclass

import httpx

from scio_transcripts.errors import FetchError
from scio_transcripts.sources.web import copies
from scio_transcripts.sources.web.folder import Folder
from scio_transcripts.sources.web.manifest import NAME, Manifest, Page
from scio_transcripts.sources.web.notices import Notice, Severity, Tell
from scio_transcripts.sources.web.visit import Arrival, Visitor

_NOT_MODIFIED = 304
_GONE = (404, 410)


@dataclass(frozen=True, slots=True, kw_only=True)
class Got:
    """A page's bytes."""

    data: bytes
    final: httpx.URL
    """Where they were, after redirects."""
    content_type: str | None
    arrival: Arrival | None
    """The answer; None where the bytes of the folder still stand."""
    status: int | None

    @property
    def sha256(self) -> str:
        """Of the bytes."""
        return copies.digest_of(self.data)


class Pages:
    """A folder's pages, as they are and as they become."""

    def __init__(self, folder: Folder, visitor: Visitor, manifest: Manifest, tell: Tell) -> None:
        self.manifest = manifest
        self.new: list[int] = []
        self.changed: list[int] = []
        self._folder = folder
        self._visitor = visitor
        self._tell = tell
        self._standing = frozenset(manifest.unfinished or ())
        self._done: set[int] = set(self._standing)

    def get(self, url: httpx.URL, before: Page | None) -> Got:
        """A page's bytes, from the server or, where they are still true, from the folder. Raises `FetchError`."""
        saved = before.saved if before else None
        data = copies.bytes_of(self._folder, before)
        if before is not None and before.number in self._standing and (stored := self.stored(before)):
            return stored
        arrival = self._visitor.visit(url, copies.conditions(saved) if saved and data is not None else None)
        answer = arrival.answer
        if answer.status != _NOT_MODIFIED:
            copies.check_is_page(arrival)
            return Got(
                data=answer.body,
                final=httpx.URL(answer.url),
                content_type=answer.header("content-type"),
                arrival=arrival,
                status=answer.status,
            )
        if saved is None or data is None:
            raise FetchError(answer.url, "answered 304 (Not Modified) to a question without condition", status=304)
        return _still(answer.url, data, saved.content_type, 200)

    def at(self, address: str) -> Page | None:
        """The page that was got from an address."""
        for page in self.manifest.pages:
            if address == page.url or (page.saved is not None and address == page.saved.final_url):
                return page
        return None

    def stored(self, page: Page) -> Got | None:
        """A page as it lies in the folder; None where it does not, or was altered."""
        data = copies.bytes_of(self._folder, page)
        if page.saved is None or data is None:
            return None
        return _still(page.saved.final_url, data, page.saved.content_type, page.status)

    def keep(self, number: int, url: httpx.URL, got: Got) -> None:
        """Put a page in its place."""
        before = self.manifest.page(number)
        if got.arrival is None:
            assert before is not None
            self._record(before.model_copy(update={"status": got.status, "problem": None}))
            return
        kept = copies.keep(self._folder, number, got.arrival, before)
        if kept.stray:
            self._say("warning", url, f"the file of page {number} had been altered; what it held is now {kept.stray}")
        if kept.changed and before is not None and before.saved is not None:
            self.changed.append(number)
            since = f" of {before.saved.retrieved}" if before.saved.retrieved else ""
            self._say("warning", url, f"page {number} has changed; the version{since} is kept beside it")
        elif before is None or before.saved is None:
            self.new.append(number)
        page = Page(number=number, url=str(url), status=got.status, saved=kept.saved, versions=kept.versions)
        self._record(page)

    def fail(self, number: int, url: httpx.URL, error: FetchError) -> None:
        """Record that a page could not be got. Its older copy stays."""
        before = self.manifest.page(number)
        why = error.reason if error.source == str(url) else f"{error.source}: {error.reason}"
        words = f"{why}; {error.hint}" if error.hint else why
        if before is not None and before.saved is not None:
            what = "has vanished" if error.status in _GONE else "could not be fetched"
            self._say("error", url, f"page {number} {what} ({words}); the copy of the last fetch is kept")
        else:
            self._say("error", url, f"page {number} is missing: {words}")
        page = before or Page(number=number, url=str(url))
        self._record(page.model_copy(update={"url": str(url), "status": error.status, "problem": why}))

    def finish(self) -> None:
        """Say in the manifest that nothing is under way."""
        self._save(self.manifest.model_copy(update={"unfinished": None}))

    def _record(self, page: Page) -> None:
        self._done.add(page.number)
        self._save(self.manifest.with_page(page).model_copy(update={"unfinished": tuple(sorted(self._done))}))

    def _save(self, manifest: Manifest) -> None:
        self.manifest = manifest
        self._folder.write(NAME, manifest.to_bytes())

    def _say(self, severity: Severity, url: httpx.URL, text: str) -> None:
        self._tell(Notice(severity, str(url), text))


def _still(final: str, data: bytes, content_type: str | None, status: int | None) -> Got:
    """Bytes of the folder."""
    return Got(data=data, final=httpx.URL(final), content_type=content_type, arrival=None, status=status)
