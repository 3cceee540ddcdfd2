"""Whether an address lies in a subnet."""

from __future__ import annotations

import ipaddress


def address_in(address: str, subnet: str) -> bool | None:
    """Whether `address` is one of `subnet` (`172.20.0.0/16`); None where either cannot be read.

    An IPv4 address is in no IPv6 subnet. Bits of the host in `subnet` are passed over.
    """
    try:
        return ipaddress.ip_address(address) in ipaddress.ip_network(subnet, strict=False)
    except ValueError:
        return None
