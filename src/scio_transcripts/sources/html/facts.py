"""What a page says of itself outside its text: metadata, its own address, its pager, its Chinese original.

In: the parsed page and the links of its text. Out: values as written there, never better ones. Promises: a malformed
value is as good as none. Knows no site.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from scio_transcripts.lazy import re
from scio_transcripts.sources.markup import Block, Link, Zone

_DATE_METAS = (
    "article:published_time og:published_time datepublished pubdate publishdate publish_date publish-date"
    " publicationdate publication_date date.published dc.date dc.date.issued dcterms.issued dcterms.date date"
).split()
"""From the surest to the least sure."""
_ISO = re.compile(r"\s{0,8}(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_JSON_DATE = "datePublished"
_OF_SITE = frozenset("WebSite Organization NewsMediaOrganization Person ImageObject VideoObject SearchAction".split())
"""Types of JSON-LD whose date is not that of the page's words."""
_EARLIEST = 1994
"""The year before which no site put up a page: `0001-01-01` and `1970-01-01` are dates that nobody set."""
_LARGEST_JSON = 200_000
_DEEPEST_JSON = 12
_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_PAGE_SUFFIX = re.compile(r"[_-](\d{1,3})(?=\.\w{2,5}$)")
_ORIGINAL = re.compile(r"(?:read|view|see) (?:this )?in chinese|chinese (?:version|original)|中文(?:版|原文)", re.I)
_MAYBE_ORIGINAL = re.compile(r"(?:in )?chinese|中文", re.I)
"""Words that lead to the site's other language as often as to the page's."""
_ORIGIN = re.compile(r"(?:https?|file)://[\w.:-]*(?![^/?#])", re.ASCII)
_PATH = re.compile(r"(?:/[\w~-][\w.~-]*)+/?", re.ASCII)
"""A path from the top of a site without anything that has to be worked out."""
_SAFE_SCHEMES = ("", "http", "https", "file")


class Published(NamedTuple):
    """A date of publication, and which metadata said so."""

    date: str
    said_by: str


def published(tree: Any) -> Published | None:
    """The date of publication from `<meta>`, from JSON-LD, or from a `<time>` marked so."""
    metas: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        metas.setdefault(name.lower(), attributes.get("content") or "")
    for name in _DATE_METAS:
        if day := _iso(metas.get(name, "")):
            return Published(day, f"meta {name}")
    for node in tree.css('script[type="application/ld+json"]'):
        text = node.text()
        if len(text) <= _LARGEST_JSON and (day := _json_date(text)):
            return Published(day, f"JSON-LD {_JSON_DATE}")
    node = tree.css_first('[itemprop="datePublished"][datetime], time[pubdate][datetime]')
    if node is not None and (day := _iso(node.attributes.get("datetime") or "")):
        return Published(day, "time")
    return None


def _iso(words: str) -> str | None:
    found = _ISO.match(words)
    if not found:
        return None
    try:
        day = date(*(int(part) for part in found.groups()))
    except ValueError:
        return None
    return day.isoformat() if day.year >= _EARLIEST else None


def _json_date(text: str) -> str | None:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return next((day for value in _values(data, _JSON_DATE, 0) if (day := _iso(value))), None)


def _values(data: Any, key: str, depth: int) -> Iterator[str]:
    if depth > _DEEPEST_JSON:
        return
    if isinstance(data, dict):
        types = data.get("@type")
        of_site = not _OF_SITE.isdisjoint(
            t for t in (types if isinstance(types, list) else [types]) if isinstance(t, str)
        )
        if isinstance(data.get(key), str) and not of_site:
            yield data[key]
        for value in data.values():
            yield from _values(value, key, depth + 1)
    elif isinstance(data, list):
        for value in data:
            yield from _values(value, key, depth + 1)


def own_address(tree: Any, given: str | None) -> str | None:
    """The address it was read from, or else the one that the page calls its own."""
    if given:
        return given
    for query, name in (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content")):
        node = tree.css_first(query)
        address = resolved(node.attributes.get(name) or "", None) if node is not None else None
        if address and urlsplit(address).netloc:
            return address
    return None


def resolved(href: str, base: str | None) -> str | None:
    """A link as an address; None for what leads to no page."""
    if base and _PATH.fullmatch(href) and (origin := _ORIGIN.match(base)):
        return origin[0] + href
    try:
        address = urljoin(base or "", href.strip())
        scheme = urlsplit(address).scheme
    except ValueError:
        return None
    return address if address and scheme in _SAFE_SCHEMES and not address.startswith("#") else None


class Pager(NamedTuple):
    """What the links of a pager say."""

    page: int | None = None
    others: tuple[str, ...] = ()


def read_pager(blocks: Sequence[Block], links: Sequence[Link], text: str, address: str | None) -> Pager:
    """The pager: a block whose links are numbers. The number that is no link is the page itself."""
    by_block: dict[int, list[Link]] = {}
    starts = [block.start for block in blocks]
    for link in links:
        if _NUMBER.fullmatch(link.text.strip("[] ")):
            by_block.setdefault(bisect_right(starts, link.start) - 1, []).append(link)
    for index, numbered in by_block.items():
        block = blocks[index]
        words = text[block.start : block.end]
        printed = {int(n) for n in _NUMBER.findall(words)}
        linked = {int(link.text.strip("[] ")) for link in numbered}
        if len(printed) < 2 or len(words) > 20 * len(printed) or 1 not in printed:
            continue
        own = printed - linked
        others = tuple(dict.fromkeys(link.href for link in numbered if link.href != address))
        return Pager(own.pop() if len(own) == 1 else _number_in(address), others)
    return Pager(_number_in(address), ())


def _number_in(address: str | None) -> int | None:
    """`content_782022_3.htm` is page 3."""
    found = _PAGE_SUFFIX.search(urlsplit(address).path) if address else None
    return int(found[1]) if found and 1 < int(found[1]) < 100 else None


def original(blocks: Sequence[Block], links: Sequence[Link]) -> Link | None:
    """The link to the Chinese original: one that says so, or one that may, outside navigation and sentences."""
    starts = [block.start for block in blocks]
    maybe = None
    for link in links:
        words = " ".join(link.text.split())
        if _ORIGINAL.fullmatch(words):
            return link
        if _MAYBE_ORIGINAL.fullmatch(words) and maybe is None:
            block = blocks[bisect_right(starts, link.start) - 1]
            maybe = link if block.linked and block.zone is not Zone.FURNITURE else None
    return maybe
