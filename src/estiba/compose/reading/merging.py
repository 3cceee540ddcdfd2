"""Lays one part of a Compose file over another: documents of one file, `extends` in one file.

It works on trees without merge keys, so that whatever comes out of it still knows where it
stands. Source: the Compose specification, "Merge", compose-go, package `override`, and
Docker Compose 2.40.3, which takes nothing (`null`) for no value here.
"""

from __future__ import annotations

from collections.abc import Iterable

from estiba.yaml_tree import Mapping, Node, Scalar, Sequence

OVERRIDE, RESET = "!override", "!reset"
"""Tags that say: instead of what was there, and: without what was there."""
_REPLACED = frozenset({"services.*.command", "services.*.entrypoint", "services.*.healthcheck.test"})
"""Not added to one another."""
_KEYED = frozenset(
    """
    networks.*.labels services.*.annotations services.*.build.additional_contexts
    services.*.build.args services.*.build.labels services.*.deploy.labels services.*.environment
    services.*.labels services.*.sysctls volumes.*.labels
    """.split()
)
"""May be a list of `key=value` as well as a mapping."""
_NAMED = frozenset({"services.*.depends_on", "services.*.models", "services.*.networks"})
"""May be a list of names as well as a mapping."""
_HOSTS = frozenset({"services.*.build.extra_hosts", "services.*.extra_hosts"})
"""May be a list of `host=address` as well as a mapping of hosts to one address or more."""
_ONE_OR_MORE = frozenset(
    """
    services.*.dns services.*.dns_opt services.*.dns_search services.*.env_file services.*.environment
    services.*.label_file services.*.tmpfs
    """.split()
)
"""May be one text as well as a list."""
_BUILD, _LOGGING, _ULIMITS = "services.*.build", "services.*.logging", "services.*.ulimits"


def merge_documents(documents: Iterable[Mapping]) -> Mapping:
    """Lay each document over those before it; there must be one."""
    first, *others = documents
    for document in others:
        first = merge(first, document)
    return first


def merge(base: Mapping, over: Mapping, path: tuple[str, ...] = ()) -> Mapping:
    """Lay `over` over `base`, both at `path`: mappings key by key, lists one behind the other."""
    pairs: dict[object, tuple[Node, Node]] = {_name(key): (key, value) for key, value in base.pairs}
    for key, value in over.pairs:
        name = _name(key)
        if value.tag == RESET:
            pairs.pop(name, None)
        elif name in pairs:
            pairs[name] = (key, _values((*path, str(name)), pairs[name][1], value))
        else:
            pairs[name] = (key, value)
    return Mapping(tuple(pairs.values()), over.start, over.end)


def _name(key: Node) -> object:
    return key.text if isinstance(key, Scalar) else id(key)


def _values(path: tuple[str, ...], base: Node, over: Node) -> Node:
    kind = ".".join((*path[:1], "*", *path[2:]))
    around = kind.rpartition(".")[0]
    if over.tag == OVERRIDE or kind in _REPLACED or around in _KEYED or around == _ULIMITS:
        return over
    if _is_nothing(over):
        return base
    base, over = _in_one_form(kind, base, over)
    if isinstance(base, Mapping) and isinstance(over, Mapping):
        return over if kind == _LOGGING and _drivers_differ(base, over) else merge(base, over, path)
    if isinstance(base, Sequence) and isinstance(over, Sequence):
        items = base.items + over.items
        return Sequence(_once(items) if kind in _HOSTS else items, over.start, over.end)
    return over


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and node.text in ("", "~", "null", "Null", "NULL")


def _in_one_form(kind: str, base: Node, over: Node) -> tuple[Node, Node]:
    if kind in _ONE_OR_MORE:
        base, over = _as_list(base), _as_list(over)
    if kind in _NAMED or (kind in _KEYED and type(base) is not type(over)):
        return _as_mapping(kind, base), _as_mapping(kind, over)
    if kind in _HOSTS:
        return _as_hosts(base), _as_hosts(over)
    if kind == _BUILD:
        return _as_build(base), _as_build(over)
    return base, over


def _as_list(node: Node) -> Node:
    is_text = isinstance(node, Scalar) and not _is_nothing(node)
    return Sequence((node,), node.start, node.end) if is_text else node


def _as_mapping(kind: str, node: Node) -> Node:
    """Make a mapping of a list, where each of its entries is a text."""
    if not isinstance(node, Sequence):
        return node
    pairs: list[tuple[Node, Node]] = []
    for item in node.items:
        if not isinstance(item, Scalar):
            return node
        name, equals, value = item.text.partition("=") if kind in _KEYED else (item.text, "", "")
        key = Scalar(name, item.start, item.end, plain=False)
        if kind == "services.*.depends_on":
            pairs.append((key, _pair("condition", "service_started", item)))
        else:
            pairs.append((key, Scalar(value, item.start, item.end, plain=not equals)))
    return Mapping(tuple(pairs), node.start, node.end)


def _as_hosts(node: Node) -> Node:
    if not isinstance(node, Mapping):
        return node
    items: list[Node] = []
    for key, value in node.pairs:
        for address in value.items if isinstance(value, Sequence) else (value,):
            if not (isinstance(key, Scalar) and isinstance(address, Scalar)):
                return node
            items.append(Scalar(f"{key.text}={address.text}", key.start, address.end, plain=False))
    return Sequence(tuple(items), node.start, node.end)


def _as_build(node: Node) -> Node:
    return _pair("context", node.text, node) if isinstance(node, Scalar) else node


def _pair(key: str, value: str, at: Scalar) -> Mapping:
    name = Scalar(key, at.start, at.end, plain=False)
    return Mapping(((name, Scalar(value, at.start, at.end, plain=False)),), at.start, at.end)


def _once(items: tuple[Node, ...]) -> tuple[Node, ...]:
    """Drop entries that are texts which stand there already."""
    kept = {item.text if isinstance(item, Scalar) else id(item): item for item in reversed(items)}
    return tuple(reversed(kept.values()))


def _drivers_differ(base: Mapping, over: Mapping) -> bool:
    drivers = base.get("driver"), over.get("driver")
    first, second = (one.text if isinstance(one, Scalar) else None for one in drivers)
    return first is not None and second is not None and first != second
