"""What a new site takes over from the one before."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def make_like(new: Path, old: Path) -> None:
    """Make the folder `new`, with the rights of `old` if there is one, so that a server may read both."""
    new.mkdir(parents=True)
    if old.is_dir():
        take_rights(new, old)


def take_rights(new: Path, old: Path) -> None:
    """Give the folder `new` the rights of the folder `old`. Raises OSError."""
    give_group(new, old.stat().st_gid)
    shutil.copystat(old, new)


def give_group(folder: Path, group: int) -> None:
    """Give a folder of ours to a group, where that can be; its mode has to be set after that."""
    with suppress(AttributeError, PermissionError):  # no groups; a group that one is not in
        os.chown(folder, -1, group)


def carry_over(old: Path, new: Path, *, is_made: Callable[[str], bool]) -> None:
    """Take over what begins with a point at the top of `old`: `.git`, `.well-known`, `.htaccess` …

    MkDocs has never removed it. What `is_made` says of that builds make it stays behind. Files
    are shared until that of `old` is removed, so `old` is whole all the time. Raises OSError.
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
        shutil.copytree(old, new, symlinks=True, copy_function=share)
    else:
        share(old, new)


def share(old: str | Path, new: str | Path) -> None:
    """Make `new`, where nothing is, the same file as `old`, or a copy of it. Raises OSError."""
    try:
        os.link(old, new, follow_symlinks=False)
    except (FileExistsError, FileNotFoundError):
        raise
    except OSError:  # a file system without hard links, or one that has no room for another
        shutil.copy2(old, new, follow_symlinks=False)
