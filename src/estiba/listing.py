"""Which files a folder holds, in one walk that follows no link."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple


class FileMark(NamedTuple):
    """What changes when somebody writes a file. (So does `ctime`, but a link to the file changes it too.)"""

    size: int
    """Bytes."""
    mtime_ns: int
    inode: int


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies below a folder, by paths relative to it, with `/` between names."""

    files: dict[str, os.stat_result] = field(default_factory=dict)
    folders: dict[str, os.stat_result] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    """Links, pipes, sockets, devices."""


def files_of(site: Path) -> dict[str, FileMark]:
    """Give the files of a site, by path, with their marks; none where there is no folder.

    Left out are links, folders that may not be read, and what begins with a point at the top, for most
    of that is the owner's (`.git`, `.well-known`). Raises OSError.
    """
    return marks_of(list_site(site).files)


def marks_of(files: Mapping[str, os.stat_result]) -> dict[str, FileMark]:
    """Give the marks of the files of a site, as `files_of` does."""
    return {
        path: FileMark(found.st_size, found.st_mtime_ns, found.st_ino)
        for path, found in files.items()
        if not path.startswith(".")
    }


def list_site(site: Path) -> Listing:
    """List a site, but for what lies in folders that begin with a point at its top. Raises OSError."""
    if site.is_symlink() or not site.is_dir():
        return Listing()
    gone = (FileNotFoundError, NotADirectoryError, PermissionError)
    return list_folder(site, enter=lambda path, _: not path.startswith("."), pass_over=gone)


def list_folder(
    root: Path,
    *,
    enter: Callable[[str, os.stat_result], bool] = lambda _path, _found: True,
    pass_over: tuple[type[OSError], ...] = (),
) -> Listing:
    """List all below `root`; `enter` is asked before each folder is opened.

    Raises OSError, but for what is passed over.
    """
    listing, waiting = Listing(), [""]
    while waiting:
        prefix = waiting.pop()
        try:
            entries = os.scandir(f"{root}/{prefix}")
        except pass_over:
            continue
        with entries:
            for entry in entries:
                path = prefix + entry.name
                try:
                    found = entry.stat(follow_symlinks=False)
                except pass_over:
                    continue
                if stat.S_ISREG(found.st_mode):
                    listing.files[path] = found
                elif stat.S_ISDIR(found.st_mode):
                    listing.folders[path] = found
                    if enter(path, found):
                        waiting.append(f"{path}/")
                else:
                    listing.others.append(path)
    return listing
