"""A plan on the disk, for as long as it is looked at."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from estiba.git.blobs import read_blobs
from estiba.git.repository import Repository
from estiba.git.running import GitError
from estiba.git.tree import TreeFile

_LINK = "120000"
_NOT_HERE = frozenset({"", ".", "..", ".git", "git~1"})


@contextmanager
def written_out(repository: Repository, files: Mapping[str, TreeFile]) -> Iterator[Path]:
    """Write `files` into a new folder, and remove it in the end, whatever happens.

    Their bytes are those that Git keeps: no filter runs, no line end changes. Submodules stay empty
    folders. Links come last, so that nothing is ever written through one. Raises `GitError` for a path
    that would lead out of the folder, and for what the disk refuses.
    """
    with tempfile.TemporaryDirectory(prefix="estiba-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        try:
            _write(repository, files, folder)
        except (OSError, ValueError) as error:
            raise GitError(f"the files cannot be written out: {error}") from None
        yield folder


def _write(repository: Repository, files: Mapping[str, TreeFile], folder: Path) -> None:
    for path in files:
        _check(path)
    regular = [path for path, file in files.items() if file.is_regular]
    links = [path for path, file in files.items() if file.mode == _LINK]
    for path, data in _contents(repository, files, regular):
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        if files[path].mode == "100755":
            place.chmod(0o755)
    for path, data in _contents(repository, files, links):
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(os.fsdecode(data))


def _contents(
    repository: Repository, files: Mapping[str, TreeFile], paths: list[str]
) -> Iterator[tuple[str, bytes]]:
    blobs = read_blobs(repository, [files[path].blob for path in paths])
    for path, (_, data) in zip(paths, blobs, strict=True):
        yield path, data


def _check(path: str) -> None:
    """Refuse what no `git checkout` would write either."""
    parts = {part.rstrip(". ").casefold() or part for part in path.split("/")}
    if not _NOT_HERE.isdisjoint(parts) or "\0" in path or (os.name == "nt" and set(path) & {"\\", ":"}):
        raise GitError(f"{path!r} is no name for a file")
