"""Problems of one place, said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from estiba.problem import Problem


def each_place_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Pass on the first problem of each place and variant.

    What an alias, a merge key or `extends` brings into several services is found in each.
    """
    seen = set()
    for problem in problems:
        place = problem.position, problem.variant
        if place not in seen:
            seen.add(place)
            yield problem
