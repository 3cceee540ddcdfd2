"""Which services a service names, and how.

Source: compose-go, package `loader`, Normalize: links, shared namespaces and volumes_from
are dependencies as depends_on is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from estiba.compose.reading.tree import Path

_PREFIX = "service:"
_CONTAINER = "container:"


@dataclass(frozen=True, slots=True)
class Dependency:
    """One service named by another."""

    service: str
    """The name, as written."""
    key: str
    """The key under which it is named: `depends_on`, `links`, `network_mode` …"""
    path: Path
    """Of the value that holds the name; of the entry where the name is its key."""
    at_key: bool = False
    offset: int = 0
    """Index of the name in the value at `path`."""
    condition: str = "service_started"
    required: bool = True


def dependencies_of(body: dict[str, Any], path: Path, unknown: Collection[Path]) -> Iterator[Dependency]:
    """Give every service that the service at `path` depends on."""
    yield from _depends_on(body.get("depends_on"), (*path, "depends_on"), unknown)
    for entry, at in _texts(body.get("links"), (*path, "links"), unknown):
        name, colon, alias = entry.partition(":")
        yield Dependency(entry if colon and ":" in alias else name, "links", at)
    for entry, at in _texts(body.get("volumes_from"), (*path, "volumes_from"), unknown):
        if not entry.startswith(_CONTAINER):
            yield Dependency(entry.partition(":")[0], "volumes_from", at)
    for key in ("network_mode", "ipc", "pid", "uts"):
        value, at = body.get(key), (*path, key)
        if isinstance(value, str) and value.startswith(_PREFIX) and at not in unknown:
            yield Dependency(value.removeprefix(_PREFIX), key, at, offset=len(_PREFIX))


def _depends_on(found: Any, path: Path, unknown: Collection[Path]) -> Iterator[Dependency]:
    if isinstance(found, list):
        for entry, at in _texts(found, path, unknown):
            yield Dependency(entry, "depends_on", at)
    elif isinstance(found, dict):
        for name, options in found.items():
            wanted = options if isinstance(options, dict) else {}
            yield Dependency(
                name,
                "depends_on",
                (*path, name),
                at_key=True,
                condition=str(wanted.get("condition")),
                required=wanted.get("required") is not False,
            )


def _texts(found: Any, path: Path, unknown: Collection[Path]) -> Iterator[tuple[str, Path]]:
    for index, entry in enumerate(found if isinstance(found, list) else ()):
        at = (*path, index)
        if isinstance(entry, str) and at not in unknown:
            yield entry, at
