"""What a fetch needs of a page's content: its links, and a `Source` to parse.

In: a page's bytes and headers. Out: a `ReadPage`. Promises: the charset of the headers is passed on only where it can
be true. This is the one place that knows the reader of HTML.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from scio_transcripts.errors import SourceError
from scio_transcripts.model import Transcript
from scio_transcripts.sources.text import Source
from scio_transcripts.sources.web.numbering import PageLink

_CHARSET = re.compile(r"charset\s{0,4}=\s{0,4}[\"']?([\w.:-]{1,40})", re.I)
_MARKUP = re.compile(rb"<(?:!doctype|html|head|body|div|p)\b", re.I)
_LOOKED_AT = 2048


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
    encoding = charset_hint(data, content_type)
    if (content_type or "").lower().startswith("text/plain") and not _MARKUP.search(data[:_LOOKED_AT]):
        return ReadPage(Source.of_bytes(data, name=name, uri=uri, encoding=encoding), ())
    html = import_module("scio_transcripts.sources.html")
    try:
        source = html.source_of_html(data, name=name, uri=uri, encoding=encoding)
    except SourceError:
        if encoding is None:
            raise
        source = html.source_of_html(data, name=name, uri=uri, encoding=None)
    return ReadPage(source, source.markup.links)


def charset_hint(data: bytes, content_type: str | None) -> str | None:
    """The charset that the headers claim, where it can be true; None where it cannot, or where they claim none.

    Servers often send a default that nobody chose. Bytes that are UTF-8 beyond ASCII are nothing else.

    >>> charset_hint("问".encode(), "text/html; charset=ISO-8859-1") is None
    True
    >>> charset_hint("问".encode("gb18030"), "text/html; charset=GB2312")
    'GB2312'
    """
    found = _CHARSET.search(content_type or "")
    if not found:
        return None
    try:
        claimed = codecs.lookup(found[1])
        "a".encode(claimed.name)
    except (LookupError, UnicodeError):
        return None
    if claimed.name != "utf-8" and not data.isascii():
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return found[1]
        return None
    return found[1]
