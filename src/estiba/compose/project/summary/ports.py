"""The ports of the host on which a service is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from estiba.compose.formats.ports import Port
from estiba.compose.project.model import Model
from estiba.compose.project.service import Service
from estiba.compose.project.summary.as_written import cut, filled, is_reference, pieces_of
from estiba.compose.reading.tree import Path

_TCP = "tcp"
_ELSEWHERE = ("service:", "container:")


@dataclass(frozen=True, slots=True)
class ShownPort:
    """One entry of `ports`, for people."""

    address: str
    """Of the host, in brackets where it has colons; empty for all that it has."""
    published: str
    """Port or ports of the host; empty where the host takes any."""
    container: str
    """`80/tcp`; empty where the entry cannot be taken apart: then it is `published` as written."""
    count: int = 1
    """Ports of the host that it takes."""


def shown_ports(service: Service, model: Model) -> Iterator[ShownPort]:
    """Give the entries of `ports`, also those that hang on variables.

    There are none where the network is not the service's own: Docker passes over them, or stops.
    """
    mode = service.text("network_mode") or ""
    entries = service.body.get("ports")
    if mode in ("host", "none") or mode.startswith(_ELSEWHERE) or not isinstance(entries, list):
        return
    read = {one.path[len(service.path) + 1]: one.port for one in service.ports}
    for index, entry in enumerate(entries):
        path = (*service.path, "ports", index)
        port = read.get(index)
        if port is not None:
            yield _known(port)
        elif isinstance(entry, dict):
            yield from _long(model, path)
        elif service.is_open(path) and not is_reference(model.values.templates[path]):
            yield _short(pieces_of(model.values.templates[path]))
        else:
            yield from _whole(model, path)


def _known(port: Port) -> ShownPort:
    address = f"[{port.host_ip}]" if ":" in port.host_ip else port.host_ip
    first, last = port.published or port.target
    published = _range(first, last) if port.published else ""
    return ShownPort(
        address, published, f"{_range(*port.target)}/{cut(port.protocol)}", max(last - first, 0) + 1
    )


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _short(pieces: list[str]) -> ShownPort:
    """Put the pieces of a short form in order: they count from the end."""
    *before, container = pieces
    published = before.pop() if before else ""
    target = container if "/" in container else f"{container}/{_TCP}"
    return ShownPort(cut(":".join(before)), published, target)


def _long(model: Model, path: Path) -> Iterator[ShownPort]:
    """Give a long form that hangs on variables, or is not what it should be."""
    target, published, address, protocol = (
        filled(model, (*path, key)) for key in ("target", "published", "host_ip", "protocol")
    )
    if target:
        yield ShownPort(address, published, f"{target}/{protocol or _TCP}")


def _whole(model: Model, path: Path) -> Iterator[ShownPort]:
    shown = filled(model, path)
    if shown:
        yield ShownPort("", shown, "")
