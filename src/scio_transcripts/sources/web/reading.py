"""What a fetch needs of a page's content: its links, and a `Source` to parse.

In: a page's bytes and headers. Out: a `ReadPage`. Promises: the charset of the headers is passed on as what a server
said, which may be wrong. This is the one place that knows the reader of HTML.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scio_transcripts.lazy import re
from scio_transcripts.model import Transcript
from scio_transcripts.sources.html import declared_charset, looks_like_html, source_of_html
from scio_transcripts.sources.text import Source
from scio_transcripts.sources.web.numbering import PageLink

_CHARSET = re.compile(r"charset\s{0,4}=\s{0,4}[\"']?([\w.:-]{1,40})", re.I)
_LOOKED_AT = 8192


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as text, and where it leads."""

    source: Source
    links: Sequence[PageLink]


Read = Callable[..., ReadPage]
"""`read_page` below, or something with the same arguments."""
Parse = Callable[[Sequence[Source]], Transcript]
"""Joins the pages of one event."""


def read_page(data: bytes, *, name: str, uri: str, content_type: str | None) -> ReadPage:
    """Read a page. Raises `SourceError` for what is no text."""
    media_type = (content_type or "").partition(";")[0].strip().lower()
    if media_type == "text/plain" and not _is_html(data):
        return ReadPage(Source.of_bytes(data, name=name, uri=uri), ())
    source = source_of_html(data, name=name, uri=uri, charset=charset_of(content_type))
    return ReadPage(source, source.markup.links if source.markup else ())


def charset_of(content_type: str | None) -> str | None:
    """What a server says of the encoding, as written.

    >>> charset_of("text/html; charset=GB2312"), charset_of("text/html")
    ('GB2312', None)
    """
    found = _CHARSET.search(content_type or "")
    return found[1] if found else None


def _is_html(data: bytes) -> bool:
    """Whether what is called plain text is HTML nevertheless."""
    return declared_charset(data) is not None or looks_like_html(data[:_LOOKED_AT].decode("latin-1"))
