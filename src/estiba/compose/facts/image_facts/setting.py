"""What can be known of the setting that a service gives to its image."""

from __future__ import annotations

import posixpath
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from estiba.compose.facts.capabilities import capability_name
from estiba.compose.facts.host_paths import is_engine_socket
from estiba.compose.formats.devices import read_device
from estiba.compose.formats.fault import FormatFault
from estiba.compose.project.mounting import PlacedMount
from estiba.compose.project.service import Service
from estiba.compose.reading.tree import Path

_FURNITURE = frozenset("cap_add command devices environment ports privileged restart volumes".split())


@dataclass(frozen=True, slots=True)
class Setting:
    """A service, asked about. Where an answer hangs on what nobody here can see, it is "perhaps"."""

    service: Service

    @property
    def is_sketch(self) -> bool:
        """Whether it is hardly more than the name of its image, or gets the rest from elsewhere."""
        body = self.service.body
        return "extends" in body or _FURNITURE.isdisjoint(body)

    @property
    def is_to_last(self) -> bool:
        """Whether it is meant to be kept: it is started again, or mounts something."""
        body = self.service.body
        return "extends" not in body and (
            body.get("restart") not in (None, "no") or bool(body.get("volumes"))
        )

    @property
    def words(self) -> list[str] | None:
        """The words of its `command`; None where they are not known."""
        found = self.service.body.get("command")
        if self._is_open("command"):
            return None
        if isinstance(found, list):
            return [str(word) for word in found]
        if not isinstance(found, str):
            return []
        try:
            return shlex.split(found)
        except ValueError:
            return None

    def may_have_variable(self, wanted: str) -> bool:
        """Whether the variable `NAME`, or `NAME=value`, is set, or may be."""
        name, equals, value = wanted.partition("=")
        body, environment = self.service.body, self.service.environment
        found = environment.get(name)
        if found is not None:
            if found.value is None or not equals or self.service.is_open(found.path):
                return True
            return found.value.strip().lower() == value.lower()
        written = body.get("environment")
        is_known = written is None or (isinstance(written, list | dict) and "" not in environment)
        return bool(body.get("env_file")) or not is_known

    def may_mount(self, path: str) -> bool:
        """Whether something is mounted on `path`, above or below it, or may be."""
        if "volumes_from" in self.service.body or self._is_open("volumes"):
            return True
        if any(placed.mount is None for placed in self.service.mounts):
            return True
        return any(_related(target, path) for target in self._targets())

    def mounts_on(self, path: str) -> Iterator[PlacedMount]:
        """Give the mounts that end just at `path`."""
        for placed in self.service.mounts:
            if placed.mount is not None and posixpath.normpath(placed.mount.target) == path:
                yield placed

    def may_reach_engine(self) -> bool:
        """Whether Docker's socket is mounted, or may be."""
        sources = [placed.mount.source for placed in self.service.mounts if placed.mount is not None]
        return (
            self.service.body.get("use_api_socket") is True
            or any(is_engine_socket(source) or "docker" in source or "sock" in source for source in sources)
            or any(source.rstrip("/") in ("/var/run", "/run", "") for source in sources)
            or any(placed.mount is None for placed in self.service.mounts)
            or "volumes_from" in self.service.body
            or self._is_open("volumes")
        )

    def capabilities(self) -> Iterator[tuple[str, Path]]:
        """Give the names of the capabilities that it adds."""
        for entry, path in self.service.entries("cap_add"):
            yield capability_name(entry) or entry, path

    def may_lack_nothing(self) -> bool:
        """Whether it has every capability, or may have."""
        body = self.service.body
        return body.get("privileged") not in (None, False) or self._is_open("cap_add")

    def devices(self) -> Iterator[tuple[str, Path]]:
        """Give the devices of the host that it is given, as such or as mounts."""
        for entry, path in self.service.entries("devices"):
            try:
                yield read_device(entry).source, path
            except FormatFault:
                continue
        for placed in self.service.mounts:
            if placed.mount is not None:
                yield placed.mount.source, placed.path

    def _targets(self) -> Iterator[str]:
        for placed in self.service.mounts:
            if placed.mount is not None:
                yield placed.mount.target
        for key in ("configs", "secrets"):
            found = self.service.body.get(key)
            for entry in found if isinstance(found, list) else ():
                if isinstance(entry, dict):
                    yield str(entry.get("target") or "")
        tmpfs: Any = self.service.body.get("tmpfs")
        for entry in [tmpfs] if isinstance(tmpfs, str) else tmpfs if isinstance(tmpfs, list) else ():
            yield str(entry).partition(":")[0]

    def _is_open(self, key: str) -> bool:
        """Whether the value of `key`, or a part of it, hangs on variables that its reader sets, or is odd."""
        if not isinstance(self.service.body.get(key), str | list | dict | None):
            return True
        start = (*self.service.path, key)
        return any(path[: len(start)] == start for path in self.service.open)


def _related(target: str, path: str) -> bool:
    """Whether one of two paths is the other, or above it."""
    target = posixpath.normpath(target)
    return target == "/" or f"{path}/".startswith(f"{target}/") or f"{target}/".startswith(f"{path}/")
