"""Published ports that only one container of a host can have.

Source: Docker Engine binds each published port once per address and protocol; an entry
without an address binds all addresses of the host, IPv4 and IPv6. Its drivers `macvlan` and
`ipvlan` bind none.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from estiba.compose.formats.ports import Port
from estiba.compose.project.publishing import PlacedPort
from estiba.compose.project.service import Service

_UNPUBLISHED = frozenset({"macvlan", "ipvlan"})
"""Drivers whose containers have addresses of their own, so that nothing is published on the host."""


_MANY = 100
"""Claims that one is held against."""
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """A service that wants ports of the host for itself."""

    service: Service
    placed: PlacedPort
    first: int
    last: int
    port: Port
    protocol: str
    address: _Address | None
    """The one of the host; None for all of them."""
    profiles: frozenset[str]
    """Those of the service."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A claim on a port that an earlier one has, and the first such port."""

    later: Claim
    earlier: Claim
    number: int


def clashes(services: Mapping[str, Service], networks: Mapping[str, Any]) -> Iterator[Clash]:
    """Find, for each claim in the order of the file, the first earlier one that is in its way.

    `networks` is the file's own section.
    """
    claims = _Claims()
    for service in services.values():
        if _is_unpublished(service, networks):
            continue
        for claim in _claims(service):
            for earlier in claims.near(claim):
                if _run_together(claim, earlier) and _overlap(claim, earlier):
                    yield Clash(claim, earlier, max(claim.first, earlier.first))
                    break
            claims.add(claim)


class _Claims:
    """Claims so far, found by their ports: comparing each with each takes minutes in a hostile file."""

    def __init__(self) -> None:
        self.order: dict[Claim, int] = {}
        self.single: dict[int, list[Claim]] = {}
        self.ranges: list[Claim] = []

    def add(self, claim: Claim) -> None:
        self.order[claim] = len(self.order)
        if claim.first == claim.last:
            self.single.setdefault(claim.first, []).append(claim)
        else:
            self.ranges.append(claim)

    def near(self, claim: Claim) -> list[Claim]:
        """Give those that may be in the way of `claim`, in their order; of very many the first ones."""
        numbers = range(claim.first, min(claim.last, claim.first + _MANY) + 1)
        found = self.ranges[:_MANY]
        for number in numbers:
            if len(found) < 2 * _MANY:
                found += self.single.get(number, ())[:_MANY]
        return sorted(found, key=self.order.__getitem__)[:_MANY]


def _claims(service: Service) -> Iterator[Claim]:
    if service.body.get("network_mode") not in (None, "bridge"):
        return
    profiles = _profiles(service)
    for placed in service.ports:
        port = placed.port
        if port is None or port.published is None:
            continue
        first, last = port.published
        if last - first == port.target[1] - port.target[0]:
            address = ipaddress.ip_address(port.host_ip) if port.host_ip else None
            yield Claim(service, placed, first, last, port, port.protocol.lower(), address, profiles)


def _is_unpublished(service: Service, networks: Mapping[str, Any]) -> bool:
    """Whether all networks of a service are such that nothing is published there."""
    names = service.body.get("networks")
    if not names or not isinstance(names, list | dict):
        return False
    declared = [networks.get(str(name)) for name in names]
    return all(isinstance(one, dict) and one.get("driver") in _UNPUBLISHED for one in declared)


def _run_together(one: Claim, other: Claim) -> bool:
    """Whether both may run at once: services of different profiles are taken for alternatives."""
    if one.service is other.service or not one.profiles or not other.profiles:
        return True
    return not one.profiles.isdisjoint(other.profiles)


def _profiles(service: Service) -> frozenset[str]:
    found = service.body.get("profiles")
    return frozenset(map(str, found)) if isinstance(found, list) else frozenset()


def _overlap(one: Claim, other: Claim) -> bool:
    return (
        one.protocol == other.protocol
        and one.first <= other.last
        and other.first <= one.last
        and _same_address(one.address, other.address)
    )


def _same_address(one: _Address | None, other: _Address | None) -> bool:
    if one is None or other is None:
        return True
    return one.version == other.version and (one == other or one.is_unspecified or other.is_unspecified)
