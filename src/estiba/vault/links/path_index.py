"""Paths by their ends, as links name them; of several, the nearest."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterable, Iterator
from itertools import islice

from estiba.folding import fold
from estiba.vault.files.addresses import nfc

_OTHERS = 5
"""Paths besides the one taken that are told."""
_Order = tuple[int, str]


class PathIndex:
    """Names, and the paths that each may mean.

    A name that is spelt just so comes before one that differs in case or accents, a path outside
    of `drafts` before one of them. Unicode forms do not count. A look-up takes time by the depth
    of the folder that asks, however many paths share the name.
    """

    def __init__(self, drafts: Container[str] = ()) -> None:
        self._drafts = drafts
        self._exact: dict[str, list[str]] = {}
        self._folded: dict[str, list[str]] = {}
        self._nearest: dict[tuple[bool, str], _Nearest] = {}

    def add(self, name: str, path: str) -> None:
        """Let `name` mean `path`, besides what else it means."""
        name = nfc(name)
        for names, key in ((self._exact, name), (self._folded, fold(name))):
            paths = names.setdefault(key, [])
            if path not in paths[-1:]:
                paths.append(path)

    def add_ends(self, name: str, path: str) -> None:
        """Let `a/b/c` mean `path`, and its ends `b/c` and `c`; the whole of it is `/a/b/c`."""
        self.add(f"/{name}", path)
        while name:
            self.add(name, path)
            name = name.partition("/")[2]

    def find(self, name: str, folder: str) -> tuple[str, ...]:
        """Give the path that `name` means to a note in `folder`, then some of the others; empty for none."""
        name = nfc(name)
        for is_folded, names, key in ((False, self._exact, name), (True, self._folded, fold(name))):
            paths = names.get(key)
            if paths is None:
                continue
            if len(paths) == 1:
                return (paths[0],)
            nearest = self._nearest.get((is_folded, key))
            if nearest is None:
                nearest = self._nearest[is_folded, key] = _Nearest(self._published(paths))
            return nearest.of(folder)
        return ()

    def _published(self, paths: list[str]) -> list[str]:
        return [path for path in paths if path not in self._drafts] or paths


class _Nearest:
    """Paths of one name: in each folder, the one that comes first among those below it."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = sorted(set(paths))
        self._first: dict[str, str] = {}
        for path in self._paths:
            for folder in folders_of(path):
                other = self._first.setdefault(folder, path)
                if _order(path) < _order(other):
                    self._first[folder] = path

    def of(self, folder: str) -> tuple[str, ...]:
        """Give the path that shares most folders with `folder`, then some of the others."""
        nearest = next(
            self._first[one] for one in folders_of(posixpath.join(folder, "_")) if one in self._first
        )
        return (nearest, *islice((path for path in self._paths if path != nearest), _OTHERS))


def folders_of(path: str) -> Iterator[str]:
    """Give the folders around `path`, from the nearest to the vault itself (empty)."""
    while path:
        path = posixpath.dirname(path)
        yield path


def _order(path: str) -> _Order:
    return path.count("/"), path
