"""The one of many names that a wrong one was most likely meant to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from estiba.folding import letters

_LENGTH = 3
"""Characters of the pieces that two names share."""
_COMMON = 200
"""Names with one piece, beyond which it says nothing of any."""
_COMPARED = 20
"""Names that are compared letter by letter."""
_LONGEST = 100
_CUTOFF = 0.8


class NearNames:
    """Names, held against others by their letters; to look one up takes time by its length alone."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names; of those with the same letters, the first is given."""
        self._names: dict[str, str] = {}
        self._by_piece: dict[str, list[str]] = {}
        for name in names:
            key = letters(name)[:_LONGEST]
            if key and key not in self._names:
                self._names[key] = name
                for piece in dict.fromkeys(_pieces(key)):
                    self._by_piece.setdefault(piece, []).append(key)

    def find(self, name: str) -> str:
        """Give the name that resembles `name` most; empty where none does.

        Figures are no slips: `copia 2` is not `copia 3`.
        """
        wanted = letters(name)[:_LONGEST]
        if wanted in self._names:
            return self._names[wanted]
        shared: Counter[str] = Counter()
        for piece in _pieces(wanted):
            keys = self._by_piece.get(piece, ())
            if len(keys) <= _COMMON:
                shared.update(key for key in keys if _figures(key) == _figures(wanted))
        likely = sorted(shared, key=lambda key: (-shared[key], key))[:_COMPARED]
        found = get_close_matches(wanted, likely, n=1, cutoff=_CUTOFF)
        return self._names[found[0]] if found else ""


def _pieces(key: str) -> Iterator[str]:
    padded = f"  {key} "
    return (padded[at : at + _LENGTH] for at in range(len(padded) - _LENGTH + 1))


def _figures(key: str) -> str:
    return "".join(filter(str.isdigit, key))
