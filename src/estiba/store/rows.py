"""Results as rows of SQLite: read with their marks, written with their values."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from estiba.store.connection import transaction
from estiba.store.faults import Broken
from estiba.store.seal import Seal

_AT_ONCE = 500
"""Keys in a statement; old versions of SQLite take 999 values."""
_LARGEST = 1 << 62
_FIND = "SELECT key, run, mark, value FROM results JOIN contents USING (id) WHERE kind = ? AND key IN ({})"
_EMPTY = "DELETE FROM contents WHERE id IN (SELECT id FROM results WHERE kind = ? AND key IN ({}))"


def read(connection: sqlite3.Connection, kind: str, keys: Iterable[bytes]) -> Iterator[tuple[Any, ...]]:
    """Give key, number of the last run, mark and value of each key that has them. Raises sqlite3.Error."""
    with transaction(connection, "DEFERRED"):
        for some in _parts(keys):
            yield from connection.execute(_asking(_FIND, some), (kind, *some)).fetchall()


def write(
    connection: sqlite3.Connection, kind: str, values: Mapping[bytes, bytes], *, run: int, seal: Seal
) -> None:
    """Put `values` in, in the place of what had their keys. Raises `Broken`, sqlite3.Error."""
    for some in _parts(values):
        connection.execute(_asking(_EMPTY, some), (kind, *some))
    first = whole(connection.execute("SELECT max(id) FROM contents")) + 1
    connection.executemany("INSERT INTO contents VALUES (?, ?)", enumerate(values.values(), first))
    connection.executemany(
        "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?, ?)",
        (
            (kind, key, run, seal.mark(kind, key, value), len(value), number)
            for number, (key, value) in enumerate(values.items(), first)
        ),
    )


def whole(answer: sqlite3.Cursor) -> int:
    """Give the one number of an answer, 0 for NULL or no row. Raises `Broken` if it is anything else."""
    row = answer.fetchone()
    return 0 if row is None or row[0] is None else checked(row[0])


def checked(number: object) -> int:
    """Give `number` if it is one that a store can hold; raises `Broken`."""
    if not isinstance(number, int) or not 0 <= number < _LARGEST:
        raise Broken
    return number


def _parts(keys: Iterable[bytes]) -> Iterator[Sequence[bytes]]:
    rest = iter(keys)
    while some := tuple(islice(rest, _AT_ONCE)):
        yield some


def _asking(sql: str, keys: Sequence[bytes]) -> str:
    """Give the statement with a question mark for each key."""
    return sql.format(",".join("?" * len(keys)))
