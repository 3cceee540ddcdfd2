"""The tree of a Compose file -> plain values, with the place of each key and value.

Merge keys (`<<`) are carried out, variables are put in, and fields that Compose
reads as numbers or truth values are read so, as it does before it looks at the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Dict
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from estiba.compose.formats.fault import FormatFault
from estiba.compose.reading.casts import cast_of
from estiba.compose.reading.interpolation import Template, read_template, substitute
from estiba.compose.reading.merge_keys import is_merge_key, merge_sources
from estiba.compose.reading.merging import RESET
from estiba.compose.reading.scalars import is_date, scalar_value, tag_fault
from estiba.compose.reading.unicity import without_repeated
from estiba.yaml_tree import Mapping, Node, Scalar, Sequence

Path = tuple[str | int, ...]


class Place(NamedTuple):
    """Where a value stands in the example's text: offsets of it and of its key, and its node."""

    key: int
    value: int
    node: Node | None = None
    used: int | None = None
    """Where an alias or a merge key brings it in, if it stands elsewhere."""


@dataclass(frozen=True, slots=True)
class Misread:
    """A value that no template or number can be made of."""

    path: Path
    fault: FormatFault


@dataclass(frozen=True, slots=True)
class OddKey:
    """Something that Compose takes for no key.

    `kind` is `value` (a number, truth value, date or nothing), `collection` or `merge` (what
    a merge key leads to is no mapping).
    """

    kind: str
    text: str
    offset: int


@dataclass(slots=True)
class Values:
    """A Compose file as plain values."""

    root: dict[str, Any]
    places: dict[Path, Place] = field(default_factory=dict)
    dates: list[Path] = field(default_factory=list)
    """Values that YAML makes dates of."""
    odd_keys: list[OddKey] = field(default_factory=list)
    templates: dict[Path, Template] = field(default_factory=dict)
    """What stands where a value has a `$` in it."""
    unset: dict[Path, tuple[str, ...]] = field(default_factory=dict)
    """Values that hang on variables nobody has set, and these."""
    misread_templates: list[Misread] = field(default_factory=list)
    misread_casts: list[Misread] = field(default_factory=list)

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


def read_values(root: Mapping, variables: Dict[str, str] | None = None) -> Values:
    """Turn the tree into plain values, `variables` put in; those without a value are empty."""
    values = Values({})
    values.root = _Reader(values, variables or {}).mapping(root, (), None)
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


class _Reader:
    """Reads one file's tree into `values`."""

    def __init__(self, values: Values, variables: Dict[str, str]) -> None:
        self.values = values
        self.variables = variables

    def mapping(self, node: Mapping, path: Path, used: int | None) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key, value, merged_at in self._pairs(node):
            if value.tag == RESET:
                continue
            inner = (*path, key.text)
            at = merged_at if merged_at is not None else used
            if value.start < key.start:
                at = key.start if at is None else at
            self.values.places[inner] = Place(key.start, value.start, value, at)
            result[key.text] = self._value(value, inner, at)
        return result

    def _value(self, node: Node, path: Path, used: int | None) -> Any:
        if isinstance(node, Mapping):
            return self.mapping(node, path, used)
        if isinstance(node, Sequence):
            return self._sequence(node, path, used)
        if is_date(node):
            self.values.dates.append(path)
        fault = tag_fault(node) if node.tag else None
        if fault:
            self.values.misread_casts.append(Misread(path, FormatFault(fault, 0, node.text)))
        value = scalar_value(node)
        return self._text(value, path) if isinstance(value, str) else value

    def _text(self, value: str, path: Path) -> Any:
        if "$" in value:
            try:
                template = read_template(value)
            except FormatFault as fault:
                self.values.misread_templates.append(Misread(path, fault))
                return value
            self.values.templates[path] = template
            filled = substitute(template, self.variables)
            value = filled.text
            if filled.unset:
                self.values.unset[path] = filled.unset
        cast = cast_of(path)
        if cast is None:
            return value
        try:
            return cast(value)
        except FormatFault as fault:
            self.values.misread_casts.append(Misread(path, fault))
            return value

    def _sequence(self, node: Sequence, path: Path, used: int | None) -> list[Any]:
        result: list[Any] = []
        for item in without_repeated(node.items, path):
            if item.tag == RESET:
                continue
            inner = (*path, len(result))
            at = node.start if used is None and item.start < node.start else used
            self.values.places[inner] = Place(item.start, item.start, item, at)
            result.append(self._value(item, inner, at))
        return result

    def _pairs(self, node: Mapping) -> list[tuple[Scalar, Node, int | None]]:
        """Give the pairs of a mapping once its merge keys are carried out, and where they stand."""
        own: dict[str, tuple[Scalar, Node, int | None]] = {}
        merged: list[tuple[Node, int]] = []
        for key, value in node.pairs:
            if not isinstance(key, Scalar):
                self.values.odd_keys.append(OddKey("collection", "", key.start))
            elif is_merge_key(key):
                merged.extend((source, key.start) for source in merge_sources(value))
            else:
                if key.plain and (not isinstance(scalar_value(key), str) or is_date(key)) and key.tag is None:
                    self.values.odd_keys.append(OddKey("value", key.text, key.start))
                own[key.text] = (key, value, None)
        for source, at in merged:
            if not isinstance(source, Mapping):
                self.values.odd_keys.append(OddKey("merge", "", at))
                continue
            for key, value, _ in self._pairs(source):
                own.setdefault(key.text, (key, value, at))
        return list(own.values())
