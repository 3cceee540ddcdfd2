"""The name that an author most likely meant."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

_MANY = 200


def nearest(name: str, known: Collection[str], *, cutoff: float) -> str:
    """Give the one of `known` that resembles `name` most; empty where none does, or they are very many.

    `cutoff` says how much it must, from 0 to 1.
    """
    if len(known) > _MANY:
        return ""
    return next(iter(get_close_matches(name, map(str, known), n=1, cutoff=cutoff)), "")
