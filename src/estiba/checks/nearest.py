"""The name that an author most likely meant."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches

_MANY = 200
"""Names that one is held against, and names in one file for which that is done."""


def nearest(name: str, known: Collection[str], *, cutoff: float) -> str:
    """Give the one of `known` that resembles `name` most; empty where none does, or they are very many.

    `cutoff` says how much it must, from 0 to 1.
    """
    if len(known) > _MANY:
        return ""
    return next(iter(get_close_matches(name, map(str, known), n=1, cutoff=cutoff)), "")


@dataclass(slots=True)
class Suggestions:
    """What was meant by the first few wrong names of a file: it takes a millisecond each."""

    left: int = _MANY

    def nearest(self, name: str, known: Collection[str], *, cutoff: float, besides: str = "") -> str:
        """Give what `nearest` gives, but never `besides`; nothing for the names behind the first ones."""
        self.left -= 1
        if self.left < 0 or len(known) > _MANY:
            return ""
        return nearest(name, [one for one in known if one != besides], cutoff=cutoff)
