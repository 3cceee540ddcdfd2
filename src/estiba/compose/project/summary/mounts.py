"""What a service keeps, and where."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from estiba.compose.formats.mounts import Mount, clean_target
from estiba.compose.project.model import Model
from estiba.compose.project.service import Service
from estiba.compose.project.summary.as_written import cut, filled, is_reference, pieces_of
from estiba.compose.project.targets import effective_mounts
from estiba.compose.reading.tree import Path


class Store(enum.StrEnum):
    """Where something is kept."""

    VOLUME = "volume"
    UNNAMED = "unnamed"
    """A volume without a name: the next container has another one."""
    HOST = "host"
    """A folder or a file of the host; so is what a variable gives."""
    MEMORY = "memory"
    IMAGE = "image"
    OTHER = "other"
    """It cannot be read."""


@dataclass(frozen=True, slots=True)
class ShownMount:
    """One entry of `volumes` or `tmpfs`, for people."""

    store: Store
    source: str
    """Empty for a volume without a name and for memory."""
    target: str
    """The path in the container; empty where the entry cannot be taken apart: then `source` is as written."""
    is_read_only: bool = False


_STORES = {"bind": Store.HOST, "npipe": Store.HOST, "tmpfs": Store.MEMORY, "image": Store.IMAGE}
_NAME = re.compile(r"[A-Za-z0-9][\w.-]*", re.ASCII)
"""A volume's name, to Docker Engine."""


def shown_mounts(service: Service, model: Model) -> Iterator[ShownMount]:
    """Give the entries of `volumes`, also those that hang on variables, then those of `tmpfs`.

    Of two with one target the last counts.
    """
    entries = service.body.get("volumes")
    read = {one.path[len(service.path) + 1]: one.mount for one in service.mounts}
    counting = {one.path[len(service.path) + 1] for one in effective_mounts(service)}
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        path = (*service.path, "volumes", index)
        mount = read.get(index)
        if mount is not None:
            if index in counting:
                yield _known(mount)
        elif isinstance(entry, dict):
            yield from _long(entry, model, path)
        elif service.is_open(path) and not is_reference(model.values.templates[path]):
            yield _short(pieces_of(model.values.templates[path], braced=True))
        else:
            yield from _whole(model, path)
    yield from _tmpfs(service, model)


def _known(mount: Mount) -> ShownMount:
    store = _STORES.get(mount.type) or _volume(mount.source)
    source = "" if store is Store.MEMORY else cut(mount.source)
    return ShownMount(store, source, cut(mount.target), "ro" in mount.options)


def _volume(source: str) -> Store:
    """Say what a volume is that is called so: what can be no name, say `<your path>`, stands for a path."""
    if not source:
        return Store.UNNAMED
    return Store.VOLUME if _NAME.fullmatch(source) else Store.HOST


def _short(pieces: list[str]) -> ShownMount:
    if len(pieces[0]) == 1 and pieces[0].isalpha() and len(pieces) > 1:  # a drive of Windows
        pieces = [f"{pieces[0]}:{pieces[1]}", *pieces[2:]]
    if len(pieces) == 1:
        return ShownMount(Store.UNNAMED, "", pieces[0])
    source, target, *options = pieces
    return ShownMount(Store.HOST, source, clean_target(target), "ro" in ",".join(options).split(","))


def _long(entry: dict[str, Any], model: Model, path: Path) -> Iterator[ShownMount]:
    source, target = (filled(model, (*path, key), braced=True) for key in ("source", "target"))
    kind = entry.get("type")
    store = _STORES.get(kind, Store.HOST) if isinstance(kind, str) else Store.OTHER
    if kind == "volume":
        store = _volume(source)
    if target:
        yield ShownMount(store, source, target, entry.get("read_only") is True)


def _whole(model: Model, path: Path) -> Iterator[ShownMount]:
    shown = filled(model, path, braced=True)
    if shown:
        yield ShownMount(Store.OTHER, shown, "")


def _tmpfs(service: Service, model: Model) -> Iterator[ShownMount]:
    found, path = service.body.get("tmpfs"), (*service.path, "tmpfs")
    paths = [(*path, index) for index in range(len(found))] if isinstance(found, list) else [path]
    for one in paths:
        target = filled(model, one, braced=True).partition(":")[0]
        if target:
            yield ShownMount(Store.MEMORY, "", target)
