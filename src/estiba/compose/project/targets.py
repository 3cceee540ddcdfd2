"""Paths in a container on which a service mounts two things.

Source: Docker Compose 2.40.3. Of two volumes with one target it takes the last, first by the
targets as they are written, then by those of the short form cleaned. It refuses what it does
not see as one: a tmpfs beside a volume, or targets of the long form written in two ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from estiba.compose.formats.mounts import clean_target
from estiba.compose.project.mounting import PlacedMount
from estiba.compose.project.service import Service
from estiba.compose.reading.tree import Path


@dataclass(frozen=True, slots=True)
class MountedTwice:
    """A target, with the paths of the entries that mount on it."""

    target: str
    path: Path
    first: Path


def mounted_twice(service: Service) -> Iterator[MountedTwice]:
    """Give each entry of `tmpfs` and `volumes` whose target an entry before it has."""
    taken: dict[str, Path] = {}
    for target, path in (*_tmpfs(service), *_volumes(service)):
        if target in taken:
            yield MountedTwice(target, path, taken[target])
        elif target:
            taken[target] = path


def _tmpfs(service: Service) -> Iterator[tuple[str, Path]]:
    """Give the targets as they are written, of two entries equal up to a `=` the last."""
    path = (*service.path, "tmpfs")
    alone = service.text("tmpfs")
    if alone is not None:
        yield alone.partition(":")[0], path
    kept = {entry.partition("=")[0]: (entry, at) for entry, at in service.entries("tmpfs")}
    for entry, at in kept.values():
        yield entry.partition(":")[0], at


def _volumes(service: Service) -> Iterator[tuple[str, Path]]:
    for placed in effective_mounts(service):
        if placed.mount is not None:
            yield clean_target(placed.mount.target), placed.path


def effective_mounts(service: Service) -> list[PlacedMount]:
    """Give the entries of `volumes` that Compose looks at, of those that can be read."""
    as_written = {_written_target(one, service.body): one for one in service.mounts if one.mount is not None}
    as_read = {one.mount.target: one for one in as_written.values() if one.mount is not None}
    return list(as_read.values())


def _written_target(placed: PlacedMount, body: dict[str, Any]) -> str:
    """Give a target as it is written: that of a short form has been cleaned."""
    mount, entry = placed.mount, body["volumes"][placed.path[-1]]
    if mount is None or not isinstance(entry, str):
        return mount.target if mount is not None else ""
    behind = entry[len(mount.source) + 1 :] if mount.source else entry
    return behind[: -len(",".join(mount.options)) - 1] if mount.options else behind
