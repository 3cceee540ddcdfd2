"""The value of `tags:` -> tags, in every form in which real vaults write it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from estiba.vault.values import value_of
from estiba.yaml_tree import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class TagList:
    """Tags in the author's order and spelling, each once.

    `coercions` names what was not a plain list of texts, each once: `string`,
    `number` (a number, date or truth value used as text), `empty`, `nested` or
    `mapping` (then there are no tags).
    """

    tags: tuple[str, ...]
    coercions: tuple[str, ...] = ()


def read_tags(node: Node) -> TagList:
    """Read the tags that `node`, the value of `tags:`, holds."""
    reader = _Reader()
    if isinstance(node, Mapping):
        return TagList((), ("mapping",))
    reader.read(node)
    return TagList(tuple(reader.tags), tuple(reader.coercions))


def tag_nodes(node: Node) -> Iterator[tuple[str, Scalar]]:
    """Give each tag that `node`, the value of `tags:`, holds, with the scalar that it stands in."""
    reader = _Reader()
    if not isinstance(node, Mapping):
        reader.read(node)
    yield from reader.tags.items()


class _Reader:
    def __init__(self) -> None:
        self.tags: dict[str, Scalar] = {}
        self.coercions: dict[str, None] = {}

    def read(self, node: Scalar | Sequence) -> None:
        if isinstance(node, Scalar):
            self.line(node)
        else:
            for item in node.items:
                self.item(item, depth=0)

    def line(self, node: Scalar) -> None:
        """`tags: a, b` or `tags: a b`; a lone tag is no coercion."""
        if _is_null(node):
            return
        parts = node.text.split(",") if "," in node.text else node.text.split()
        if len(parts) > 1:
            self.coercions["string"] = None
        elif _is_other(node):
            self.coercions["number"] = None
        for part in parts:
            self.add(part, node)

    def item(self, node: Node, *, depth: int) -> None:
        if isinstance(node, Mapping):
            self.coercions["nested"] = None
        elif isinstance(node, Sequence):
            self.coercions["nested"] = None
            for child in node.items if depth == 0 else ():
                self.item(child, depth=1)
        elif _is_null(node) or not node.text.strip():
            self.coercions["empty"] = None
        else:
            if _is_other(node):
                self.coercions["number"] = None
            self.add(node.text, node)

    def add(self, text: str, node: Scalar) -> None:
        tag = " ".join(unicodedata.normalize("NFC", text).split()).lstrip("#/ ").rstrip("/ ")
        if tag:
            self.tags.setdefault(tag, node)


def _is_null(node: Scalar) -> bool:
    return node.plain and node.text in ("", "~", "null", "Null", "NULL")


def _is_other(node: Scalar) -> bool:
    """Whether YAML would make something else than text of this."""
    return not isinstance(value_of(node), str)
