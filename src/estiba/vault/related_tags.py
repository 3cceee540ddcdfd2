"""Which tags go together: those that the same notes have."""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

MOST = 12
"""Related tags that one tag has at most."""
CLEARLY = 1.25
"""How many times more notes than by chance two tags share that go together."""
COUNTED = 32
"""Tags of one note that count, so that a note with thousands costs no more than any."""


def related_tags(
    notes: Iterable[Sequence[str]], above: Mapping[str, str | None]
) -> dict[str, tuple[str, ...]]:
    """Give the tags that go with each tag, the nearest first.

    `notes` are the keys of the tags of each note, in its author's order; `above` names the
    tag above each tag. A note has the tags above its own too, but a tag is not related to
    those above and below it.

    Two tags go together that clearly more notes share than would by chance. How near they
    are is the number of those notes times the logarithm of how many times more they are
    than by chance; so a tag that every note has is near to none. The time grows with the
    pairs of tags that a note has, at most `COUNTED` times its tags.
    """
    having: dict[str, list[Sequence[str]]] = {}
    number = 0
    for own in notes:
        number += 1
        tags = list(dict.fromkeys(chain.from_iterable((key, *_line(key, above)) for key in own)))
        counted = tags[:COUNTED]
        for key in tags:
            having.setdefault(key, []).append(counted)

    def nearest(key: str) -> tuple[str, ...]:
        shared = Counter(chain.from_iterable(having[key]))
        family = {key, *_line(key, above)}
        found = []
        for other, both in shared.items():
            chance = len(having[key]) * len(having[other]) / number
            if both >= CLEARLY * chance and other not in family and key not in _line(other, above):
                found.append((-round(both * math.log(both / chance), 9), other))
        return tuple(other for _, other in heapq.nsmallest(MOST, found))

    return {key: nearest(key) for key in sorted(having)}


def _line(key: str, above: Mapping[str, str | None]) -> Iterator[str]:
    """Give the tags above `key`, the nearest first."""
    one = above.get(key)
    while one is not None:
        yield one
        one = above.get(one)
