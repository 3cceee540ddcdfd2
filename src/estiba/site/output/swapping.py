"""Two folders exchanged at once, so that nobody sees half of either."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from pathlib import Path

from estiba.site.output.places import Places

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""renameat2(2) of Linux."""
_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})
"""What a kernel or a file system says that knows no exchange."""


def swap(places: Places) -> None:
    """Put the staging folder in the place of the site, which then is at the staging folder's, or nowhere.

    Where the system cannot exchange folders, it takes two renames: for a moment there is no site, and
    one that is killed then is healed by `recover`. Raises OSError; the old site is in its place then.
    """
    if not os.path.lexists(places.site):
        places.staging.rename(places.site)
    elif not _exchange(places.staging, places.site):
        places.site.rename(places.aside)
        try:
            places.staging.rename(places.site)
        except OSError:
            places.aside.rename(places.site)
            raise


def recover(places: Places) -> None:
    """Heal what a build left that was killed: put the old site back if there is none, remove the rest.

    Raises OSError where that cannot be done.
    """
    if places.aside.is_dir() and not os.path.lexists(places.site):
        places.aside.rename(places.site)
    for leftover in (places.staging, places.aside):
        remove(leftover)


def remove(folder: Path) -> None:
    """Remove a folder of ours and all in it; a symbolic link in its place goes, and not what it leads to."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def flush(folder: Path) -> None:
    """Let the disk have every file below `folder`: a site that is swapped in survives a power cut.

    One call for its file system: to ask for each of 10,000 files takes many times as long. Raises
    OSError where the disk has not taken all.
    """
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(descriptor):
            raise _last_error(folder)
    finally:
        os.close(descriptor)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders; gives whether the system can. Raises OSError where it could, and did not."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    if ctypes.get_errno() in _CANNOT:
        return False
    raise _last_error(other)


def _last_error(path: Path) -> OSError:
    number = ctypes.get_errno()
    return OSError(number, os.strerror(number), str(path))


def flush_folder(folder: Path) -> None:
    """Let the disk have the names of what is in `folder`. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
