"""Which addresses may be asked for, and what a transcript's folder is called.

In: an address as written. Out: an `httpx.URL` that is safe to ask for, or a `FetchError`. Promises: the scheme is http
or https, nothing secret is kept in the address, and a folder's name holds nothing but plain letters. What a host's name
resolves to is decided where the connection is made (`connect.py`).
"""

from __future__ import annotations

import hashlib

import httpx

from scio_transcripts.errors import FetchError
from scio_transcripts.lazy import re
from scio_transcripts.sources.web.networks import is_public
from scio_transcripts.sources.web.numbering import place_of, site_of

__all__ = ["checked", "identity_of", "is_public", "origin_of", "slug_of"]

_LONGEST = 2000
_SLUG_LENGTH = 100
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_SCHEMES = ("http", "https")


def checked(address: str) -> httpx.URL:
    """The address, ready to be asked for.

    >>> str(checked("https://press.example/2021/content_7820.htm#top"))
    'https://press.example/2021/content_7820.htm'
    """
    if len(address) > _LONGEST:
        raise FetchError(address[:80] + "...", f"is longer than {_LONGEST:,} characters")
    try:
        url = httpx.URL(address.strip())
        host = url.host  # what is no name of the internet fails only here
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(address, f"is not an address ({str(error)[:100]})") from None
    if url.scheme not in _SCHEMES:
        hint = "give one that begins with https:// or http://"
        scheme = f"has the scheme {url.scheme!r}" if url.scheme else "has no scheme"
        raise FetchError(address, scheme, hint)
    if url.port is not None and not 0 < url.port < 65536:
        raise FetchError(address, f"is not an address (there is no port {url.port})")
    if not host:
        raise FetchError(address, "names no host")
    if url.userinfo:
        secretless = str(url.copy_with(userinfo=b""))
        raise FetchError(secretless, "comes with a user name or password", "they would be written to the folder")
    return url.copy_with(fragment=None)


def origin_of(url: httpx.URL) -> str:
    """Scheme, host and port, as robots.txt files are kept by.

    >>> origin_of(httpx.URL("https://press.example:443/a?b"))
    'https://press.example'
    """
    return str(url.copy_with(raw_path=b"/")).rstrip("/")


def identity_of(url: httpx.URL) -> str:
    """What all pages of one transcript have in common. http and https are the same.

    >>> identity_of(httpx.URL("https://press.example/2021-05/21/content_782022_3.htm"))
    'press.example/2021-05/21/content_782022'
    """
    place = place_of(url)
    host, port = site_of(url)
    path = place.whole if place and place.sure else url.path
    query = url.query.decode("ascii", "replace")
    return f"{host}{f':{port}' if port else ''}{path}{f'?{query}' if query else ''}"


def slug_of(url: httpx.URL) -> str:
    """The name of a transcript's folder: its identity in plain letters.

    Where plain letters cannot say it all, a piece of its digest is added.

    >>> slug_of(httpx.URL("https://press.example/2021-05/21/content_782022_3.htm"))
    'press.example_2021-05_21_content_782022'
    """
    identity = identity_of(url)
    spelled = identity.strip("/").replace("/", "_")
    slug = _UNSAFE.sub("-", spelled)[:_SLUG_LENGTH].strip("._-") or "page"
    if slug == spelled:
        return slug
    return f"{slug}-{hashlib.sha256(identity.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
