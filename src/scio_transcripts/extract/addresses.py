"""Addresses: which are the same, and which are pages of one thing.

In: an address as an archive writes it. Out: its normal form, and its stem with the page number taken off. Promises:
hosts are compared, never known; an address that makes no sense stays as it is. Knows nothing of what a page says.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from scio_transcripts.lazy import re

_DEFAULT_PORTS = {"http": ":80", "https": ":443"}
# Page 2 of `content_782022.htm` is `content_782022_2.htm`. Two digits, so that the id is no page; and `2024-05-21` is a
# date.
_NUMBERED = re.compile(r"^(?P<stem>.*[^/_-])(?:_|(?<=[^\d_-])-)(?P<number>\d{1,2})(?P<ending>\.[A-Za-z]{3,5})?$")
_PAGE_FIELD = re.compile(r"(?:^|(?<=&))(?:page|pageno|pagenum|p|pn)=(\d{1,3})(?=&|$)", re.I)
_LONGEST = 4_000
_MOST_LINKS = 5_000


class Address(NamedTuple):
    """Where a page stands among others."""

    stem: str
    """The address without its page number, and without `http` or `https`."""
    number: int | None
    """The number in the address; None where there is none, as on many first pages."""


def normal(url: str) -> str:
    """An address by which captures of one page are known: no fragment, no default port, scheme and host in lower case.

    `http` and `https` are one, because archives of one page hold both.

    >>> normal("HTTP://Example.test:80/a/B.htm#top")
    'example.test/a/B.htm'
    """
    parts = _split(url)
    if parts is None or not parts.netloc:
        return url
    scheme, host = parts.scheme.lower(), parts.netloc.rpartition("@")[2].lower()
    host = host.removesuffix(_DEFAULT_PORTS.get(scheme, ""))
    address = host + (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return address if scheme in _DEFAULT_PORTS else f"{scheme}://{address}"


def address_of(url: str) -> Address:
    """Stem and page number of an address.

    >>> address_of("https://example.test/2024/content_782022_2.htm")
    Address(stem='example.test/2024/content_782022.htm', number=2)
    >>> address_of("https://example.test/2024/content_782022.htm").number is None
    True
    """
    address = normal(url)
    path, mark, query = address.partition("?")
    if field := _PAGE_FIELD.search(query):
        rest = (query[: field.start()] + query[field.end() :]).strip("&").replace("&&", "&")
        return Address(path + (f"?{rest}" if rest else ""), int(field[1]))
    folder, slash, name = path.rpartition("/")
    if numbered := _NUMBERED.match(name):
        name = numbered["stem"] + (numbered["ending"] or "")
        return Address(folder + slash + name + mark + query, int(numbered["number"]))
    return Address(address, None)


def leads_to_sibling(url: str, hrefs: list[str]) -> bool:
    """Whether one of the links of a page leads to another page of the same stem.

    >>> leads_to_sibling("http://example.test/a/content_1234.htm", ["content_1234_2.htm"])
    True
    """
    own = address_of(url).stem
    here = normal(url)
    for href in hrefs[:_MOST_LINKS]:
        try:
            target = urljoin(url, href[:_LONGEST])
        except ValueError:
            continue
        if normal(target) != here and address_of(target).stem == own:
            return True
    return False


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url[:_LONGEST])
    except ValueError:
        return None
