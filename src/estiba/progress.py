"""How far a long run has come, on a terminal and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
_EVERY = 100


def with_progress(items: Iterable[Item], total: int, verb: str) -> Iterator[Item]:
    """Pass on `items`; say now and then how many of `total` are done, if somebody looks on."""
    if not sys.stderr.isatty() or total < _EVERY:
        yield from items
        return
    for number, item in enumerate(items):
        if number % _EVERY == 0:
            sys.stderr.write(f"\r{verb} {number} / {total}")
            sys.stderr.flush()
        yield item
    sys.stderr.write("\r" + " " * 60 + "\r")
    sys.stderr.flush()
