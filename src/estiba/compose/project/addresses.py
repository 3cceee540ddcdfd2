"""Fixed addresses of services, held against the subnets of their networks.

Source: Docker Engine takes a fixed address only in a network with a subnet of its own, and
only out of that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from estiba.compose.formats.subnets import address_in
from estiba.compose.project.model import Model
from estiba.compose.project.service import Service
from estiba.compose.reading.tree import Path

_BUILT_IN = (None, "bridge", "overlay", "macvlan", "ipvlan")


@dataclass(frozen=True, slots=True)
class StrayAddress:
    """A fixed address that its network cannot give; `subnets` are those that it has."""

    text: str
    network: str
    subnets: tuple[str, ...]
    path: Path


def fixed_addresses(service: Service, model: Model) -> Iterator[StrayAddress]:
    """Find the addresses of `service` that lie in no subnet of a network that this file declares."""
    wanted = service.body.get("networks")
    for name, options in (wanted if isinstance(wanted, dict) else {}).items():
        subnets = _subnets(name, model)
        if subnets is None or not isinstance(options, dict):
            continue
        for key in ("ipv4_address", "ipv6_address"):
            text, path = options.get(key), (*service.path, "networks", name, key)
            if not isinstance(text, str) or path in model.open:
                continue
            answers = [address_in(text, subnet) for subnet in subnets]
            if None not in answers and True not in answers and address_in(text, text) is not None:
                yield StrayAddress(text, name, subnets, path)


def _subnets(name: str, model: Model) -> tuple[str, ...] | None:
    """Give the subnets of a network; None where they cannot be known from this file."""
    networks = model.section("networks")
    if name not in networks:
        return None
    network: dict[str, Any] = networks[name] if isinstance(networks[name], dict) else {}
    ipam = network.get("ipam") or {}
    if network.get("external") or network.get("driver") not in _BUILT_IN or not isinstance(ipam, dict):
        return None
    if ipam.get("driver") not in (None, "default"):
        return None
    entries = ipam.get("config")
    if not isinstance(entries, list):
        return () if entries is None else None
    found: list[str] = []
    for index, entry in enumerate(entries):
        subnet = entry.get("subnet") if isinstance(entry, dict) else None
        if not isinstance(subnet, str) or ("networks", name, "ipam", "config", index, "subnet") in model.open:
            return None
        found.append(subnet)
    return tuple(found)
