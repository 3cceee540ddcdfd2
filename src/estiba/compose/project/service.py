"""One service of a Compose file, as far as its values are what they should be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from estiba.compose.formats.fault import FormatFault
from estiba.compose.formats.images import Image, read_image
from estiba.compose.project.dependencies import Dependency, dependencies_of
from estiba.compose.project.mounting import PlacedMount, mounts_of
from estiba.compose.project.publishing import PlacedPort, ports_of
from estiba.compose.reading.tree import Path


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable of a service's `environment`; `value` is None where it comes from outside."""

    name: str
    value: str | None
    path: Path
    """Of the entry in a list, of the value in a mapping."""
    at: int = 0
    """Index in the text at `path` where the value begins."""


@dataclass(frozen=True)
class Service:
    """A service; `open` are the paths of the file whose values nobody can know."""

    name: str
    body: dict[str, Any]
    open: frozenset[Path]

    @property
    def path(self) -> Path:
        """The path that leads to it."""
        return ("services", self.name)

    def text(self, *keys: str) -> str | None:
        """Give the text that `keys` lead to, if there is one that is known."""
        value: Any = self.body
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        if not isinstance(value, str) or (self.open and self.path + keys in self.open):
            return None
        return value

    def entries(self, key: str) -> Iterator[tuple[str, Path]]:
        """Give the texts of the list under `key` that are known, with their paths."""
        found = self.body.get(key)
        for index, entry in enumerate(found if isinstance(found, list) else ()):
            path = (*self.path, key, index)
            if isinstance(entry, str) and path not in self.open:
                yield entry, path

    def is_open(self, path: Path) -> bool:
        """Whether the value at `path` hangs on a variable that its reader sets."""
        return path in self.open

    @cached_property
    def image(self) -> Image | None:
        """Its image, if it is one that a registry can have."""
        written = self.text("image")
        try:
            return read_image(written) if written else None
        except FormatFault:
            return None

    @cached_property
    def environment(self) -> dict[str, Variable]:
        """Its environment, by name; of a name that stands twice the last counts."""
        return {one.name: one for one in self._variables()}

    @cached_property
    def labels(self) -> dict[str, Variable]:
        """Its labels, by name."""
        return {one.name: one for one in _pairs(self.body.get("labels"), (*self.path, "labels"))}

    @cached_property
    def ports(self) -> list[PlacedPort]:
        """The entries of `ports`, read or with what is wrong with them."""
        return list(ports_of(self.body.get("ports"), (*self.path, "ports"), self.open))

    @cached_property
    def mounts(self) -> list[PlacedMount]:
        """The entries of `volumes`, read or with what is wrong with them."""
        return list(mounts_of(self.body.get("volumes"), (*self.path, "volumes"), self.open))

    @cached_property
    def dependencies(self) -> list[Dependency]:
        """The services that it names, wherever it does."""
        return list(dependencies_of(self.body, self.path, self.open))

    def _variables(self) -> Iterator[Variable]:
        return _pairs(self.body.get("environment"), (*self.path, "environment"))


def _pairs(found: Any, path: Path) -> Iterator[Variable]:
    """Read `key=value` in a list, `key: value` in a mapping."""
    if isinstance(found, dict):
        for name, value in found.items():
            yield Variable(str(name), _written(value), (*path, name))
    elif isinstance(found, list):
        for index, entry in enumerate(found):
            if isinstance(entry, str):
                name, equals, value = entry.partition("=")
                yield Variable(name, value if equals else None, (*path, index), len(name) + 1)


def _written(value: Any) -> str | None:
    if value is None or isinstance(value, dict | list):
        return None
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e21:
        return str(int(value))
    return str(value).lower() if isinstance(value, bool) else str(value)
