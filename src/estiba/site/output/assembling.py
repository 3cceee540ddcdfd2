"""A new site put together out of what a build has written and what the last site has already."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from estiba.listing import FileMark, Listing, list_folder, marks_of
from estiba.site.output.carrying import give_group, share, take_rights

_CHUNK = 1 << 20
_OF_OWNER = stat.S_IRWXU


@dataclass(frozen=True, slots=True)
class Parts:
    """Of what a new site is made, by paths relative to it."""

    live: Path
    """The last site, which is only read."""
    written: Path
    """The folder that the build has filled."""
    new: Listing
    """What it holds."""
    kept: dict[str, os.stat_result]
    """Files of the last site that are the new one's: said to be so, or written with the same bytes.

    So they keep the time of their change, by which browsers, servers and rsync know that there is none.
    """
    moved: list[str]
    """What was written besides."""
    folders: dict[str, os.stat_result]
    """Folders of the new site, and whose group and mode each is to have."""


def parts_of(live: Path, last: Listing, written: Path, kept: Collection[str]) -> Parts:
    """Find out of what a site is made; what was written comes before what is said to be kept.

    `last` is what `live` held when the build began. Raises OSError; FileNotFoundError where a kept file
    was not there then.
    """
    new = list_folder(written)
    taken = {path: last.files[path] for path in _unchanged(live, last, written, new)}
    for path in sorted({*kept}.difference(new.files, new.others)):
        if path not in last.files:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(live / path))
        taken[path] = last.files[path]
    folders = {path: last.folders[path] for path in _parents(taken)} | new.folders
    moved = [path for path in (*new.files, *new.others) if path not in taken]
    return Parts(live, written, new, taken, moved, folders)


def clear(tree: Path, parts: Parts) -> Listing:
    """Remove from `tree` what the new site will not have, whatever it is; gives what is left.

    Files stay whose names the new site has, and folders. Raises OSError.
    """
    take_rights(tree, parts.live)
    _open(tree, tree.stat())
    there = list_folder(tree, enter=lambda path, found: _open(tree / path, found))
    wanted = parts.kept.keys() | set(parts.moved)
    for path in [*(there.files.keys() - wanted), *there.others]:
        (tree / path).unlink()
    for path in sorted(there.folders.keys() - parts.folders.keys(), reverse=True):
        (tree / path).rmdir()
    files = {path: found for path, found in there.files.items() if path in wanted}
    folders = {path: found for path, found in there.folders.items() if path in parts.folders}
    return Listing(files, folders)


def fill(tree: Path, parts: Parts, there: Listing) -> dict[str, FileMark]:
    """Put the new site's files into `tree`, which has what `there` says; gives them as `files_of` does.

    What is not where it should be comes by a hard link from the last site, or is moved from what was
    written. Raises OSError.
    """
    for path in sorted(parts.folders.keys() - there.folders.keys()):
        (tree / path).mkdir()
    files = parts.new.files | parts.kept
    for path, found in parts.kept.items():
        before = there.files.get(path)
        if before is None or not os.path.samestat(before, found):
            target = tree / path
            target.unlink(missing_ok=True)
            share(parts.live / path, target)
            now = target.lstat()
            if (now.st_size, now.st_mtime_ns) == (found.st_size, found.st_mtime_ns):
                files[path] = now  # a copy; what somebody wrote during the build has to look touched
    if tree != parts.written:
        for path in parts.moved:
            (parts.written / path).rename(tree / path)
    for path, like in parts.folders.items():
        before = there.folders.get(path)
        if before is None or (before.st_mode, before.st_gid) != (like.st_mode, like.st_gid):
            give_group(tree / path, like.st_gid)
            (tree / path).chmod(stat.S_IMODE(like.st_mode))
    return marks_of(files)


def _unchanged(live: Path, last: Listing, written: Path, new: Listing) -> Iterable[str]:
    for path, now in new.files.items():
        was = last.files.get(path)
        if was is None or was.st_size != now.st_size:
            continue
        if os.path.samestat(was, now) or _same(live / path, written / path):
            yield path


def _parents(paths: Iterable[str]) -> set[str]:
    found = set[str]()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _open(folder: Path, found: os.stat_result) -> bool:
    """See to it that a folder of ours can be listed and changed."""
    if found.st_mode & _OF_OWNER != _OF_OWNER:
        folder.chmod(_OF_OWNER)
    return True


def _same(one: Path, other: Path) -> bool:
    with suppress(OSError), one.open("rb") as left, other.open("rb") as right:
        while chunk := left.read(_CHUNK):
            if chunk != right.read(_CHUNK):
                return False
        return True
    return False
