from __future__ import annotations

import pytest

from estiba.compose.facts.admin_ports import ADMIN_PORTS, admin_port_in, is_proxy


@pytest.mark.parametrize(
    ("ports", "protocol", "image", "service"),
    [
        ((5432, 5432), "tcp", "", "PostgreSQL"),
        ((5400, 5500), "tcp", "app", "PostgreSQL"),
        ((5432, 5432), "udp", "app", None),
        ((11211, 11211), "udp", "app", "Memcached"),
        ((9000, 9000), "tcp", "app", None),
        ((9000, 9000), "tcp", "portainer/portainer-ce", "Portainer"),
        ((8500, 8500), "tcp", "hashicorp/consul", "Consul"),
        ((80, 443), "tcp", "app", None),
    ],
)
def test_admin_port_in(ports, protocol, image, service):
    found = admin_port_in(ports, protocol, image)
    assert (found.service if found else None) == service


def test_numbers_stand_once_and_in_order():
    numbers = [port.number for port in ADMIN_PORTS]
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize(
    ("image", "proxy"),
    [
        ("nginx", True),
        ("jc21/nginx-proxy-manager", True),
        ("traefik", True),
        ("lscr.io/linuxserver/swag", True),
        ("", False),
        ("postgres", False),
        ("example/nginx-exporter", False),
    ],
)
def test_is_proxy(image, proxy):
    assert is_proxy(image) == proxy
