"""`extends` within one document: a service gets what the service that it extends has.

Source: Docker Compose 2.40.3, to which a service of another document of the file is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass

from estiba.compose.reading.merge_keys import written_out
from estiba.compose.reading.merging import merge
from estiba.yaml_tree import Mapping, Node, Scalar, Sequence

EXTENDS = "extends"
MAX_INHERITED = 15_000
"""Nodes that services may get from what they extend, all of them together."""


@dataclass(frozen=True, slots=True)
class BrokenExtends:
    """An `extends` that leads nowhere or in a circle.

    `kind` is `unknown`, `cycle`, or `size` where the services grow too large with it, from this one
    on; `circle` are the services of the circle, the first once more at its end.
    """

    kind: str
    service: str
    extended: str
    offset: int
    circle: tuple[str, ...] = ()


def inherit(root: Mapping) -> tuple[Mapping, list[BrokenExtends]]:
    """Write out every `extends` that names a service of this document; others stay as they are."""
    written = root.get("services")
    services = written_out(written) if isinstance(written, Mapping) else None
    if not isinstance(services, Mapping) or not any(_extended(value) for _, value in services.pairs):
        return root, []
    work = _Inheritance(services)
    pairs = tuple(
        (key, work.whole(key.text) if isinstance(key, Scalar) else value) for key, value in services.pairs
    )
    merged = Mapping(pairs, services.start, services.end, services.tag)
    return Mapping(
        tuple((key, merged if value is written else value) for key, value in root.pairs),
        root.start,
        root.end,
        root.tag,
    ), work.broken


class _Inheritance:
    def __init__(self, services: Mapping) -> None:
        self.services = {key.text: value for key, value in services.pairs if isinstance(key, Scalar)}
        self.done: dict[str, Node] = {}
        self.broken: list[BrokenExtends] = []
        self.left = MAX_INHERITED
        """Nodes that are left to be written out."""

    def whole(self, name: str) -> Node:
        """Give the service `name` with all that it extends."""
        chain: dict[str, str] = {}
        at = name
        while at not in self.done:
            extended = _extended(self.services[at])
            if extended is None or not self._leads_on(at, extended, chain):
                self.done[at] = self.services[at]
            else:
                chain[at] = extended.text
                at = extended.text
        for one in reversed(chain):
            base, service = self.done[chain[one]], self.services[one]
            if isinstance(base, Mapping) and isinstance(service, Mapping) and self.left >= 0:
                inherited = _without_extends(base)
                self._count(inherited, one, chain[one])
                service = merge(inherited, service, ("services", one))
            self.done[one] = service
        return self.done[name]

    def _count(self, inherited: Mapping, name: str, extended: str) -> None:
        """Count the nodes of what is `inherited` by the service `name`."""
        nodes: list[Node] = [inherited]
        while nodes and self.left >= 0:
            node = nodes.pop()
            self.left -= 1
            if isinstance(node, Mapping):
                nodes += (part for pair in node.pairs for part in pair)
            elif isinstance(node, Sequence):
                nodes += node.items
        written = _extended(self.services[name])
        if self.left < 0 and written is not None:
            self.broken.append(BrokenExtends("size", name, extended, written.start))

    def _leads_on(self, name: str, extended: Scalar, chain: dict[str, str]) -> bool:
        """Whether there is something that `name` extends, and no circle; `chain` extends `name`."""
        wanted = extended.text
        if wanted not in self.services:
            self.broken.append(BrokenExtends("unknown", name, wanted, extended.start))
        elif wanted == name or wanted in chain:
            above = [*chain, name]
            circle = (*above[above.index(wanted) :], wanted)
            self.broken.append(BrokenExtends("cycle", name, wanted, extended.start, circle))
        else:
            return True
        return False


def _extended(service: Node) -> Scalar | None:
    """Give the service of this document that `service` extends, where it is written without variables."""
    if not isinstance(service, Mapping):
        return None
    extends = service.get(EXTENDS)
    if isinstance(extends, Mapping):
        if extends.get("file") is not None:
            return None
        extends = extends.get("service")
    return extends if isinstance(extends, Scalar) and "$" not in extends.text else None


def _without_extends(node: Mapping) -> Mapping:
    pairs = tuple(
        pair for pair in node.pairs if not (isinstance(pair[0], Scalar) and pair[0].text == EXTENDS)
    )
    return Mapping(pairs, node.start, node.end)
