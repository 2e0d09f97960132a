"""The bytes of a page, read and parsed.

In: bytes with what the archive says about them. Out: a `Source`, the links on it, a `Transcript` of one page or of
several. Promises: a charset that the server named wrongly does not lose the page. Knows nothing of archives.
"""

from __future__ import annotations

from collections.abc import Sequence

from scio_transcripts.events import parse_sources
from scio_transcripts.model import Transcript
from scio_transcripts.sources.files import source_of_bytes
from scio_transcripts.sources.html import source_of_html
from scio_transcripts.sources.text import Source


def source_of(data: bytes, *, media_type: str, charset: str | None, url: str) -> Source:
    """A page as a source. Raises `SourceError` for what is not text."""
    if media_type == "text/plain":
        return source_of_bytes(data, name=url, uri=url)
    return source_of_html(data, name=url, uri=url, charset=charset)


def hrefs_of(source: Source) -> list[str]:
    """Where the links of a page lead. Plain text has none."""
    return [link.href for link in source.markup.links] if source.markup is not None else []


def parsed(sources: Sequence[Source]) -> Transcript:
    """One page, or the pages of one event joined."""
    return parse_sources(sources)
