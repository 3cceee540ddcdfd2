"""Which things lead to each other in circles."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


def circles_of(leads_to: Mapping[Thing, Iterable[Thing]]) -> Mapping[Thing, int]:
    """Give each thing a number that it shares with those that it leads to and that lead to it.

    These are the strongly connected components of the graph, as Tarjan finds them, in time by the
    number of things and of ways between them. Whatever one leads to is a key of `leads_to` too.
    """
    walk = _Walk(leads_to)
    for thing in leads_to:
        if thing not in walk.order:
            walk.begin(thing)
    return walk.circle


class _Walk(Generic[Thing]):
    def __init__(self, leads_to: Mapping[Thing, Iterable[Thing]]) -> None:
        self.leads_to = leads_to
        self.order: dict[Thing, int] = {}
        self.circle: dict[Thing, int] = {}
        self._first: dict[Thing, int] = {}
        """The earliest thing that each leads back to."""
        self._path: list[tuple[Thing, Iterator[Thing]]] = []
        self._open: list[Thing] = []

    def begin(self, thing: Thing) -> None:
        self._enter(thing)
        while self._path:
            here, others = self._path[-1]
            other = next(others, None)
            if other is None:
                self._leave(here)
            elif other not in self.order:
                self._enter(other)
            elif other not in self.circle:
                self._first[here] = min(self._first[here], self.order[other])

    def _enter(self, thing: Thing) -> None:
        self.order[thing] = self._first[thing] = len(self.order)
        self._open.append(thing)
        self._path.append((thing, iter(self.leads_to[thing])))

    def _leave(self, thing: Thing) -> None:
        self._path.pop()
        if self._path:
            above = self._path[-1][0]
            self._first[above] = min(self._first[above], self._first[thing])
        if self._first[thing] == self.order[thing]:
            while thing not in self.circle:
                self.circle[self._open.pop()] = self.order[thing]
