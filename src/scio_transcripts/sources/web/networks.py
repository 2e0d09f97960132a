"""Which IP addresses are of the open internet.

In: an address. Out: whether a guest may connect to it. Promises: what the registries of special addresses (RFC 6890 and
what IANA added since) call local, private, reserved or for examples is not public, nor is an IPv6 address that leads
to such an IPv4 address. The answer is the same with every version of Python, whose own tables differ. Knows no names.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_SPECIAL_V4 = tuple(
    IPv4Network(row.split()[0])
    for row in """
    0.0.0.0/8        this network
    10.0.0.0/8       private use
    100.64.0.0/10    shared by the customers of a provider
    127.0.0.0/8      this machine
    169.254.0.0/16   link-local, and the data of cloud machines
    172.16.0.0/12    private use
    192.0.0.0/24     protocols, some of which the next router answers
    192.0.2.0/24     examples
    192.88.99.0/24   relays of 6to4, given up
    192.168.0.0/16   private use
    198.18.0.0/15    measurements
    198.51.100.0/24  examples
    203.0.113.0/24   examples
    224.0.0.0/4      multicast
    240.0.0.0/4      reserved, and broadcast
    """.strip().splitlines()
)
_GLOBAL_V6 = IPv6Network("2000::/3")
"""All that was given out. What lies outside is local, multicast, mapped, or nobody's."""
_SPECIAL_V6 = tuple(
    IPv6Network(row.split()[0])
    for row in """
    2001::/23        protocols: Teredo, measurements, identities
    2001:db8::/32    examples
    3fff::/20        examples
    """.strip().splitlines()
)
_NAT64 = IPv6Network("64:ff9b::/96")
_ISATAP = (0x00005EFE, 0x02005EFE)
"""The third quarter of an address that ends in an IPv4 address of the same site."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, and not of this machine or its network.

    >>> is_public("198.41.0.4"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("64:ff9b::a00:1")
    (True, False, False, False)
    """
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv4Address):
        return not any(ip in network for network in _SPECIAL_V4)
    if ip.ipv4_mapped is not None or ip in _NAT64:  # how systems write the IPv4 address that is connected to
        return is_public(str(_last_quarter(ip)))
    if ip not in _GLOBAL_V6 or any(ip in network for network in _SPECIAL_V6):
        return False
    inner = ip.sixtofour or (_last_quarter(ip) if int(ip) >> 32 & 0xFFFFFFFF in _ISATAP else None)
    return inner is None or is_public(str(inner))


def _last_quarter(ip: IPv6Address) -> IPv4Address:
    return IPv4Address(int(ip) & 0xFFFFFFFF)
