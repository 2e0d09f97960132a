"""Which addresses may be asked for, and what a transcript's folder is called.

In: an address as written. Out: an `httpx.URL` that is safe to ask for, or a `FetchError`. Promises: the scheme is http
or https, nothing secret is kept in the address, and a folder's name holds nothing but plain letters. What a host's name
resolves to is decided where the connection is made (`connect.py`).
"""

from __future__ import annotations

import hashlib
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx

from scio_transcripts.errors import FetchError
from scio_transcripts.lazy import re
from scio_transcripts.sources.web.numbering import place_of, site_of

_LONGEST = 2000
_SLUG_LENGTH = 100
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_NAT64 = IPv6Network("64:ff9b::/96")
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
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(address, f"is not an address ({str(error)[:100]})") from None
    if url.scheme not in _SCHEMES:
        hint = "give one that begins with https:// or http://"
        scheme = f"has the scheme {url.scheme!r}" if url.scheme else "has no scheme"
        raise FetchError(address, scheme, hint)
    if url.port is not None and not 0 < url.port < 65536:
        raise FetchError(address, f"is not an address (there is no port {url.port})")
    if not url.host:
        raise FetchError(address, "names no host")
    if url.userinfo:
        secretless = str(url.copy_with(userinfo=b""))
        raise FetchError(secretless, "comes with a user name or password", "they would be written to the folder")
    return url.copy_with(fragment=None)


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, and not of this machine or its network.

    >>> is_public("198.41.0.4"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("64:ff9b::a00:1")
    (True, False, False, False)
    """
    ip = ip_address(address.partition("%")[0])
    inner = _embedded(ip) if isinstance(ip, IPv6Address) else None
    if inner is not None and not is_public(str(inner)):
        return False
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped:
        return True  # how a dual-stack system writes the IPv4 address that was just looked at
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _embedded(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a packet to this one may end up at."""
    if ip.ipv4_mapped:
        return ip.ipv4_mapped
    if ip.sixtofour:
        return ip.sixtofour
    if ip.teredo:
        return ip.teredo[1]
    return IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None


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
