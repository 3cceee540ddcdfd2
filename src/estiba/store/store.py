"""Results that outlive a run, by kind and key, in one file below the folder of the vault."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Self

from estiba.store.connection import LARGEST_VALUE
from estiba.store.faults import Broken, Unusable, faults_named
from estiba.store.place import FOLDER, NAME
from estiba.store.store_file import StoreFile

_BUFFER = 32 << 20
"""Bytes that may wait to be written."""


class Store:
    """Results by kind and key. Use as a context manager, from one thread.

    Whatever is wrong with the file, nothing is raised: what cannot be read is as if it were not there.
    A process that was forked off reads what there is, and keeps nothing.
    """

    def __init__(self, file: StoreFile | None, say: Callable[[str], None]) -> None:
        """Take the file, None for a store that keeps nothing; see `open`."""
        self._file = file
        self._say = say
        self._has_spoken = False
        self._process = os.getpid()
        self._is_forked = False
        self._inherited: StoreFile | None = None
        self._waiting: defaultdict[str, dict[bytes, bytes]] = defaultdict(dict)
        self._size = 0
        self.refused = 0
        """How many results were passed over because the mark on them is not of the user's key."""

    @classmethod
    def open(cls, root: Path, *, say: Callable[[str], None]) -> Store:
        """Open the store of the vault in `root`; nothing is made before there is something to keep.

        `say` is called at most once, with a line of plain English, if the store is of no use, or only
        when it is made anew.
        """
        store = cls(StoreFile(root), say)
        store._attempt(lambda file: file.find())
        return store

    def get(self, kind: str, key: bytes) -> bytes | None:
        """Give what is kept under `key`, if anything is."""
        return self.get_many(kind, (key,)).get(key)

    def get_many(self, kind: str, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Give what is kept under `keys`; those that have nothing are left out."""
        waiting = self._waiting.get(kind, {})
        asked = set() if self._working() is None else set(keys)
        found = {key: waiting[key] for key in asked & waiting.keys()}
        if missing := asked - waiting.keys():
            self._attempt(lambda file: self._read(file, kind, missing, found))
        return found

    def put(self, kind: str, key: bytes, value: bytes) -> None:
        """Keep `value` under `key`, a digest; `kind` is a short word."""
        self.put_many(kind, ((key, value),))

    def put_many(self, kind: str, items: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep each value under its key, instead of what was there. One of more than 128 MiB is not kept."""
        for key, value in items:
            if self.keeps and len(value) <= LARGEST_VALUE:
                self._size += len(value) - len(self._waiting[kind].get(key, b""))
                self._waiting[kind][key] = value
            if self._size > _BUFFER:
                self.commit()

    def commit(self) -> None:
        """Write what waits, all or nothing, and forget what is old; if nothing waits nothing is written."""
        if not self.keeps or not self._waiting:
            return
        if not self._attempt(lambda file: file.write(self._waiting)):
            self._attempt(lambda file: file.write_anew(self._waiting))
        self._waiting.clear()
        self._size = 0

    def let_go(self) -> None:
        """Commit, and close the file: whichever thread calls `find_again` uses it from then on."""
        self.commit()
        self._attempt(lambda file: file.let_go())

    def find_again(self) -> None:
        """Open the file that `let_go` has closed."""
        self._attempt(lambda file: file.find())

    def close(self) -> None:
        """Commit, and let go of the file: after that the store is empty, and keeps nothing."""
        self.commit()
        if file := self._working():
            file.let_go()
            self._file = None

    @property
    def keeps(self) -> bool:
        """Whether what is put is there for the rest of the run, and for others."""
        return self._working() is not None and not self._is_forked

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _working(self) -> StoreFile | None:
        if self._process != os.getpid():
            self._begin_forked()
        return self._file

    def _begin_forked(self) -> None:
        """Open the file for this process; the connection that it was forked off with is let be."""
        self._process, self._is_forked, self._inherited = os.getpid(), True, self._file
        if self._file is not None:
            self._file = self._file.again()
            self._attempt(lambda file: file.find())

    def _attempt(self, work: Callable[[StoreFile], None]) -> bool:
        """Whether `work` was done; if not, the reason is said, and nothing more is read from the file."""
        file = self._working()
        if file is None:
            return False
        try:
            with faults_named():
                work(file)
        except Broken:
            file.condemn()
            self._speak("is damaged, or not of this version; it is made anew")
        except Unusable as fault:
            file.let_go()
            self._file = None
            self._speak(f"is of no use in this run: {fault}")
        else:
            return True
        return False

    def _read(self, file: StoreFile, kind: str, keys: set[bytes], found: dict[bytes, bytes]) -> None:
        for key, value in file.read(kind, keys):
            if value is not None:
                found[key] = value
                continue
            self.refused += 1
            self._speak("holds results that are damaged, or made with another key; they are passed over")

    def _speak(self, words: str) -> None:
        if not self._has_spoken:
            self._has_spoken = True
            self._say(f"the store {(FOLDER / NAME).as_posix()} {words}")


def no_store() -> Store:
    """Give a store that keeps nothing, for hosts that want none."""
    return Store(None, lambda _: None)
