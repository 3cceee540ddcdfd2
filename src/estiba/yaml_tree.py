"""YAML text -> a tree in which every node knows where it stands.

PyYAML's own trees are built by recursion and expand nothing safely, so the tree
is built here from libyaml's events: in a loop, with limits that hold before
anything is expanded. Nothing is resolved: a scalar is its text and its style, and
what `no` or `22:22` mean is decided by whoever reads the tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml: slower, the same events
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

MAX_DEPTH = 64
MAX_NODES = 100_000
"""Nodes that a document may have once its aliases are written out."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as written: `text` without quotes, from offset `start` to `end`."""

    text: str
    start: int
    end: int
    plain: bool
    """Written without quotes and not as a block, so that it may be a number, a date …"""
    tag: str | None = None
    """A tag that the author wrote (`!!python/name`, `!ENV`), or None."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    start: int
    end: int
    tag: str | None = None


@dataclass(frozen=True, slots=True)
class Mapping:
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


def read_documents(text: str) -> list[Node]:
    """Read every document of a YAML stream; an empty stream has none.

    Raises `YamlFault`: broken syntax, more than `MAX_DEPTH` levels, more than
    `MAX_NODES` nodes with aliases written out, or an alias inside its own anchor.
    """
    documents: list[Node] = []
    builder = _Builder()
    try:
        for event in _events(text):
            if isinstance(event, yaml.DocumentStartEvent):
                builder = _Builder()
            elif isinstance(event, yaml.DocumentEndEvent):
                if builder.root is not None:
                    documents.append(builder.root)
            else:
                builder.feed(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        detail = error.problem or error.context or ""
        raise YamlFault("syntax", mark.index if mark else 0, detail) from None
    except yaml.reader.ReaderError as error:
        raise YamlFault("syntax", _first_unreadable(text), error.reason) from None
    except UnicodeEncodeError as error:
        raise YamlFault("syntax", error.start, "a surrogate is no character") from None
    return documents


def _events(text: str) -> Iterator[yaml.Event]:
    return yaml.parse(text, Loader=_Loader)


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _first_unreadable(text: str) -> int:
    """Find the character that made libyaml give up: its own count is in bytes."""
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    return found.start() if found else 0


class _Builder:
    """One document, event by event."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.open: list[_Open] = []
        self.anchors: dict[str, tuple[Node, int]] = {}

    def feed(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            node = Scalar(
                event.value,
                _start(event),
                _end(event),
                plain=event.style in (None, ""),
                tag=event.tag,
            )
            self._anchor(event.anchor, node, 1)
            self._add(node, 1)
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(self.open) >= MAX_DEPTH:
                raise YamlFault("depth", _start(event))
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            start = _start(event)
            self.open.append(_Open(start, event.tag, event.anchor, is_mapping, []))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(_end(event))
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)

    def _close(self, end: int) -> None:
        done = self.open.pop()
        node: Node
        if done.is_mapping:
            pairs = tuple(zip(done.children[::2], done.children[1::2], strict=True))
            node = Mapping(pairs, done.start, end, done.tag)
        else:
            node = Sequence(tuple(done.children), done.start, end, done.tag)
        self._anchor(done.anchor, node, done.size)
        self._add(node, done.size)

    def _alias(self, event: yaml.AliasEvent) -> None:
        start = _start(event)
        if event.anchor in self.anchors:
            node, size = self.anchors[event.anchor]
            self._add(node, size, at=start)
        elif any(one.anchor == event.anchor for one in self.open):
            raise YamlFault("cycle", start, str(event.anchor))
        else:
            raise YamlFault("syntax", start, f"found undefined alias '{event.anchor}'")

    def _anchor(self, name: str | None, node: Node, size: int) -> None:
        if name is not None:
            self.anchors[name] = (node, size)

    def _add(self, node: Node, size: int, *, at: int | None = None) -> None:
        if self.open:
            parent = self.open[-1]
            parent.children.append(node)
            parent.size += size
            if parent.size > MAX_NODES:
                raise YamlFault("size", node.start if at is None else at)
        else:
            self.root = node
