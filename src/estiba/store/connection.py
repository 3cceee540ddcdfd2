"""The file of a store as SQLite opens it: only one that has our tables and nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from estiba.store.faults import Broken
from estiba.store.new_file import made_once
from estiba.store.place import APPLICATION, VERSION

LARGEST_VALUE = 128 << 20
"""Bytes; what is larger is not kept, nor read from a foreign file."""
_PATIENCE = 2.0
"""Seconds to wait for another run, whose transactions take some tenths."""
_PAGE = 8192
_NO_WAITING = "PRAGMA synchronous = OFF"
"""For the disk: a power cut may leave a damaged file, which is found and made anew."""
_SCHEMA = {
    "results": "CREATE TABLE results (kind TEXT NOT NULL, key BLOB NOT NULL, run INTEGER NOT NULL,"
    " mark BLOB NOT NULL, size INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID",
    "contents": "CREATE TABLE contents (id INTEGER PRIMARY KEY, value BLOB NOT NULL)",
    "runs": "CREATE TABLE runs (kind TEXT NOT NULL, run INTEGER NOT NULL, PRIMARY KEY (kind, run))"
    " WITHOUT ROWID",
}
"""Values stand apart, so that what is said of thousands of results is changed without touching them."""


def connect(path: Path) -> sqlite3.Connection:
    """Open the file, which is there. Raises `Broken`, sqlite3.Error."""
    connection = _open(path)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA mmap_size = 0")
        connection.execute(_NO_WAITING)
        _look_at_tables(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def make(path: Path) -> None:
    """Make an empty store, unless something is at `path`. Raises OSError, sqlite3.Error."""
    with made_once(path) as new:
        connection = _open(new)
        try:
            connection.execute(_NO_WAITING)
            connection.execute(f"PRAGMA page_size = {_PAGE}")
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
            with transaction(connection, "IMMEDIATE"):
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                connection.execute(f"PRAGMA user_version = {VERSION}")
                for sql in _SCHEMA.values():
                    connection.execute(sql)
        finally:
            connection.close()


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str) -> Iterator[None]:
    """See all at one moment (DEFERRED), or write all or nothing (IMMEDIATE). Raises sqlite3.Error."""
    connection.execute(f"BEGIN {kind}")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.rollback()


def _look_at_tables(connection: sqlite3.Connection) -> None:
    tables = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY rowid")
    if tables.fetchall() != [("table", name, name, sql) for name, sql in _SCHEMA.items()]:
        raise Broken


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode=rw", uri=True, timeout=_PATIENCE, isolation_level=None
    )
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE + (1 << 20))
    return connection
