"""The files that stand in a folder of notes, and those that do not though they seem to."""

from __future__ import annotations

import enum
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from estiba.vault.files.active_files import is_active
from estiba.vault.files.attachments import OF_PROGRAMS
from estiba.vault.files.file_kinds import is_secret

_DEEPEST = 64
"""Folders within folders; paths of more are too long for some disks, and for what walks along them."""


class Refusal(enum.StrEnum):
    """Why a file is not read, or not in the site."""

    OUTSIDE = "outside"
    """A link to a file that is not in the vault."""
    FOLDER = "folder"
    """A link to a folder."""
    NOWHERE = "nowhere"
    """A link to nothing, or to itself."""
    OTHER_KIND = "other-kind"
    """A link to a file that could not stand where the link does."""
    NO_FILE = "no-file"
    """A pipe, a socket, a device."""
    DENIED = "denied"
    """The system does not let it be read."""
    NAME = "name"
    """Its name is no UTF-8."""
    DEPTH = "depth"
    """It stands in too many folders."""
    ACTIVE = "active"
    """A browser that opens it would run something."""


@dataclass(slots=True)
class FoundFiles:
    """The files below a folder."""

    root: Path
    paths: list[str] = field(default_factory=list)
    """Of those that can be read, relative to `root`, with `/` between their parts; A to Z in each folder."""
    refused: dict[str, Refusal] = field(default_factory=dict)
    """Why others are not, by their paths; hidden ones are passed over in silence."""

    def read(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Give the bytes of files; one that cannot be read any more is refused, and left out."""
        for path in paths:
            try:
                data = (self.root / path).read_bytes()
            except OSError:
                self.refused[path] = Refusal.DENIED
            else:
                yield path, data

    def is_active(self, path: str) -> bool:
        """Whether a browser that opens the file at `path` would run something, as `active_files` has it.

        One that cannot be read any more is refused for that.
        """
        try:
            return is_active(path, lambda size: _start_of(self.root / path, size))
        except OSError:
            self.refused[path] = Refusal.DENIED
            return False


def find_files(root: Path) -> FoundFiles:
    """Find the files below `root`, but for those in folders of programs.

    No link of the system to a folder is followed, and one to a file only where that is in the vault and
    may be shown under both names. So nothing is found twice without end, and nothing from outside.
    """
    found = FoundFiles(root)
    real = os.path.realpath(root)
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        inner: list[str] = []
        for entry in _entries(found, folder):
            if entry.name in OF_PROGRAMS and os.path.isdir(entry.path):  # noqa: PTH112 - raises nothing
                continue
            path = f"{folder}{entry.name}"
            refusal = _refusal(entry, path, real)
            if refusal is not None:
                _refuse(found, path, refusal)
            elif entry.is_dir(follow_symlinks=False):
                inner.append(f"{path}/")
            else:
                found.paths.append(path)
        waiting.extend(reversed(inner))
    return found


def _start_of(file: Path, size: int) -> bytes:
    with file.open("rb") as opened:
        return opened.read(size)


def _entries(found: FoundFiles, folder: str) -> list[os.DirEntry[str]]:
    if folder.count("/") > _DEEPEST:
        _refuse(found, folder.rstrip("/"), Refusal.DEPTH)
        return []
    try:
        with os.scandir(found.root / folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        _refuse(found, folder.rstrip("/") or ".", Refusal.DENIED)
        return []


def _refuse(found: FoundFiles, path: str, refusal: Refusal) -> None:
    if not _is_hidden(path):
        found.refused[path] = refusal


def _refusal(entry: os.DirEntry[str], path: str, root: str) -> Refusal | None:
    try:
        entry.name.encode()
    except UnicodeEncodeError:
        return Refusal.NAME
    if entry.is_symlink():
        return _refusal_of_link(path, root)
    is_either = entry.is_dir(follow_symlinks=False) or entry.is_file(follow_symlinks=False)
    if not is_either:
        return Refusal.NO_FILE
    return None if os.access(entry.path, os.R_OK) else Refusal.DENIED


def _refusal_of_link(path: str, root: str) -> Refusal | None:
    try:
        target = os.path.realpath(os.path.join(root, path), strict=True)  # noqa: PTH118
    except OSError:
        return Refusal.NOWHERE
    if os.path.isdir(target):  # noqa: PTH112
        return Refusal.FOLDER
    if os.path.commonpath((root, target)) != root:
        return Refusal.OUTSIDE
    if not os.path.isfile(target):  # noqa: PTH113
        return Refusal.NO_FILE
    inside = Path(os.path.relpath(target, root)).as_posix()
    is_same = os.path.splitext(inside)[1].lower() == os.path.splitext(path)[1].lower()  # noqa: PTH122
    if (
        not is_same
        or is_secret(inside)
        or _is_hidden(inside)
        or not OF_PROGRAMS.isdisjoint(inside.split("/"))
    ):
        return Refusal.OTHER_KIND
    return None if os.access(target, os.R_OK) else Refusal.DENIED


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") and part != "." for part in path.split("/"))
