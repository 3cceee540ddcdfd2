"""The entries of a service's `volumes`, in short and long form."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from estiba.compose.formats.fault import FormatFault
from estiba.compose.formats.mounts import Mount, read_mount
from estiba.compose.reading.tree import Path


@dataclass(frozen=True, slots=True)
class PlacedMount:
    """An entry of `volumes`: what it says, or what is wrong with it."""

    path: Path
    """Of the entry."""
    mount: Mount | None = None
    fault: FormatFault | None = None
    source_path: Path = ()
    """Of the value that begins with the source."""


def mounts_of(entries: Any, path: Path, unknown: Collection[Path]) -> Iterator[PlacedMount]:
    """Read each entry whose value is known."""
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        at = (*path, index)
        try:
            if isinstance(entry, dict):
                yield from _long(entry, at, unknown)
            elif isinstance(entry, str) and at not in unknown:
                yield PlacedMount(at, read_mount(entry), source_path=at)
        except FormatFault as fault:
            yield PlacedMount(at, fault=fault)


def _long(entry: dict[str, Any], path: Path, unknown: Collection[Path]) -> Iterator[PlacedMount]:
    kind, source, target = entry.get("type"), entry.get("source"), entry.get("target")
    if any((*path, key) in unknown for key in ("type", "source", "target")) or not isinstance(kind, str):
        return
    if "target" not in entry:
        raise FormatFault("no-target")
    if kind == "bind" and "source" not in entry:
        raise FormatFault("no-source")
    if not isinstance(target, str):
        return
    options = ("ro",) if entry.get("read_only") is True else ()
    yield PlacedMount(path, Mount(kind, str(source or ""), target, options), source_path=(*path, "source"))
