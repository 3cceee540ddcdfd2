"""Where in an example's text a part of a value stands, so that it can be written anew there."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from estiba.compose.reading.source_map import source_offsets
from estiba.yaml_tree import Mapping, Scalar, YamlFault, read_documents

Span = tuple[int, int]
_PROPERTIES = re.compile(r"(?:[&!][^\s,\]}]*[ \t]*(?:\n[ \t]*)?)+")
"""Anchors and tags, with which a scalar begins."""
_BLOCKS = ("|", ">")
_QUOTES = ("'", '"')
_DOUBLED = (("'", "'"), ('"', "\\"))
"""Characters that are written twice, and in which quotes."""


@dataclasses.dataclass(frozen=True, slots=True)
class Written:
    """A scalar, and where its characters stand in the text that it was read from."""

    source: str
    scalar: Scalar
    """Begins behind its anchors and tags."""
    first: int
    """Index, in the value, of the first character of `scalar`: not 0 where the value was put together
    of a key and this (`KEY=value`), below 0 where it is the end of it.
    """
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> Span | None:
        """Give the span of the characters `start` to `end` of the value.

        None where that cannot be said for sure: beside an escape, or in a fold.
        """
        start, end = start - self.first, end - self.first
        text = self.scalar.text
        if not 0 <= start < end <= len(text):
            return None
        first, last = self.offsets[start], self.offsets[end - 1]
        stop = last + 1 if self.source[last : last + 1] == text[end - 1] else self.offsets[end]
        if (self.quote, text[end - 1]) in _DOUBLED:
            stop = last + 2
        if _bare(self.source[first:stop]) == _bare(text[start:end]):
            return first, stop
        return (first, stop) if self._decoded(first, stop) == text[start:end] else None

    def _decoded(self, start: int, end: int) -> str | None:
        """Read a stretch of the source as if it stood alone in the quotes around it."""
        if self.quote not in _QUOTES:
            return None
        try:
            (root,) = read_documents(f"{self.quote}{self.source[start:end]}{self.quote}")
        except (YamlFault, ValueError):
            return None
        return root.text if isinstance(root, Scalar) else None

    @property
    def quote(self) -> str:
        """What the scalar is written with: `'`, `"`, `|`, `>` or nothing."""
        return "" if self.scalar.plain else self.source[self.scalar.start]


def written(source: str, scalar: Scalar) -> Written | None:
    """Find `scalar` in `source`; None where it is not there.

    What became `KEY=value` or `KEY: value` while documents were merged is found, too.
    """
    start = behind_properties(source, scalar.start, scalar.end)
    found = scalar if start == scalar.start else scalar._replace(start=start)
    if scalar.plain or source[found.start : found.start + 1] in _BLOCKS or _is_simple(source, found):
        return Written(source, found, 0, source_offsets(source, found))
    whole = _read_again(source, scalar)
    if whole is None:
        return None
    if isinstance(whole, Scalar):
        if whole.text == scalar.text:
            return Written(source, found, 0, source_offsets(source, found))
        name, equals, rest = whole.text.partition("=")
        inner = written(source, whole) if equals and rest == scalar.text else None
        return dataclasses.replace(inner, first=-len(name) - 1) if inner else None
    key, value = whole
    inner = written(source, value) if f"{key.text}={value.text}" == scalar.text else None
    return dataclasses.replace(inner, first=len(key.text) + 1) if inner else None


def behind_properties(source: str, start: int, end: int) -> int:
    """Give where a node of YAML from `start` to `end` begins behind its anchors and tags."""
    properties = _PROPERTIES.match(source, start, end)
    return properties.end() if properties else start


def _is_simple(source: str, scalar: Scalar) -> bool:
    """Whether it stands in quotes just as it is."""
    inside = source[scalar.start + 1 : scalar.end - 1]
    return source[scalar.start : scalar.start + 1] in _QUOTES and inside == scalar.text


def _read_again(source: str, scalar: Scalar) -> Scalar | tuple[Scalar, Scalar] | None:
    """Read what stands where `scalar` is said to: a scalar, or a key and its value."""
    try:
        roots = read_documents(source[scalar.start : scalar.end])
    except YamlFault:
        return None
    root = roots[0] if len(roots) == 1 else None
    if isinstance(root, Mapping) and len(root.pairs) == 1:
        key, value = root.pairs[0]
        if isinstance(key, Scalar) and isinstance(value, Scalar):
            return key, _moved(value, scalar.start)
    return _moved(root, scalar.start) if isinstance(root, Scalar) else None


def _moved(scalar: Scalar, by: int) -> Scalar:
    return scalar._replace(start=scalar.start + by, end=scalar.end + by)


def _bare(text: str) -> str:
    return "".join(text.split())
