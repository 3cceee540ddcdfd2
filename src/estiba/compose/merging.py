"""Lays one part of a Compose file over another: documents of one file, `extends` in one file.

It works on trees, so that whatever comes out of it still knows where it stands.
Source: the Compose specification, "Merge", and compose-go, package `override`.
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.yaml_tree import Mapping, Node, Scalar, Sequence

_REPLACED = frozenset({"command", "entrypoint", "test"})
"""Lists that are not added to one another."""
_KEYED = frozenset(
    """
    additional_contexts annotations args environment extra_hosts labels sysctls
    """.split()
)
"""May be a list of `key=value` as well as a mapping."""
_NAMED = frozenset({"depends_on", "networks", "models"})
"""May be a list of names as well as a mapping."""


def merge_documents(documents: list[Mapping]) -> Mapping:
    """Lay each document over those before it."""
    merged = documents[0]
    for document in documents[1:]:
        merged = merge(merged, document)
    return merged


def merge(base: Mapping, over: Mapping) -> Mapping:
    """Lay `over` over `base`: mappings key by key, lists one behind the other."""
    return _mappings(base, over)


def _mappings(base: Mapping, over: Mapping) -> Mapping:
    pairs: dict[object, tuple[Node, Node]] = {}
    for key, value in base.pairs:
        pairs[_name(key)] = (key, value)
    for key, value in over.pairs:
        name = _name(key)
        both = name in pairs and not str(name).startswith("x-")
        pairs[name] = (key, _values(str(name), pairs[name][1], value) if both else value)
    return Mapping(tuple(pairs.values()), over.start, over.end)


def _name(key: Node) -> object:
    return key.text if isinstance(key, Scalar) else id(key)


def _values(name: str, base: Node, over: Node) -> Node:
    if over.tag == "!override" or name in _REPLACED:
        return over
    if isinstance(base, Mapping) and isinstance(over, Mapping):
        return _mappings(base, over)
    if name in _KEYED or name in _NAMED:
        base, over = _as_list(base, name), _as_list(over, name)
    if isinstance(base, Sequence) and isinstance(over, Sequence):
        return Sequence(base.items + over.items, over.start, over.end)
    return over


def _as_list(node: Node, name: str) -> Node:
    if not isinstance(node, Mapping):
        return node
    return Sequence(tuple(_entries(node, keyed=name in _KEYED)), node.start, node.end)


def _entries(node: Mapping, *, keyed: bool) -> Iterator[Node]:
    for key, value in node.pairs:
        if isinstance(key, Scalar):
            written = f"{key.text}={value.text}" if keyed and isinstance(value, Scalar) else key.text
            yield Scalar(written, key.start, value.end, plain=False)
