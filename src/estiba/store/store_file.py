"""The file of a store while a run uses it: opened, read, written, made anew."""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from estiba.store import ageing, rows
from estiba.store.connection import connect, make, transaction
from estiba.store.faults import Broken
from estiba.store.place import clear, file_below, look_at, make_folder
from estiba.store.seal import Seal
from estiba.store.secret import read_secret


class StoreFile:
    """One file for one run. All that it does may raise `Broken`, `Unusable`, OSError, sqlite3.Error."""

    def __init__(self, root: Path) -> None:
        """Take the folder of the vault."""
        self._root = root
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._condemned: tuple[int, int] | None = None
        self._seal: Seal | None = None
        self._run: int | None = None
        self._used: defaultdict[str, dict[bytes, int]] = defaultdict(dict)

    def again(self) -> StoreFile:
        """Give the same file, not opened yet."""
        return StoreFile(self._root)

    def find(self) -> None:
        """Open the file if there is one."""
        root, path = self._places()
        try:
            self._identity = look_at(path)
        except FileNotFoundError:
            return
        self._seal = Seal(read_secret(root))
        self._connection = connect(path)

    def read(self, kind: str, keys: set[bytes]) -> Iterator[tuple[bytes, bytes | None]]:
        """Give each of `keys` that is kept with its value; with None if the mark on it is not ours."""
        if self._connection is None or self._seal is None:
            return
        used = self._used[kind]
        for key, run, mark, value in rows.read(self._connection, kind, keys):
            is_mine = key in keys and self._seal.is_mine(kind, key, value, mark)
            if is_mine:
                used[key] = rows.checked(run)
            yield key, value if is_mine else None

    def write(self, values: Mapping[str, Mapping[bytes, bytes]]) -> None:
        """Keep values, given by kind and key, and forget what is old. All or nothing."""
        root, path = self._places()
        if not self._is_there(path):
            self.let_go()
            self.find()
        if self._identity is not None and self._identity == self._condemned:
            raise Broken
        if self._connection is None:
            self._seal = Seal(read_secret(root))
            make_folder(root)
            make(path)
            self.find()
        if self._connection is not None and self._seal is not None:
            with transaction(self._connection, "IMMEDIATE"):
                self._put(self._connection, self._seal, values)
            ageing.give_back(self._connection)

    def write_anew(self, values: Mapping[str, Mapping[bytes, bytes]]) -> None:
        """Remove what stands in the place of the file, and `write`."""
        self.let_go()
        _, path = self._places()
        clear(path)
        self._condemned = None
        self.write(values)

    def condemn(self) -> None:
        """Close the file, in which something is damaged; `write` takes only another one."""
        self._condemned = self._identity
        self.let_go()

    def let_go(self) -> None:
        """Close the file; the next `write` opens it again."""
        if self._connection is not None:
            self._connection.close()
        self._connection = self._identity = self._run = None
        self._used.clear()

    def _places(self) -> tuple[Path, Path]:
        root = Path(os.path.realpath(self._root))
        return root, file_below(root)

    def _is_there(self, path: Path) -> bool:
        try:
            return self._connection is not None and look_at(path) == self._identity
        except FileNotFoundError:
            return False

    def _put(
        self, connection: sqlite3.Connection, seal: Seal, values: Mapping[str, Mapping[bytes, bytes]]
    ) -> None:
        self._run = self._run or ageing.next_run(connection)
        for kind, some in values.items():
            rows.write(connection, kind, some, run=self._run, seal=seal)
            self._used[kind].update(dict.fromkeys(some, self._run))
        for kind, used in self._used.items():
            ageing.use(connection, kind, used, self._run)
        ageing.forget(connection, self._run)
