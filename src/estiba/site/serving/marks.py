"""What the files are like that a site hangs on, so that a change is seen without reading them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.utils.dirsnapshot import DirectorySnapshot

from estiba.comparing import baseline
from estiba.config import FILE_NAME

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

Mark = tuple[int, int, int]
Marks = Mapping[str, Mark]
"""Time of the last change, size and number of each file, by its path."""


def watched(config: MkDocsConfig) -> tuple[str, ...]:
    """Give the folders and files that a site with this configuration hangs on; some may not be there."""
    here = Path(config.config_file_path).parent if config.config_file_path else Path()
    named: list[str | Path | None] = [
        config.docs_dir,
        config.config_file_path,
        config.theme.custom_dir,
        *config.watch,
    ]
    named += [here / FILE_NAME, here / baseline.FILE_NAME, *(here / name for name in config.hooks)]
    return tuple(dict.fromkeys(os.path.abspath(one) for one in named if one))  # noqa: PTH100 - follows no links


def take_marks(paths: Iterable[str]) -> Marks:
    """Give the marks of the files at `paths`, and of those in the folders there.

    What begins with a point is left out, and no link is followed.
    """
    return dict(one for path in paths for one in _marks(path))


def mark_of(path: Path) -> Mark | None:
    """Give the mark of one file; None where there is none, or a link."""
    try:
        found = path.lstat()
    except OSError:
        return None
    return _mark(found) if stat.S_ISREG(found.st_mode) else None


def _marks(path: str) -> Iterator[tuple[str, Mark]]:
    try:
        snapshot = DirectorySnapshot(path, stat=os.lstat, listdir=_listed)
    except OSError:  # not there, or gone in this moment
        return
    for one in snapshot.paths:
        found = snapshot.stat_info(str(one))
        if not stat.S_ISDIR(found.st_mode):
            yield str(one), _mark(found)


def _listed(folder: str | None) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        yield from (one for one in entries if not one.name.startswith(".") and one.name != "__pycache__")


def _mark(found: os.stat_result) -> Mark:
    return (found.st_mtime_ns, found.st_size, found.st_ino)
