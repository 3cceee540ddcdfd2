"""Lists in which Compose lets an entry stand twice, and counts it once.

In all other lists of which the schema says so, two equal entries are a mistake.
Source: compose-go, package `override`, EnforceUnicity, and Docker Compose 2.40.3.
"""

from __future__ import annotations

from collections.abc import Sequence

from estiba.compose.reading.scalars import scalar_value
from estiba.yaml_tree import Mapping, Node, Scalar

_OF_SERVICES = frozenset(
    """
    annotations cap_add cap_drop configs devices dns dns_opt dns_search env_file environment
    expose labels links ports profiles secrets sysctls tmpfs volumes
    """.split()
)
_DEEPER = {
    ("build", "additional_contexts"),
    ("build", "args"),
    ("build", "labels"),
    ("build", "platforms"),
    ("build", "tags"),
    ("deploy", "labels"),
}
_OF_NETWORKS = frozenset({"aliases", "link_local_ips"})


def without_repeated(items: Sequence[Node], path: tuple[str | int, ...]) -> Sequence[Node]:
    """Give the entries of the list at `path`, repeated ones dropped where Compose drops them."""
    if len(items) < 2 or not _is_unique(path):
        return items
    kept: dict[object, Node] = {}
    for item in items:
        kept[_content(item)] = item
    return items if len(kept) == len(items) else list(kept.values())


def _content(node: Node) -> object:
    """Give what makes two entries equal: their values, in whatever way they are written."""
    if isinstance(node, Scalar):
        value = scalar_value(node)
        return type(value), value
    if isinstance(node, Mapping):
        return Mapping, frozenset((_content(key), _content(value)) for key, value in node.pairs)
    return tuple(_content(item) for item in node.items)


def _is_unique(path: tuple[str | int, ...]) -> bool:
    if len(path) < 3 or path[0] != "services":
        return len(path) == 3 and path[0] == "networks" and path[2] == "labels"
    if len(path) == 3:
        return path[2] in _OF_SERVICES
    if len(path) == 4:
        return path[2:] in _DEEPER
    return len(path) == 5 and path[2] == "networks" and path[4] in _OF_NETWORKS
