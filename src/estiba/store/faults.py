"""What may be wrong with a store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

_OF_MACHINE = {
    sqlite3.SQLITE_PERM: "it may not be opened",
    sqlite3.SQLITE_BUSY: "another run is using it",
    sqlite3.SQLITE_LOCKED: "another run is using it",
    sqlite3.SQLITE_READONLY: "it cannot be written",
    sqlite3.SQLITE_IOERR: "the disk does not obey",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
    sqlite3.SQLITE_PROTOCOL: "another run is using it",
    sqlite3.SQLITE_NOLFS: "its file system has no large files",
}
_CUT_SHORT = sqlite3.SQLITE_IOERR | (2 << 8)
"""SQLITE_IOERR_SHORT_READ: the file ends too early (https://www.sqlite.org/rescode.html)."""


class Broken(Exception):
    """The file is damaged, or none that this version has made: it has to be made anew."""


class Unusable(Exception):
    """Nothing can be kept in this run; the message is the reason, in plain English."""


@contextmanager
def faults_named() -> Iterator[None]:
    """Raise `Broken` or `Unusable` for what SQLite and the system say; our own mistakes stay as they are.

    SQLite's words are not passed on: names in a foreign file may stand in them.
    """
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
        why = None if code == _CUT_SHORT else _OF_MACHINE.get(code & 0xFF)
        raise (Unusable(why) if why else Broken) from error
    except OSError as error:
        raise Unusable(error.strerror or type(error).__name__) from error
