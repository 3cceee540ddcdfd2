from __future__ import annotations

import sqlite3

import pytest

from estiba.store.faults import Broken, Unusable, faults_named


def sqlite_error(code, kind=sqlite3.OperationalError):
    error = kind("words of a foreign file")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (sqlite_error(sqlite3.SQLITE_BUSY), "another run is using it"),
        (sqlite_error(sqlite3.SQLITE_BUSY | 2 << 8), "another run is using it"),
        (sqlite_error(sqlite3.SQLITE_READONLY), "it cannot be written"),
        (sqlite_error(sqlite3.SQLITE_IOERR | 3 << 8), "the disk does not obey"),
        (sqlite_error(sqlite3.SQLITE_FULL), "the disk is full"),
        (PermissionError(13, "Permission denied", "x"), "Permission denied"),
        (OSError("odd"), "OSError"),
    ],
)
def test_what_the_machine_says_is_told(error, why):
    with pytest.raises(Unusable) as told, faults_named():
        raise error
    assert str(told.value) == why


@pytest.mark.parametrize(
    "error",
    [
        sqlite_error(sqlite3.SQLITE_CORRUPT, sqlite3.DatabaseError),
        sqlite_error(sqlite3.SQLITE_NOTADB, sqlite3.DatabaseError),
        sqlite_error(sqlite3.SQLITE_ERROR),
        sqlite_error(sqlite3.SQLITE_TOOBIG, sqlite3.DataError),
        sqlite_error(sqlite3.SQLITE_IOERR | 2 << 8),
        sqlite3.OperationalError("Could not decode to UTF-8"),
    ],
)
def test_what_is_wrong_with_the_file_is_damage(error):
    with pytest.raises(Broken), faults_named():
        raise error


@pytest.mark.parametrize("error", [sqlite3.ProgrammingError("closed"), TypeError("key"), KeyboardInterrupt()])
def test_our_own_mistakes_stay_as_they_are(error):
    with pytest.raises(type(error)), faults_named():
        raise error
