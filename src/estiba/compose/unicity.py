"""Lists in which Compose lets an entry stand twice, and counts it once.

In all other lists of which the schema says so, two equal entries are a mistake.
Source: compose-go, package `override`, EnforceUnicity, and Docker Compose 2.40.3.
"""

from __future__ import annotations

from collections.abc import Sequence

from estiba.compose.scalars import scalar_value
from estiba.yaml_tree import Node, Scalar

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
        value = scalar_value(item) if isinstance(item, Scalar) else id(item)
        kept[type(item), type(value), value] = item
    return items if len(kept) == len(items) else list(kept.values())


def _is_unique(path: tuple[str | int, ...]) -> bool:
    if len(path) < 3 or path[0] != "services":
        return len(path) == 3 and path[0] == "networks" and path[2] == "labels"
    if len(path) == 3:
        return path[2] in _OF_SERVICES
    if len(path) == 4:
        return path[2:] in _DEEPER
    return len(path) == 5 and path[2] == "networks" and path[4] in _OF_NETWORKS
