"""The table of addresses that may be connected to: whole ranges, at both of their ends, and what lies beside them."""

from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scio_transcripts.sources.web.networks import is_public

NOT_PUBLIC = """
0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24
192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 255.255.255.255/32
::/128 ::1/128 ::/96 64:ff9b:1::/48 100::/64 100:0:0:1::/64 2001::/32 2001:2::/48 2001:10::/28 2001:20::/28
2001:db8::/32 3fff::/20 5f00::/16 4000::/3 fc00::/7 fd00::/8 fe80::/10 fec0::/10 ff00::/8 ff02::/16
""".split()
PUBLIC = """
1.1.1.1 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 169.253.255.255 172.15.255.255
172.32.0.0 192.0.1.0 192.88.98.1 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 223.255.255.255
2000::1 2001:200::1 2400:3200::1 2606:4700::1111 3ffe::1 ::ffff:1.1.1.1 64:ff9b::101:101 2002:101:101::1
2606:4700::5efe:101:101 2606:4700::200:5efe:101:101 2606:4700::1%eth0
""".split()
PRIVATE_V4 = [network for network in map(ip_network, NOT_PUBLIC) if isinstance(network, IPv4Network)]


@pytest.mark.parametrize("network", NOT_PUBLIC)
def test_a_special_range_is_not_public(network: str) -> None:
    whole = ip_network(network)
    assert not is_public(str(whole[0]))
    assert not is_public(str(whole[-1]))
    assert not is_public(str(whole[whole.num_addresses // 2]))


@pytest.mark.parametrize("address", PUBLIC)
def test_what_lies_beside_a_special_range_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", ["fe80::1%eth0", "fe80::1%25eth0", "ff02::1%1", "::1%lo", "fec0::1%2"])
def test_a_zone_makes_nothing_public(address: str) -> None:
    assert not is_public(address)


@given(st.sampled_from(PRIVATE_V4), st.integers(0, 2**32))
def test_no_way_of_writing_makes_a_private_address_public(network: IPv4Network, place: int) -> None:
    inner = int(network[place % network.num_addresses])
    prefix = int(IPv6Network("2606:4700::/32")[0])
    ways = {
        "mapped": 0xFFFF << 32 | inner,
        "compatible": inner,
        "translated": 0xFFFF << 48 | inner,
        "NAT64": int(IPv6Address("64:ff9b::")) | inner,
        "local NAT64": int(IPv6Address("64:ff9b:1::")) | inner,
        "6to4": 0x2002 << 112 | inner << 80 | 1,
        "Teredo": 0x20010000 << 96 | inner << 64 | inner ^ 0xFFFFFFFF,
        "ISATAP": prefix | 0x00005EFE << 32 | inner,
        "ISATAP of a global interface": prefix | 0x02005EFE << 32 | inner,
        "ISATAP on a link": 0xFE80 << 112 | 0x00005EFE << 32 | inner,
    }
    assert [way for way, address in ways.items() if is_public(str(IPv6Address(address)))] == []
