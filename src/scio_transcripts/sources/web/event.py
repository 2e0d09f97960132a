"""All pages of one transcript.

In: the address of any of its pages, a folder, and a `Visitor`. Out: a `Fetched`, and the folder's files. Promises: a
page that cannot be got does not cost the others; run again after any interruption, it goes on where it stopped and ends
in the same files. Knows nothing of HTML (`reading.py`) nor of the network (`visit.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx

from scio_transcripts.errors import FetchError, ScioTranscriptsError, SourceError
from scio_transcripts.model import Transcript
from scio_transcripts.sources.web.addresses import checked, identity_of, slug_of
from scio_transcripts.sources.web.fetched import Fetched
from scio_transcripts.sources.web.folder import Folder, FolderError
from scio_transcripts.sources.web.manifest import TRANSCRIPT, Manifest, Page, page_file
from scio_transcripts.sources.web.notices import Notice, Severity, Tell
from scio_transcripts.sources.web.numbering import place_of, site_of
from scio_transcripts.sources.web.pages import Got, Pages
from scio_transcripts.sources.web.reading import Parse, Read, ReadPage
from scio_transcripts.sources.web.search import Search
from scio_transcripts.sources.web.visit import Visitor

_STUBS = ("article", "unknown")
"""What a page is taken for on which nobody speaks, and nothing is announced or shown."""
_FAILURES_IN_A_ROW = 2
"""After so many pages for which the server had no answer at all, the others are not tried."""

Watch = Callable[[int, int], None]
"""Called with the pages dealt with, and those known so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How a fetch reads pages, and whom it tells."""

    read: Read
    parse: Parse | None
    """Without it nothing is parsed, and no doubtful page followed."""
    tell: Tell
    watch: Watch


def fetch_event(url: str, root: Path, visitor: Visitor, ways: Ways) -> Fetched:
    """Get all pages. Raises `FetchError` where not one can be had, `SourceError` where the folder cannot be used."""
    address = checked(url)
    with Folder(root, slug_of(address)) as folder:
        run = _Run(address, folder, visitor, ways)
        transcript = run.get_all()
        if transcript is None:
            folder.remove(TRANSCRIPT)  # an earlier fetch's, which is not of these pages
        else:
            folder.write(TRANSCRIPT, transcript.to_json().encode() + b"\n")
        run.pages.finish()
        return Fetched(
            url=str(address),
            folder=folder.path,
            pages=run.pages.manifest.pages,
            new=tuple(run.pages.new),
            changed=tuple(run.pages.changed),
            notices=tuple(run.notices),
            transcript=transcript,
        )


def _begun(folder: Folder, address: httpx.URL) -> Manifest:
    """The manifest to go on with."""
    manifest = folder.manifest()
    identity = identity_of(address)
    if manifest is None:
        return Manifest(url=str(address), identity=identity)
    if manifest.identity != identity:
        raise FolderError(str(folder.path), f"holds another transcript ({manifest.url})", "choose another folder")
    return manifest


class _Run:
    """One pass over a transcript's pages: the one that was asked for, then the others by number."""

    def __init__(self, address: httpx.URL, folder: Folder, visitor: Visitor, ways: Ways) -> None:
        manifest = _begun(folder, address)
        self.notices: list[Notice] = []
        self.pages = Pages(folder, visitor, manifest, self._told)
        self._address = address
        self._limits = visitor.limits
        self._ways = ways
        self._search = Search(address, {page.number: page.url for page in manifest.pages})
        self._texts: dict[int, ReadPage | None] = {}
        self._failures = 0

    def get_all(self) -> Transcript | None:
        """Get every page that can be found and had, and parse them."""
        self._first()
        self._others()
        transcript = self._parsed()
        total = transcript.pages.total or 0 if transcript else 0
        if total > len(self._search.tried) and len(self._search.tried) < self._limits.max_pages:
            if self._search.promise(total):  # the pager is made by a script: its numbers are there, its links are not
                self._others()
                return self._parsed()
            found = f"shows a pager of {total} pages, of which {len(self._search.tried)} could be found"
            self._say("error", self._address, found)
        return transcript

    def _others(self) -> None:
        search = self._search
        while (found := search.next()) is not None:
            if len(search.tried) >= self._limits.max_pages:
                limit = f"has more than {len(search.tried)} pages; allow more with max_pages (--max-pages)"
                self._say("error", self._address, limit)
                break
            self._ways.watch(len(search.tried), max(search.expected, len(search.tried) + 1))
            self._other(*found)
        self._ways.watch(len(search.tried), len(search.tried))

    def _parsed(self) -> Transcript | None:
        """The pages that were got, now or earlier, joined and parsed."""
        texts = [self._text_of(page) for page in self.pages.manifest.pages if page.saved is not None]
        sources = [text.source for text in texts if text is not None]
        if self._ways.parse is None or not sources or len(sources) < len(texts):
            return None
        try:
            return self._ways.parse(sources)
        except ScioTranscriptsError as error:
            self._say("error", self._address, f"could not be parsed ({error}); the pages are kept")
            return None

    def _first(self) -> None:
        """Get the page that was asked for. Where it is gone, an earlier fetch may still lead to the others."""
        before = self.pages.at(str(self._address))
        try:
            got = self.pages.get(self._address, before)
        except FetchError as error:
            if before is None:
                raise
            self._fail(before.number, self._address, error)
            return
        if site_of(got.final) != site_of(self._address):
            self._say("warning", self._address, f"leads to another site: {got.final}")
        self._search.base = got.final
        text = self._read(got, page_file(before.number if before else 1))
        if fault := self._fault(text):
            if before is not None and before.saved is not None:
                self._fail(before.number, self._address, FetchError(str(self._address), fault, status=got.status))
                return
            self._say("error", self._address, f"{fault}; it was saved as it came")
        if text is not None:
            self._search.learn(got.final, text.links)
        self._keep(before.number if before else self._search.number_of(got.final), self._address, got, text)

    def _other(self, number: int, url: httpx.URL) -> None:
        """Get one of the other pages."""
        if self._failures >= _FAILURES_IN_A_ROW:
            reason = f"not tried, because {self._failures} pages in a row had failed"
            self.pages.fail(number, url, FetchError(str(url), reason))
            self._search.dealt_with(number)
            return
        try:
            got = self.pages.get(url, self.pages.manifest.page(number))
            self._check(number, got)
        except FetchError as error:
            self._fail(number, url, error)
            return
        text = self._read(got, page_file(number))
        if fault := self._fault(text):
            self._fail(number, url, FetchError(str(url), fault, status=got.status))
            return
        if self._search.is_doubtful(number):
            if not self._same_title(text):
                self._say("note", url, "was not followed: nothing shows that it is of the same event")
                self._search.dealt_with(number)
                self._search.forget_doubtful()
                return
            self._search.accept(number, url)
        self._keep(number, url, got, text)

    def _keep(self, number: int, url: httpx.URL, got: Got, text: ReadPage | None) -> None:
        self._failures = 0
        self._texts[number] = text
        self.pages.keep(number, url, got)
        self._search.dealt_with(number)
        if text is None:
            return
        for address in self._search.learn(got.final, text.links).elsewhere:
            self._say("note", url, f"a pager's link to another site was not followed: {address}")

    def _fail(self, number: int, url: httpx.URL, error: FetchError) -> None:
        self._failures = self._failures + 1 if error.passing else 0
        self.pages.fail(number, url, error)
        self._search.dealt_with(number)

    def _check(self, number: int, got: Got) -> None:
        """Raise `FetchError` where an address gave something else than its page."""
        others = {page.saved.sha256: page for page in self.pages.manifest.pages if page.saved and page.number != number}
        if same := others.get(got.sha256):
            raise FetchError(str(got.final), f"gives page {same.number} once more, byte for byte", status=got.status)
        base, place = self._search.base, place_of(got.final)
        home = place_of(base)
        strays = site_of(got.final) != site_of(base)
        if home is not None and home.sure:
            strays |= place is None or place.whole != home.whole or self._search.number_of(got.final) != number
        if strays and got.arrival is not None and got.arrival.way:
            raise FetchError(got.arrival.way[0], f"leads to {got.final} instead", status=got.status)

    def _fault(self, text: ReadPage | None) -> str | None:
        """What is wrong with a page that stands in for another, and on which nobody speaks."""
        stub = text.source.markup.stub if text is not None and text.source.markup is not None else None
        if text is None or stub is None:
            return None
        if self._ways.parse is not None and self._ways.parse([text.source]).kind not in _STUBS:
            return None  # it is short, and it is a page
        if stub.target is not None:
            return f"only leads on to {stub.target}; fetch that address"
        return "is a script instead of a page; save the page from a browser, after it has loaded"

    def _same_title(self, text: ReadPage | None) -> bool:
        """Whether a page has the title of the first one, as parsed from both."""
        first = next((page for page in self._texts.values() if page is not None), None)
        parse = self._ways.parse
        if parse is None or text is None or first is None:
            return False
        titles = [parse([page.source]).title for page in (first, text)]
        return titles[0] is not None and titles[0] == titles[1]

    def _text_of(self, page: Page) -> ReadPage | None:
        """A page as text; one that could not be got this time, as it was got earlier."""
        if page.number not in self._texts:
            got = self.pages.stored(page)
            self._texts[page.number] = self._read(got, page_file(page.number)) if got else None
        return self._texts[page.number]

    def _read(self, got: Got, name: str) -> ReadPage | None:
        try:
            return self._ways.read(got.data, name=name, uri=str(got.final), content_type=got.content_type)
        except SourceError as error:
            self._say("error", got.final, f"could not be read as text ({error}); its bytes are kept")
            return None

    def _say(self, severity: Severity, url: httpx.URL, text: str) -> None:
        self._told(Notice(severity, str(url), text))

    def _told(self, notice: Notice) -> None:
        self.notices.append(notice)
        self._ways.tell(notice)
