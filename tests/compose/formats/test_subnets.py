"""Addresses in subnets."""

from __future__ import annotations

import pytest

from estiba.compose.formats.subnets import address_in


@pytest.mark.parametrize(
    ("address", "subnet", "inside"),
    [
        ("172.20.0.5", "172.20.0.0/16", True),
        ("172.20.0.5", "172.20.0.1/16", True),
        ("172.21.0.5", "172.20.0.0/16", False),
        ("fd00::5", "fd00::/64", True),
        ("10.0.0.1", "fd00::/64", False),
        ("10.0.0.256", "10.0.0.0/24", None),
        ("10.0.0.1", "10.0.0.0/33", None),
        ("", "", None),
    ],
)
def test_address_in_subnet(address, subnet, inside):
    assert address_in(address, subnet) is inside
