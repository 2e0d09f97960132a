"""Transcripts from the web: all pages of an event, saved with their headers, and parsed.

In: addresses and a folder. Out: a `Fetched`; in the folder, bytes, headers and a manifest. Promises: polite and
bounded unless told otherwise (`Limits`), whole files only, and the same files after any interruption. Needs the extra
`web`. How to use it, and what lies where: docs/fetch.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scio_transcripts.errors import MissingExtraError

if TYPE_CHECKING:
    from scio_transcripts.sources.web.event import Watch
    from scio_transcripts.sources.web.fetched import Fetched
    from scio_transcripts.sources.web.limits import Limits
    from scio_transcripts.sources.web.notices import Tell
    from scio_transcripts.sources.web.reading import Parse, Read
    from scio_transcripts.sources.web.visit import Visitor

_PACKAGES = frozenset({"httpx", "httpcore", "protego", "stamina"})


def fetch(
    url: str,
    folder: str | Path,
    *,
    parse: Parse | None = None,
    read: Read | None = None,
    limits: Limits | None = None,
    visitor: Visitor | None = None,
    tell: Tell | None = None,
    watch: Watch | None = None,
) -> Fetched:
    """Get a transcript with all its pages into a folder of its own below `folder`.

    `url` is the address of any of its pages. `parse` joins and parses them (`scio_transcripts.events.parse_sources`);
    without it, nothing is parsed. For several transcripts, give them one `visitor` (`open_visitor`), which keeps the
    pauses between requests; otherwise `limits` are those of this call. `tell` hears of what is odd while it happens,
    `watch` of the progress; `read` stands in for the reader of HTML.

    Raises `FetchError` where not one page can be had, `SourceError` where the folder cannot be used, and
    `MissingExtraError` where the extra `web` is not installed. Pages that are missing are told by the result.
    """
    with _extra():
        from scio_transcripts.sources.web import event, reading
    if visitor is None:
        with open_visitor(limits, tell=tell) as own:
            return fetch(url, folder, parse=parse, read=read, visitor=own, tell=tell, watch=watch)
    ways = event.Ways(
        read=read or reading.read_page,
        parse=parse,
        tell=tell or (lambda _: None),
        watch=watch or (lambda _done, _known: None),
    )
    return event.fetch_event(url, Path(folder), visitor, ways)


def open_visitor(limits: Limits | None = None, **settings: Any) -> Visitor:
    """A guest of the web, to be used in a `with` statement. See `visit.Visitor` for the settings."""
    with _extra():
        from scio_transcripts.sources.web.visit import Visitor
    return Visitor(limits, **settings)


@contextmanager
def _extra() -> Iterator[None]:
    """Name the extra where one of its packages is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _PACKAGES:
            raise
        raise MissingExtraError("web", "fetching") from None
