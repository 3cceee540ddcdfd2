"""Words for what an example has, and the lines that they stand for.

A term is what a text may call something in an example by: a key, a dotted path, `key: value`, a
variable, a service, an image, an entry of a list or a part of one, a flag of a command.
"""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

_LONGEST = 200
"""Characters of a term; what is longer is no word for anything."""


class Rank(enum.IntEnum):
    """What a term is; where one may be several things, the first of these is meant."""

    SERVICE = 0
    KEY = 1
    """Of the file or of a service."""
    NAME = 2
    """Another key, a variable, what is declared at the top and where that is used."""
    PART = 3
    VALUE = 4


class Lines(NamedTuple):
    """Lines of an example's text, from 1, both ends included."""

    first: int
    last: int


class Terms:
    """The terms of one example."""

    def __init__(self) -> None:
        self.values: dict[str, list[str]] = {}
        """What stands under a key, or in the entries of its list, as it is written."""
        self._found = defaultdict[str, list[tuple[str, Rank, Lines]]](list)
        self._names: dict[str, None] = {}
        self._known: dict[str, tuple[Rank | None, tuple[Lines, ...]]] = {}

    @property
    def names(self) -> list[str]:
        """Its services, keys and variables, and what it declares, in the order of their ends."""
        return list(self._names)

    def add(self, text: str, rank: Rank, lines: Lines, *, is_name: bool = False) -> None:
        """Note that `text` is a word for `lines`; `is_name` tells a name from what holds one."""
        if 0 < len(text) <= _LONGEST:
            self._found[text.casefold()].append((text, rank, lines))
            if is_name:
                self._names[text] = None

    def lines_of(self, text: str) -> tuple[Lines, ...]:
        """Give the lines that `text` is a word for, none twice; capitals count only where that decides."""
        return self._look_up(text)[1]

    def rank_of(self, text: str) -> Rank | None:
        """Say what `text` is; None where it is nothing."""
        return self._look_up(text)[0]

    def _look_up(self, text: str) -> tuple[Rank | None, tuple[Lines, ...]]:
        if text not in self._known:
            found = self._found.get(text.casefold(), [])
            found = [one for one in found if one[0] == text] or found
            rank = min((one[1] for one in found), default=None)
            self._known[text] = rank, joined(lines for _, own, lines in found if own == rank)
        return self._known[text]


def joined(found: Iterator[Lines]) -> tuple[Lines, ...]:
    """Sort stretches of lines, and make one of those that touch."""
    kept: list[Lines] = []
    for one in sorted(found):
        if kept and one.first <= kept[-1].last + 1:
            kept[-1] = Lines(kept[-1].first, max(kept[-1].last, one.last))
        else:
            kept.append(one)
    return tuple(kept)
