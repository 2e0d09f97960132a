"""The bytes of a page, read and parsed.

In: bytes with what the archive says about them. Out: a `Source`, the links on it, a `Transcript` of one page or of
several. Promises: a charset that the server named wrongly does not lose the page. Knows nothing of archives.
"""

from __future__ import annotations

from collections.abc import Sequence

from scio_transcripts.errors import SourceError
from scio_transcripts.model import Transcript
from scio_transcripts.sources.text import Source

_AS_BROWSERS_DO = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "iso-8859-1": None, "us-ascii": None}
"""What pages that name these are really written in; None where servers name it without looking."""


def source_of(data: bytes, *, media_type: str, charset: str | None, url: str) -> Source:
    """A page as a source. Raises `SourceError` for what is not text."""
    encoding = _AS_BROWSERS_DO.get(charset, charset) if charset else None
    if encoding is not None:
        try:
            return _source(data, media_type, url, encoding)
        except SourceError:  # the server was wrong: the page itself may say it better
            pass
    return _source(data, media_type, url, None)


def _source(data: bytes, media_type: str, url: str, encoding: str | None) -> Source:
    if media_type == "text/plain":
        return Source.of_bytes(data, name=url, uri=url, encoding=encoding)
    from scio_transcripts.sources.html import source_of_html  # type: ignore[import-not-found,unused-ignore]

    source: Source = source_of_html(data, name=url, uri=url, encoding=encoding)
    return source


def hrefs_of(source: Source) -> list[str]:
    """Where the links of a page lead, as written. Plain text has none."""
    markup = getattr(source, "markup", None)
    return [link.href for link in markup.links] if markup is not None else []


def parsed(sources: Sequence[Source]) -> Transcript:
    """One page, or the pages of one event joined."""
    from scio_transcripts import pipeline

    if len(sources) == 1:
        return pipeline.parse_source(sources[0])
    transcript: Transcript = pipeline.parse_sources(sources)  # type: ignore[attr-defined,unused-ignore]
    return transcript
