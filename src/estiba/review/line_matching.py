"""Which lines of two texts are the same, in time that grows with the texts and not with their square.

Lines that each text has once are matched first, then those between them, as in Bram Cohen's patience
difference; where there are none, difflib decides, as long as that is little work.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

_DEEPEST = 16
_MOST_AT_ONCE = 10_000
"""Pairs of lines that difflib may look at in one stretch."""
_MOST = 1_000_000
"""Likewise, in all stretches of two texts."""

Pair = tuple[int, int]


def matching_lines(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """Give the indexes of lines that stay, old and new, both growing."""
    return list(_Matching(before, after).between((0, 0), (len(before), len(after)), 0))


@dataclass(slots=True)
class _Matching:
    before: Sequence[str]
    after: Sequence[str]
    work: int = 0

    def between(self, start: Pair, end: Pair, depth: int) -> Iterator[Pair]:
        """Match the lines from `start` up to `end`."""
        (old, new), (old_end, new_end) = start, end
        while old < old_end and new < new_end and self.before[old] == self.after[new]:
            yield old, new
            old, new = old + 1, new + 1
        last = old_end
        while old < old_end and new < new_end and self.before[old_end - 1] == self.after[new_end - 1]:
            old_end, new_end = old_end - 1, new_end - 1
        if old < old_end and new < new_end:
            yield from self._inner((old, new), (old_end, new_end), depth)
        yield from ((old_end + at, new_end + at) for at in range(last - old_end))

    def _inner(self, start: Pair, end: Pair, depth: int) -> Iterator[Pair]:
        anchors = self._anchors(start, end) if depth < _DEEPEST else []
        if not anchors:
            yield from self._by_difflib(start, end)
            return
        before = (start[0] - 1, start[1] - 1)
        for one, other in pairwise([before, *anchors, end]):
            yield from self.between((one[0] + 1, one[1] + 1), other, depth + 1)
            if other != end:
                yield other

    def _anchors(self, start: Pair, end: Pair) -> list[Pair]:
        """Give the lines that both texts have once, as many as can be had in one order."""
        old_once, new_once = _once(self.before, start[0], end[0]), _once(self.after, start[1], end[1])
        return _growing([(old_once[line], new_once[line]) for line in old_once if line in new_once])

    def _by_difflib(self, start: Pair, end: Pair) -> Iterator[Pair]:
        size = (end[0] - start[0]) * (end[1] - start[1])
        if size > _MOST_AT_ONCE or self.work + size > _MOST:
            return
        self.work += size
        old, new = self.before[start[0] : end[0]], self.after[start[1] : end[1]]
        for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            yield from ((start[0] + block.a + at, start[1] + block.b + at) for at in range(block.size))


def _once(lines: Sequence[str], start: int, end: int) -> dict[str, int]:
    counts = Counter(lines[start:end])
    return {lines[at]: at for at in range(start, end) if counts[lines[at]] == 1}


def _growing(pairs: list[Pair]) -> list[Pair]:
    """Give the longest part of `pairs`, in the order of their first numbers, whose second ones grow too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, new) in enumerate(pairs):
        length = bisect_left(tails, new)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [new]
        ends[length : length + 1] = [at]
    found: list[Pair] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]
