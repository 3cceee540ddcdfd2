"""Merge keys (`<<`) written out, for what lays trees over one another.

Source: gopkg.in/yaml.v3, decode.go: own keys win, then those of the first mapping named.
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.yaml_tree import Mapping, Node, Scalar, Sequence

MERGE = "<<"
_TAGS = (None, "!", "tag:yaml.org,2002:merge")


def is_merge_key(key: Node) -> bool:
    """Whether `key` brings in the keys of other mappings."""
    return isinstance(key, Scalar) and key.text == MERGE and key.plain and key.tag in _TAGS


def merge_sources(value: Node) -> tuple[Node, ...]:
    """Give what a merge key with `value` leads to: mappings, where nothing is wrong with it."""
    return value.items if isinstance(value, Sequence) else (value,)


def written_out(node: Node) -> Node:
    """Give `node` without merge keys, but for those that lead to no mapping; itself if it has none."""
    return _written_out(node, {})


def _written_out(node: Node, done: dict[int, Node]) -> Node:
    if isinstance(node, Scalar):
        return node
    if id(node) not in done:
        if isinstance(node, Sequence):
            done[id(node)] = _sequence(node, done)
        else:
            done[id(node)] = _mapping(node, done)
    return done[id(node)]


def _sequence(node: Sequence, done: dict[int, Node]) -> Sequence:
    if all(isinstance(item, Scalar) for item in node.items):
        return node
    items = tuple(_written_out(item, done) for item in node.items)
    same = all(item is before for item, before in zip(items, node.items, strict=True))
    return node if same else Sequence(items, node.start, node.end, node.tag)


def _mapping(node: Mapping, done: dict[int, Node]) -> Mapping:
    values = [_written_out(value, done) for _, value in node.pairs]
    same = all(value is before for value, (_, before) in zip(values, node.pairs, strict=True))
    if same and not any(is_merge_key(key) for key, _ in node.pairs):
        return node
    own = [(key, value) for value, (key, _) in zip(values, node.pairs, strict=True)]
    taken = {key.text for key, _ in own if isinstance(key, Scalar) and not is_merge_key(key)}
    pairs: list[tuple[Node, Node]] = []
    brought: list[tuple[Node, Node]] = []
    for key, value in own:
        if is_merge_key(key) and _leads_to_mappings(value):
            for name, inner in _brought_in(value):
                if not isinstance(name, Scalar) or name.text not in taken:
                    brought.append((name, inner))
                    taken.update([name.text] if isinstance(name, Scalar) else [])
        else:
            pairs.append((key, value))
    if same and not brought and len(pairs) == len(own):
        return node
    return Mapping((*pairs, *brought), node.start, node.end, node.tag)


def _leads_to_mappings(value: Node) -> bool:
    return all(isinstance(one, Mapping) for one in merge_sources(value))


def _brought_in(value: Node) -> Iterator[tuple[Node, Node]]:
    for source in merge_sources(value):
        if isinstance(source, Mapping):
            yield from source.pairs
