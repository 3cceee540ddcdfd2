"""`extends` within one file: a service gets what the service that it extends has."""

from __future__ import annotations

from dataclasses import dataclass

from estiba.compose.merging import merge
from estiba.yaml_tree import Mapping, Node, Scalar

EXTENDS = "extends"


@dataclass(frozen=True, slots=True)
class BrokenExtends:
    """An `extends` that leads nowhere or in a circle.

    `kind` is `unknown` or `cycle`; `circle` are the services of the circle, the first once more
    at its end.
    """

    kind: str
    service: str
    extended: str
    offset: int
    circle: tuple[str, ...] = ()


def inherit(root: Mapping) -> tuple[Mapping, list[BrokenExtends]]:
    """Write out every `extends` that names a service of this file; others stay as they are."""
    services = root.get("services")
    if not isinstance(services, Mapping) or not any(_extended(value) for _, value in services.pairs):
        return root, []
    work = _Inheritance(services)
    pairs = tuple(
        (key, work.whole(key.text, ()) if isinstance(key, Scalar) and isinstance(value, Mapping) else value)
        for key, value in services.pairs
    )
    merged = Mapping(pairs, services.start, services.end)
    return Mapping(
        tuple((key, merged if value is services else value) for key, value in root.pairs),
        root.start,
        root.end,
    ), work.broken


class _Inheritance:
    def __init__(self, services: Mapping) -> None:
        self.services = {key.text: value for key, value in services.pairs if isinstance(key, Scalar)}
        self.done: dict[str, Node] = {}
        self.broken: list[BrokenExtends] = []

    def whole(self, name: str, above: tuple[str, ...]) -> Node:
        """Give the service `name` with all that it extends; `above` are those that extend it."""
        if name in self.done:
            return self.done[name]
        service = self.services[name]
        extended = _extended(service)
        if extended is not None and isinstance(service, Mapping):
            service = self._with_base(name, service, extended, (*above, name))
        self.done[name] = service
        return service

    def _with_base(self, name: str, service: Mapping, extended: Scalar, chain: tuple[str, ...]) -> Node:
        wanted = extended.text
        if wanted not in self.services:
            self.broken.append(BrokenExtends("unknown", name, wanted, extended.start))
            return service
        if wanted in chain:
            circle = (*chain[chain.index(wanted) :], wanted)
            self.broken.append(BrokenExtends("cycle", name, wanted, extended.start, circle))
            return service
        base = self.whole(wanted, chain)
        return merge(_without_extends(base), service) if isinstance(base, Mapping) else service


def _extended(service: Node) -> Scalar | None:
    """Give the service of this file that `service` extends, as written."""
    if not isinstance(service, Mapping):
        return None
    extends = service.get(EXTENDS)
    if isinstance(extends, Mapping):
        if extends.get("file") is not None:
            return None
        extends = extends.get("service")
    return extends if isinstance(extends, Scalar) else None


def _without_extends(node: Mapping) -> Mapping:
    pairs = tuple(
        pair for pair in node.pairs if not (isinstance(pair[0], Scalar) and pair[0].text == EXTENDS)
    )
    return Mapping(pairs, node.start, node.end)
