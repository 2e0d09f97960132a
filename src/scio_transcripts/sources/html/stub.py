"""Whether a page stands in for another: a script that a browser would run first, or an order to go on.

In: the parsed page, and what it shows. Out: a `Stub`, or None. Promises: goes by form alone, by how little is shown and
how few links there are beside the script, and never by what a vendor writes there. Knows nothing of speech: a page
that is as short and has a speaker is one, which is for others to see.
"""

from __future__ import annotations

from typing import Any

from scio_transcripts.lazy import re
from scio_transcripts.sources.html.facts import resolved
from scio_transcripts.sources.markup import Stub

_MOST_SHOWN = 500
_MOST_LINKS = 3
_REMOTE = 500
"""What a script counts that is loaded from elsewhere: as many characters as a page may show and be a stub."""
_LONGEST_WAIT = 60
# `0; url=/a.htm`, `5;URL='http://press.example/a.htm'`
_REFRESH = re.compile(
    r"""\s{0,8}(?P<wait>\d{1,6})(?:\.\d{0,6})?\s{0,8}[;,]\s{0,8}(?:url\s{0,8}=\s{0,8})?["']?(?P<url>[^"']{1,2000})""",
    re.I,
)
_DATA = ("json", "template", "html", "text/plain")
"""Kinds of `<script>` that hold data."""


def stub_of(tree: Any, shown: int, links: int, address: str | None) -> Stub | None:
    """What a page stands in for, if it shows so few characters and links that it may."""
    if shown > _MOST_SHOWN or links > _MOST_LINKS:
        return None
    target = _led_to(tree, address)
    if target is not None:
        return Stub(target, shown)
    scripts = [node for node in tree.css("script") if not _is_data(node.attributes.get("type") or "")]
    weight = sum(_REMOTE if node.attributes.get("src") else len(node.text()) for node in scripts)
    return Stub(None, shown) if scripts and weight > shown else None


def _led_to(tree: Any, address: str | None) -> str | None:
    """Where the page sends a browser by itself; None for nowhere else, or only after a while."""
    for node in tree.css("meta[http-equiv]"):
        if (node.attributes.get("http-equiv") or "").strip().lower() != "refresh":
            continue
        found = _REFRESH.match(node.attributes.get("content") or "")
        if found is None or int(found["wait"]) > _LONGEST_WAIT:
            continue
        url = found["url"].strip()
        # One on the web that is no address is told as it stands: nobody goes there, but this page is none either.
        target = resolved(url, address) or (url if url.lower().startswith(("http", "//")) else None)
        if target and target != address:
            return target
    return None


def _is_data(kind: str) -> bool:
    return any(word in kind.lower() for word in _DATA)
