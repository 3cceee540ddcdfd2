"""Which results stay: those that were used of late, while there is room."""

from __future__ import annotations

import sqlite3
from collections.abc import MutableMapping

from estiba.store.rows import checked, whole

LIMIT = 512 << 20
"""Bytes that the file may hold."""
_KEPT = 16
"""Runs after which a result goes: 12, and the `_RECENT` ones that may have used it unwritten."""
_RECENT = 4
"""Runs for which it need not be written down again that a result is in use."""
_SHARE = 8
_FORGOTTEN = 500
"""Runs of all kinds after which a kind goes that no run asks for, as after a new version."""
_PAGES_AT_ONCE = 8192


def next_run(connection: sqlite3.Connection) -> int:
    """Give the number of a run that begins to write."""
    return whole(connection.execute("SELECT max(run) FROM runs")) + 1


def use(connection: sqlite3.Connection, kind: str, used: MutableMapping[bytes, int], run: int) -> None:
    """Write down that this run used the results `used`, given with the runs that did so last.

    A run that used less than an eighth of a kind looked at a few notes: it tells nothing of the others,
    which do not age by it.
    """
    recent = _number_before(connection, kind, _RECENT)
    late = [key for key, last in used.items() if last < recent]
    connection.executemany(
        "UPDATE results SET run = ? WHERE kind = ? AND key = ?", ((run, kind, key) for key in late)
    )
    used.update(dict.fromkeys(late, run))
    there = whole(connection.execute("SELECT count(*) FROM results WHERE kind = ?", (kind,)))
    if len(used) * _SHARE >= there:
        connection.execute("INSERT OR IGNORE INTO runs VALUES (?, ?)", (kind, run))


def forget(connection: sqlite3.Connection, run: int) -> None:
    """Remove what has not been used for long, and the oldest where there is more than `LIMIT`."""
    newest = connection.execute("SELECT kind, max(run) FROM runs GROUP BY kind").fetchall()
    for kind, last in newest:
        is_gone = checked(last) < run - _FORGOTTEN
        _forget_before(connection, kind, run if is_gone else _number_before(connection, kind, _KEPT))
    surplus = _pages_in_use(connection) * whole(connection.execute("PRAGMA page_size")) - LIMIT
    if surplus > 0:
        _forget_most(connection, surplus + LIMIT // 10)


def give_back(connection: sqlite3.Connection) -> None:
    """Give free room back to the system where it is more than half of the file; after a transaction."""
    if _pages_in_use(connection) * 2 < whole(connection.execute("PRAGMA page_count")):
        connection.executescript(f"PRAGMA incremental_vacuum({_PAGES_AT_ONCE})")  # execute does one page


def _pages_in_use(connection: sqlite3.Connection) -> int:
    pages, free = (whole(connection.execute(f"PRAGMA {name}_count")) for name in ("page", "freelist"))
    return pages - free


def _number_before(connection: sqlite3.Connection, kind: str, count: int) -> int:
    """Give the number of the `count`-th last run that used the kind as a whole, 0 if there were fewer."""
    found = "SELECT run FROM runs WHERE kind = ? ORDER BY run DESC LIMIT 1 OFFSET ?"
    return whole(connection.execute(found, (kind, count - 1)))


def _forget_before(connection: sqlite3.Connection, kind: str, run: int) -> None:
    old = "DELETE FROM contents WHERE id IN (SELECT id FROM results WHERE kind = ? AND run < ?)"
    connection.execute(old, (kind, run))
    connection.execute("DELETE FROM results WHERE kind = ? AND run < ?", (kind, run))
    connection.execute("DELETE FROM runs WHERE kind = ? AND run < ?", (kind, run))


def _forget_most(connection: sqlite3.Connection, surplus: int) -> None:
    oldest = connection.execute("SELECT size, id, kind, key FROM results ORDER BY run, id").fetchall()
    gone = []
    for size, number, kind, key in oldest:
        if surplus <= 0:
            break
        surplus -= checked(size)
        gone.append((number, kind, key))
    connection.executemany("DELETE FROM contents WHERE id = ?", ((number,) for number, _, _ in gone))
    connection.executemany(
        "DELETE FROM results WHERE kind = ? AND key = ?", ((kind, key) for _, kind, key in gone)
    )
