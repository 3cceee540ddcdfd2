"""The value of `aliases:` -> other names of a note.

One text holds names with commas between them, as Obsidian reads it; an item of a list is one name.
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
    if isinstance(node, Scalar):
        names = ((part, node) for part in node.text.split(","))
    else:
        items = node.items if isinstance(node, Sequence) else ()
        names = ((item.text, item) for item in items if isinstance(item, Scalar))
    for text, scalar in names:
        name = " ".join(unicodedata.normalize("NFC", text).split())
        if name and not (scalar.plain and scalar.text in _NULLS):
            yield name, scalar
