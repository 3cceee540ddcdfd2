"""The value of `aliases:` -> other names of a note.

One text is one name, commas and all, as Obsidian reads it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from estiba.yaml_tree import Mapping, Node, Scalar, Sequence

_NULLS = ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class AliasList:
    """Names in the author's order, each once, composed (NFC) and with single spaces."""

    names: tuple[str, ...]
    is_whole: bool
    """Whether all that stands there can be a name; what cannot is left out."""


def read_aliases(node: Node) -> AliasList:
    """Read the names that `node`, the value of `aliases:`, holds; empty ones are left out."""
    if isinstance(node, Mapping):
        return AliasList((), is_whole=False)
    names = dict.fromkeys(name for name, _ in alias_nodes(node))
    is_whole = isinstance(node, Scalar) or all(isinstance(item, Scalar) for item in node.items)
    return AliasList(tuple(names), is_whole=is_whole)


def alias_nodes(node: Node) -> Iterator[tuple[str, Scalar]]:
    """Give each name that `node`, the value of `aliases:`, holds, with the scalar that it stands in."""
    items = node.items if isinstance(node, Sequence) else [node]
    for item in items:
        if isinstance(item, Scalar) and (name := _name(item)):
            yield name, item


def _name(node: Scalar) -> str:
    if node.plain and node.text in _NULLS:
        return ""
    return " ".join(unicodedata.normalize("NFC", node.text).split())
