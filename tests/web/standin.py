"""A stand-in for the reader of HTML: paragraphs become lines, links become links, and pages are joined."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser
from types import SimpleNamespace

from scio_transcripts.model import Transcript
from scio_transcripts.pipeline import parse
from scio_transcripts.sources.text import Source
from scio_transcripts.sources.web.reading import ReadPage


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self.links: list[SimpleNamespace] = []
        self._within = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._within = tag
        if tag == "p":
            self.paragraphs.append("")
        if tag == "a":
            self.links.append(SimpleNamespace(text="", href=dict(attributes).get("href") or ""))

    def handle_endtag(self, tag: str) -> None:
        self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within == "p":
            self.paragraphs[-1] += data
        if self._within == "a":
            self.links[-1].text += data


def read_page(data: bytes, *, name: str, uri: str, content_type: str | None) -> ReadPage:
    """Read a page as UTF-8, whatever the headers say."""
    text = data.decode("utf-8", "replace")
    page = _Page()
    page.feed(text)
    source = Source.of_text("\n\n".join(page.paragraphs) or text)
    return ReadPage(Source(source.text, {**source.facts, "uri": uri}), page.links)


def join(sources: Sequence[Source]) -> Transcript:
    """Parse the pages as one text."""
    return parse("\n\n".join(source.text for source in sources))
