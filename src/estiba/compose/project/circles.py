"""Circles among things that lead to one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

Circle = tuple[str, ...]


def circles(edges: Mapping[str, Sequence[str]]) -> Iterator[Circle]:
    """Give circles, the first name once more at the end: `("a", "b", "a")`.

    `edges` says where each name leads to; names without an entry lead nowhere. Every step
    that closes a circle gives one, so none is given twice, and none at all only where there
    is none.
    """
    done: set[str] = set()
    for start in edges:
        if start not in done:
            yield from _from(start, edges, done)


def _from(start: str, edges: Mapping[str, Sequence[str]], done: set[str]) -> Iterator[Circle]:
    trail = [start]
    places = {start: 0}
    ahead = [iter(dict.fromkeys(edges[start]))]
    while ahead:
        name = next(ahead[-1], None)
        if name is None:
            ahead.pop()
            left = trail.pop()
            del places[left]
            done.add(left)
        elif name in places:
            yield (*trail[places[name] :], name)
        elif name not in done and name in edges:
            places[name] = len(trail)
            trail.append(name)
            ahead.append(iter(dict.fromkeys(edges[name])))
