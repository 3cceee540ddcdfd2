"""YAML text -> a tree in which every node knows where it stands.

PyYAML's own trees are built by recursion and expand nothing safely, so the tree
is built here from libyaml's events: in a loop, with limits that hold before
anything is expanded. Nothing is resolved: a scalar is its text and its style, and
what `no` or `22:22` mean is decided by whoever reads the tree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

import yaml

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml: slower, the same events
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

MAX_DEPTH = 64
"""Levels that a document may have once its aliases are written out."""
MAX_NODES = 100_000
"""Nodes that a document may have once its aliases are written out."""
_LONG = 20
"""Characters of a value that count as one node more, since an alias may repeat a long one many times."""

_BYTE_ORDER_MARK = "\ufeff"
"""Skipped by YAML at the start of a text, and not counted by libyaml."""
_TOLD_LATE = {
    "found unexpected end of stream": "where the quote opens, not where the text ends",
    "could not find expected ':'": "where the key stands, not the line below",
}
"""Faults that libyaml marks behind their place, which its context has."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_NO_CHARACTER = "a surrogate is no character"


class Scalar(NamedTuple):
    """A single value as written: `text` without quotes, from offset `start` to `end`."""

    text: str
    start: int
    end: int
    plain: bool
    """Written without quotes and not as a block, so that it may be a number, a date …"""
    tag: str | None = None
    """A tag that the author wrote (`!!python/name`, `!ENV`), or None."""


class Sequence(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    start: int
    end: int
    tag: str | None = None


class Mapping(NamedTuple):
    """A mapping as a list of pairs: a key may stand there twice."""

    pairs: tuple[tuple[Node, Node], ...]
    start: int
    end: int
    tag: str | None = None

    def get(self, key: str) -> Node | None:
        """Give the first value under the scalar key `key`."""
        for name, value in self.pairs:
            if isinstance(name, Scalar) and name.text == key:
                return value
        return None


Node = Scalar | Sequence | Mapping


class YamlFault(Exception):
    """YAML that cannot be read.

    `kind` is `syntax` (with libyaml's words in `detail`), `depth`, `size` or
    `cycle`; `offset` is where, in code points from the start of the text.
    """

    def __init__(self, kind: str, offset: int, detail: str = "") -> None:
        super().__init__(kind, offset, detail)
        self.kind = kind
        self.offset = offset
        self.detail = detail


@dataclass(slots=True)
class _Open:
    """A collection whose end has not been seen."""

    start: int
    tag: str | None
    anchor: str | None
    is_mapping: bool
    children: list[Node]
    size: int = 1
    height: int = 1


class _Built(NamedTuple):
    """A node that is whole, with its nodes and levels as if its aliases were written out."""

    node: Node
    size: int = 1
    height: int = 0


def read_documents(text: str) -> list[Node]:
    """Read every document of a YAML stream; an empty stream has none.

    Raises `YamlFault`: broken syntax, more than `MAX_DEPTH` levels or `MAX_NODES` nodes
    with aliases written out, or an alias inside its own anchor.
    """
    if text.startswith(_BYTE_ORDER_MARK):
        return _read_documents(text[1:], 1)
    return _read_documents(text, 0)


def _read_documents(text: str, shift: int) -> list[Node]:
    """Read `text`, before which `shift` characters stand."""
    try:
        return _documents(text, shift)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if error.problem in _TOLD_LATE:
            mark = error.context_mark or mark
        detail = error.problem or error.context or ""
        raise YamlFault("syntax", (mark.index if mark else 0) + shift, detail) from None
    except yaml.reader.ReaderError as error:
        raise YamlFault("syntax", _first_unreadable(text) + shift, error.reason) from None
    except UnicodeEncodeError as error:
        raise YamlFault("syntax", error.start + shift, _NO_CHARACTER) from None


def _documents(text: str, shift: int) -> list[Node]:
    documents: list[Node] = []
    builder = _Builder(shift)
    for event in iter(_Loader(text).get_event, None):
        if isinstance(event, yaml.ScalarEvent):
            builder.scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            builder.begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            builder.close(event)
        elif isinstance(event, yaml.AliasEvent):
            builder.alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            builder = _Builder(shift)
        elif isinstance(event, yaml.DocumentEndEvent) and builder.root is not None:
            documents.append(builder.root)
    return documents


def _first_unreadable(text: str) -> int:
    """Find the character that made libyaml give up: its own count is in bytes."""
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    return found.start() if found else 0


class _Builder:
    """One document, event by event."""

    def __init__(self, shift: int) -> None:
        self.shift = shift
        self.root: Node | None = None
        self.open: list[_Open] = []
        self.anchors: dict[str, _Built | _Open] = {}

    def scalar(self, event: yaml.ScalarEvent) -> None:
        text, start, style = event.value, self._start(event), event.style
        if style == '"' and _SURROGATE.search(text):  # by an escape, which has no other place
            raise YamlFault("syntax", start, _NO_CHARACTER)
        node = Scalar(text, start, self._end(event), style in (None, ""), event.tag)
        size = 1 + len(text) // _LONG
        if event.anchor is not None:
            self.anchors[event.anchor] = _Built(node, size)
        self._add(node, size, 0, start)

    def begin(self, event: yaml.CollectionStartEvent) -> None:
        start = self._start(event)
        if len(self.open) >= MAX_DEPTH:
            raise YamlFault("depth", start)
        begun = _Open(start, event.tag, event.anchor, isinstance(event, yaml.MappingStartEvent), [])
        self.open.append(begun)
        if event.anchor is not None:
            self.anchors[event.anchor] = begun

    def close(self, event: yaml.CollectionEndEvent) -> None:
        done, end = self.open.pop(), self._end(event)
        node: Node
        if done.is_mapping:
            pairs = tuple(zip(done.children[::2], done.children[1::2], strict=True))
            node = Mapping(pairs, done.start, end, done.tag)
        else:
            node = Sequence(tuple(done.children), done.start, end, done.tag)
        if done.anchor is not None and self.anchors[done.anchor] is done:
            self.anchors[done.anchor] = _Built(node, done.size, done.height)
        self._add(node, done.size, done.height, done.start)

    def alias(self, event: yaml.AliasEvent) -> None:
        start, name = self._start(event), str(event.anchor)
        found = self.anchors.get(name)
        if found is None:
            raise YamlFault("syntax", start, f"found undefined alias '{name}'")
        if isinstance(found, _Open):
            raise YamlFault("cycle", start, name)
        if len(self.open) + found.height > MAX_DEPTH:
            raise YamlFault("depth", start)
        self._add(*found, start)

    def _start(self, event: yaml.Event) -> int:
        return (event.start_mark.index if event.start_mark else 0) + self.shift

    def _end(self, event: yaml.Event) -> int:
        return (event.end_mark.index if event.end_mark else 0) + self.shift

    def _add(self, node: Node, size: int, height: int, start: int) -> None:
        """Put `node` where it stands, which begins at `start`."""
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        parent.children.append(node)
        parent.size += size
        if height >= parent.height:
            parent.height = height + 1
        if parent.size > MAX_NODES:
            raise YamlFault("size", start)
