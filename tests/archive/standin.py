"""A small reader of HTML and joiner of pages, for as long as the package has none of its own."""

from __future__ import annotations

import hashlib
import html
import importlib.util
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType, SimpleNamespace
from typing import Any

from scio_transcripts import Transcript, pipeline
from scio_transcripts.sources.text import Source


@dataclass(frozen=True)
class Page:
    text: str
    facts: dict[str, Any]
    markup: Any


def source_of_html(data: bytes, *, name: str, uri: str | None = None, encoding: str | None = None) -> Page:
    plain = Source.of_bytes(data, name=name, uri=uri, encoding=encoding)
    links = [
        SimpleNamespace(text="", href=html.unescape(found[1]), start=0, end=0)
        for found in re.finditer(r'href="([^"]*)"', plain.text)
    ]
    text = html.unescape(re.sub(r"<[^>]*>", "", plain.text.replace("</p>", "\n"))).strip()
    facts = {**plain.facts, "media_type": "text/html", "sha256": hashlib.sha256(data).hexdigest()}
    return Page(text, facts, SimpleNamespace(links=tuple(links)))


def parse_sources(sources: Sequence[Any], *, dialect: Any = None, strict: bool = False) -> Transcript:
    joined = Source.of_text("\n\n".join(source.text for source in sources))
    return pipeline.parse_source(joined, dialect=dialect, strict=strict)


def install(monkeypatch: Any) -> None:
    """Put both where the package looks for them, unless it has them."""
    if importlib.util.find_spec("scio_transcripts.sources.html") is None:
        module = ModuleType("scio_transcripts.sources.html")
        module.source_of_html = source_of_html  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "scio_transcripts.sources.html", module)
    if not hasattr(pipeline, "parse_sources"):
        monkeypatch.setattr(pipeline, "parse_sources", parse_sources, raising=False)
