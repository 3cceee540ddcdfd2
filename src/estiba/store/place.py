"""Where the file of a store lies, and whether SQLite may be let near what lies there.

The file and what stands beside it may come from a stranger. SQLite plays a journal back that it finds:
one that names a super-journal has it delete that file, wherever it is, and one that gives the file
another length has it made that long (https://www.sqlite.org/fileformat.html#the_rollback_journal).
"""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

from estiba.store.faults import Broken, Unusable

FOLDER = Path(".cache", "estiba")
NAME = "store.sqlite3"
APPLICATION = 0x45737469
VERSION = 1
"""Of the tables and of what a mark is made of; a file of another version is made anew."""

_MAGIC = b"SQLite format 3\0"
_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
_JOURNAL_HEAD = 28
"""Bytes at its beginning; what names another journal stands at its end."""
_JOURNAL, _WAL, _INDEX_OF_WAL = "-journal", "-wal", "-shm"
_LARGEST = 2 << 30
"""Bytes; no store of ours has ever been half of that."""


def file_below(root: Path) -> Path:
    """Give the path of the file below `root`, a real path; raises `Unusable` if a link is on the way."""
    path = root / FOLDER / NAME
    if path.is_symlink() or os.path.normcase(os.path.realpath(path)) != os.path.normcase(path):
        raise Unusable("a link stands on the way to it, and none is followed")
    return path


def look_at(path: Path) -> tuple[int, int]:
    """Give device and number of the file. Raises `Broken`, OSError; FileNotFoundError if there is none."""
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        raise Broken
    with path.open("rb") as file:
        head = file.read(100)
    is_ours = head.startswith(_MAGIC) and _number(head, 68) == APPLICATION and _number(head, 60) == VERSION
    has_no_wal = head[18:20] == b"\1\1"
    if not (is_ours and has_no_wal) or any(os.path.lexists(f"{path}{end}") for end in (_WAL, _INDEX_OF_WAL)):
        raise Broken
    _look_at_journal(path.with_name(path.name + _JOURNAL))
    return status.st_dev, status.st_ino


def clear(path: Path) -> None:
    """Remove the file, or what stands in its place, and what stands beside it. Raises OSError."""
    for end in (_JOURNAL, _WAL, _INDEX_OF_WAL, ""):
        there = path.with_name(path.name + end)
        if there.is_dir() and not there.is_symlink():
            shutil.rmtree(there)
        else:
            there.unlink(missing_ok=True)


def make_folder(root: Path) -> None:
    """Make the folder of the file, which Git never sees. Raises OSError."""
    folder = root
    for name in FOLDER.parts:
        folder /= name
        folder.mkdir(exist_ok=True)
    try:
        with (folder / ".gitignore").open("x", encoding="utf-8") as file:
            file.write("*\n")
    except FileExistsError:
        pass


def _look_at_journal(path: Path) -> None:
    """Raise `Broken` if it could not be the one that a killed run of ours has left."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            raise Broken
        with path.open("rb") as file:
            head = file.read(_JOURNAL_HEAD)
            end = file.seek(0, os.SEEK_END)  # now: the run that makes it may be at work
            file.seek(max(end - len(_JOURNAL_MAGIC), 0))
            tail = file.read(len(_JOURNAL_MAGIC))
    except FileNotFoundError:  # there is none, or the run that made it is done
        return
    names_another = end >= _JOURNAL_HEAD + len(_JOURNAL_MAGIC) and tail == _JOURNAL_MAGIC
    is_whole = len(head) == _JOURNAL_HEAD and head.startswith(_JOURNAL_MAGIC)
    if names_another or (is_whole and _number(head, 16) * _number(head, 24) > _LARGEST):
        raise Broken


def _number(data: bytes, offset: int) -> int:
    return int.from_bytes(data[offset : offset + 4], "big")
