"""What a new site takes over from the one before."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_CHUNK = 1 << 20
_LINK = ".estiba-link"


def make_like(new: Path, old: Path) -> None:
    """Make the folder `new`, with the rights of `old` if there is one, so that a server may read both."""
    new.mkdir(parents=True)
    if old.is_dir():
        with suppress(AttributeError, PermissionError):  # no groups; a group that one is not in
            os.chown(new, -1, old.stat().st_gid)
        shutil.copystat(old, new)


def carry_over(old: Path, new: Path, *, is_made: Callable[[str], bool]) -> None:
    """Take over what begins with a point at the top of `old`: `.git`, `.well-known`, `.htaccess` …

    MkDocs has never removed it. What `is_made` says of that builds make it stays behind. Files
    are shared until `old` is removed, so `old` is whole all the time. Raises OSError.
    """
    if not old.is_dir():
        return
    for entry in sorted(old.iterdir()):
        target = new / entry.name
        if entry.name.startswith(".") and not is_made(entry.name) and not os.path.lexists(target):
            clone(entry, target)


def clone(old: Path, new: Path) -> None:
    """Make `new` of the same files as the file or folder `old`; none may be written in place after that."""
    if old.is_dir() and not old.is_symlink():
        shutil.copytree(old, new, symlinks=True, copy_function=_share)
    else:
        _share(old, new)


def keep_unchanged(old: Path, new: Path) -> None:
    """Put each file of `old` that `new` has with the same bytes in its place, by a hard link.

    So it keeps the time of its change, by which browsers, servers and rsync know that it has none; and
    nothing need be written, nor freed, which takes some disks milliseconds for each file.
    """
    for folder, folders, names in os.walk(new):
        below = os.path.relpath(folder, new)
        folders[:] = [one for one in folders if below != "." or not one.startswith(".")]
        for name in names:
            before, after = Path(old, below, name), Path(folder, name)
            try:
                was, now = before.lstat(), after.lstat()
            except OSError:
                continue  # a new file
            is_plain = stat.S_ISREG(was.st_mode) and stat.S_ISREG(now.st_mode)
            is_there = os.path.samestat(was, now)  # rename(2) would leave the link where it is
            if is_plain and not is_there and was.st_size == now.st_size and _same(before, after):
                _put(before, new / _LINK, after)


def _put(file: Path, link: Path, target: Path) -> None:
    try:
        os.link(file, link)
    except OSError:  # a file system without hard links, or one that has no room for another
        was = file.stat()
        os.utime(target, ns=(was.st_atime_ns, was.st_mtime_ns))
    else:
        link.replace(target)


def _share(old: str | Path, new: str | Path) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:  # a file system without hard links
        shutil.copy2(old, new, follow_symlinks=False)


def _same(one: Path, other: Path) -> bool:
    with one.open("rb") as left, other.open("rb") as right:
        while chunk := left.read(_CHUNK):
            if chunk != right.read(_CHUNK):
                return False
    return True
