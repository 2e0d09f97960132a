"""What a transcript's folder holds, and where each page came from: `manifest.json`.

In: facts of a fetch, or the JSON of an earlier one. Out: frozen records, and JSON that is the same bytes for the same
facts. Promises: no field but `retrieved` depends on when the fetch ran, and no file name in it leads out of the folder.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from scio_transcripts.errors import SourceError

NAME = "manifest.json"
TRANSCRIPT = "transcript.json"
VERSIONS = "versions"
"""The folder of what pages were before: not among the pages, so that nobody reads them as such."""
_NAME_OF_PAGE = rf"(page-[0-9]{{1,4}}|{VERSIONS}/page-[0-9]{{1,4}}\.[0-9a-f]{{12}})"

PageFile = Annotated[str, StringConstraints(pattern=rf"^{_NAME_OF_PAGE}\.html$")]
HeadersFile = Annotated[str, StringConstraints(pattern=rf"^{_NAME_OF_PAGE}\.headers\.json$")]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


def page_file(number: int, sha256: str = "") -> str:
    """The file of a page, or of an earlier version of it.

    >>> page_file(2), page_file(2, "a7" * 32)
    ('page-2.html', 'versions/page-2.a7a7a7a7a7a7.html')
    """
    return f"{_name(number, sha256)}.html"


def headers_file(number: int, sha256: str = "") -> str:
    """The file of a page's headers, or of those of an earlier version of it."""
    return f"{_name(number, sha256)}.headers.json"


def _name(number: int, sha256: str) -> str:
    return f"{VERSIONS}/page-{number}.{sha256[:12]}" if sha256 else f"page-{number}"


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Copy(_Record):
    """One version of a page's bytes."""

    file: PageFile
    headers: HeadersFile
    sha256: Digest
    """Of the file."""
    size: int = Field(ge=0)
    final_url: str
    """Where the bytes were, after redirects."""
    redirects: tuple[str, ...] = ()
    """The addresses before that one."""
    content_type: str | None = None
    """As sent, whether true or not."""
    etag: str | None = None
    last_modified: str | None = None
    retrieved: str | None = None
    """The `Date` header of the answer that these bytes came with: when they were retrieved, by the server's clock."""


class Page(_Record):
    """One page of a transcript."""

    number: int = Field(ge=1, le=1000)
    url: str
    """The address that was asked for."""
    status: int | None = None
    """Of the last answer; 200 where it was 304. None where there was no answer."""
    problem: str | None = None
    """Why the last fetch could not get the page; None where it could."""
    saved: Copy | None = None
    """The bytes; None where the page was never got. A page that vanished keeps its last."""
    versions: tuple[Copy, ...] = ()
    """What the page was before, oldest first."""


class Manifest(_Record):
    """The record of a transcript's folder."""

    schema_version: Literal["1.0"] = "1.0"
    url: str
    """The address that was asked for first."""
    identity: str
    """What the addresses of all its pages have in common."""
    unfinished: tuple[int, ...] | None = None
    """Only while a fetch is under way, or where it was interrupted: the pages that it has dealt with."""
    pages: tuple[Page, ...] = ()
    """By number."""

    def page(self, number: int) -> Page | None:
        """The page of this number."""
        return next((page for page in self.pages if page.number == number), None)

    def with_page(self, page: Page) -> Self:
        """The same with one page new or replaced."""
        pages = [other for other in self.pages if other.number != page.number]
        return self.model_copy(update={"pages": tuple(sorted([*pages, page], key=lambda one: one.number))})

    def to_bytes(self) -> bytes:
        """As JSON for people and programs."""
        return dumped(self.model_dump(mode="json", exclude_none=True))

    @classmethod
    def from_bytes(cls, data: bytes, *, name: str) -> Self:
        """Read it back. Raises `SourceError` for what is none."""
        try:
            return cls.model_validate_json(data)
        except ValidationError as error:
            place = ".".join(map(str, error.errors()[0]["loc"])) or "the file as a whole"
            reason = f"is no manifest of a fetch ({place}: {error.errors()[0]['msg']})"
            raise SourceError(name, reason, "move its folder away to fetch everything anew") from None


def dumped(facts: Any) -> bytes:
    """JSON with a line feed at its end, in the order given."""
    return json.dumps(facts, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace") + b"\n"
