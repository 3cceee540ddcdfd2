"""The entries of a service's `ports`, in short and long form."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

from estiba.compose.formats.fault import FormatFault
from estiba.compose.formats.ports import Port, read_port
from estiba.compose.reading.tree import Path


@dataclass(frozen=True, slots=True)
class PlacedPort:
    """An entry of `ports`: what it says, or what is wrong with it."""

    path: Path
    """Of the entry; where something is wrong in a long form, of that part of it."""
    port: Port | None = None
    fault: FormatFault | None = None


def ports_of(entries: Any, path: Path, unknown: Collection[Path]) -> Iterator[PlacedPort]:
    """Read each entry whose value is known."""
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        at = (*path, index)
        if at in unknown:
            continue
        try:
            if isinstance(entry, dict):
                yield _long(entry, at, unknown)
            elif isinstance(entry, float):
                yield PlacedPort(at, fault=FormatFault("number", 0, str(entry)))
            elif isinstance(entry, str | int) and not isinstance(entry, bool):
                yield PlacedPort(at, read_port(str(entry)))
        except FormatFault as fault:
            yield PlacedPort(at, fault=fault)


def _long(entry: dict[str, Any], path: Path, unknown: Collection[Path]) -> PlacedPort:
    target, address = entry.get("target"), entry.get("host_ip")
    if "target" not in entry:
        raise FormatFault("no-target")
    if isinstance(address, str) and (*path, "host_ip") not in unknown and not _is_address(address):
        return PlacedPort((*path, "host_ip"), fault=FormatFault("address", 0, address))
    if not isinstance(target, int) or any((*path, key) in unknown for key in ("target", "published")):
        return PlacedPort(path)
    host = entry.get("published")
    if isinstance(host, float) and host.is_integer():
        return PlacedPort((*path, "published"), fault=FormatFault("host", 0, str(host)))
    if target < 0:
        return PlacedPort((*path, "target"), fault=FormatFault("container", 0, str(target)))
    published = _published(str(entry.get("published", "")))
    protocol = str(entry.get("protocol") or "tcp")
    return PlacedPort(path, Port((target, target), published, str(address or ""), protocol))


def _published(text: str) -> tuple[int, int] | None:
    """Read the host's side of a long form, in which Compose takes any text."""
    first, _, last = text.partition("-")
    if not (first.isascii() and first.isdigit()):
        return None
    return int(first), int(last) if last.isascii() and last.isdigit() else int(first)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return "%" not in text
