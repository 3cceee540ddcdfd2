"""A published port in its short form: `[[address:]published:]target[/protocol]`.

Source: ParsePortSpec of docker/go-connections, as Docker Compose 2.40.3 answers. An
IPv6 address may stand in brackets or not, since the ports are counted from the end.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

from estiba.compose.formats.fault import FormatFault

_PROTOCOLS = ("tcp", "udp", "sctp")
_NUMBER = re.compile(r"0*(?P<digits>[0-9]{1,5})")
_LAST = 65535


@dataclass(frozen=True, slots=True)
class Port:
    """A port of a container, or a range of them, and where it is found on the host."""

    target: tuple[int, int]
    """First and last port in the container."""
    published: tuple[int, int] | None = None
    """First and last port on the host; None where the host takes any (`80`, `0:80`).
    More than one for a single target: the first of them that is free."""
    host_ip: str = ""
    """Without brackets; empty for all addresses of the host."""
    protocol: str = "tcp"


def read_port(text: str) -> Port:
    """Read one entry of `ports`.

    Raises FormatFault, for the first that Compose would name: `empty`, `protocol`,
    `address` (a name is no address), `container` (no number from 1 to 65535, or missing),
    `host` (no number to 65535), `range` (both are ranges, of unequal lengths).
    """
    if not text:
        raise FormatFault("empty")
    before, _, last = text.rpartition(":")
    address, _, published = before.rpartition(":")
    target, _, protocol = last.partition("/")
    published_at = len(address) + 1 if ":" in before else 0
    target_at = len(text) - len(last)
    if not target:
        raise FormatFault("container", target_at)
    if protocol and protocol.lower() not in _PROTOCOLS:
        raise FormatFault("protocol", len(text) - len(protocol), protocol)
    host_ip = _address(address)
    inside = _range(target)
    if inside is None:
        raise FormatFault("container", target_at, target)
    outside = _range(published) if published else None
    if published and outside is None:
        raise FormatFault("host", published_at, published)
    if outside and inside[0] != inside[1] and outside[1] - outside[0] != inside[1] - inside[0]:
        raise FormatFault("range", published_at, f"{published}:{target}")
    if inside[0] == 0:
        raise FormatFault("container", target_at, target)
    return Port(inside, None if outside == (0, 0) else outside, host_ip, protocol.lower() or "tcp")


def _address(text: str) -> str:
    bare = text[1:-1] if text.startswith("[") and text.endswith("]") else text
    if not bare:
        return ""
    try:
        ipaddress.ip_address(bare)
    except ValueError:
        raise FormatFault("address", 0, text) from None
    if "%" in bare:
        raise FormatFault("address", 0, text)
    return bare


def _range(text: str) -> tuple[int, int] | None:
    """Read `80` or `80-90`; None where it is neither. What follows a second dash is not read."""
    first, *more = text.split("-")
    start, end = _number(first), _number(more[0] if more else first)
    if start is None or end is None or end < start:
        return None
    return start, end


def _number(text: str) -> int | None:
    match = _NUMBER.fullmatch(text)
    number = int(match["digits"]) if match else _LAST + 1
    return number if number <= _LAST else None
