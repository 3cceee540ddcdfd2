"""The tree of a Compose file -> plain values, with the place of each key and value.

Merge keys (`<<`) are carried out, lists lose repeated entries, as Compose does before
it looks at the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from estiba.compose.scalars import is_date, scalar_value
from estiba.yaml_tree import Mapping, Node, Scalar, Sequence

Path = tuple[str | int, ...]
MERGE = "<<"


@dataclass(frozen=True, slots=True)
class Place:
    """Offsets into the example's text: of a value, and of the key that it stands under."""

    key: int
    value: int


@dataclass(slots=True)
class Values:
    """A Compose file as plain values."""

    root: dict[str, Any]
    places: dict[Path, Place] = field(default_factory=dict)
    dates: list[Path] = field(default_factory=list)
    """Values that YAML makes dates of."""

    def place(self, path: Path) -> Place:
        """Give the place of what `path` leads to, or of the nearest thing above it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(0, 0))


@dataclass(frozen=True, slots=True)
class Repeated:
    """A key that stands twice in one mapping."""

    key: str
    offset: int
    first: int
    """Offset of the key that stood there first."""


def read_values(root: Mapping) -> Values:
    """Turn the tree into plain values."""
    values = Values({})
    values.root = _mapping(root, (), values)
    return values


def repeated_keys(root: Node) -> Iterator[Repeated]:
    """Find every key that stands twice in one mapping, in the order of the file."""
    stack: list[Node] = [root]
    seen: set[int] = set()
    found: list[Repeated] = []
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar) or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Sequence):
            stack.extend(node.items)
            continue
        first: dict[str, int] = {}
        for key, value in node.pairs:
            stack.append(value)
            if not isinstance(key, Scalar):
                continue
            if key.text in first:
                found.append(Repeated(key.text, key.start, first[key.text]))
            first.setdefault(key.text, key.start)
    yield from sorted(found, key=lambda one: one.offset)


def _value(node: Node, path: Path, values: Values) -> Any:
    if isinstance(node, Mapping):
        return _mapping(node, path, values)
    if isinstance(node, Sequence):
        return _sequence(node, path, values)
    if is_date(node):
        values.dates.append(path)
    return scalar_value(node)


def _mapping(node: Mapping, path: Path, values: Values) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in _pairs(node):
        if value.tag == "!reset":
            continue
        inner = (*path, key.text)
        values.places[inner] = Place(key.start, value.start)
        result[key.text] = _value(value, inner, values)
    return result


def _pairs(node: Mapping) -> list[tuple[Scalar, Node]]:
    """Give the pairs of a mapping once its merge keys are carried out."""
    own: dict[str, tuple[Scalar, Node]] = {}
    merged: list[Node] = []
    for key, value in node.pairs:
        if not isinstance(key, Scalar):
            continue
        if key.text == MERGE and key.plain:
            merged.extend(value.items if isinstance(value, Sequence) else (value,))
        else:
            own[key.text] = (key, value)
    for source in merged:
        if isinstance(source, Mapping):
            for key, value in _pairs(source):
                own.setdefault(key.text, (key, value))
    return list(own.values())


def _sequence(node: Sequence, path: Path, values: Values) -> list[Any]:
    result: list[Any] = []
    seen: set[tuple[type, Any]] = set()
    for item in node.items:
        if isinstance(item, Scalar):
            mark = (type(scalar_value(item)), scalar_value(item))
            if mark in seen:
                continue
            seen.add(mark)
        inner = (*path, len(result))
        values.places[inner] = Place(item.start, item.start)
        result.append(_value(item, inner, values))
    return result
