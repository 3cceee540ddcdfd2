"""The last commit that changed each file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from estiba.git.log import day_of_commit, read_log
from estiba.git.repository import Repository
from estiba.git.running import SECONDS

_SAID = ("--raw", "--no-abbrev", "--format=@%cs,%D")


@dataclass(frozen=True, slots=True)
class LastChange:
    """What the last commit did that changed a file which was there before."""

    day: dt.date
    """Its committer's day, in the time zone of the commit."""
    blob: str
    old_blob: str


def last_changes(
    repository: Repository, folder: str, paths: Iterable[str], *, seconds: float = SECONDS
) -> dict[str, LastChange]:
    """Find the last change of each of `paths` (in the repository, below `folder`), by one `git log`.

    Nothing is found for a file that only came with its last commit, was renamed by it, or stands at the
    boundary of a shallow clone; and nothing at all where Git is not done after `seconds`. A merge by
    itself changes nothing, its sides do. Raises `GitError` where there is no Git.
    """
    pending = set(paths)
    found: dict[str, LastChange] = {}
    if not pending:
        return found

    def read(tokens: Iterator[str]) -> None:
        for path, change in _changes(tokens):
            if path in pending and change is not _MODE_ONLY:
                pending.discard(path)
                if change is not None:
                    found[path] = change
                if not pending:
                    return

    in_time = read_log(repository.root, *_SAID, pathspec=folder or ".", seconds=seconds, read=read)
    return found if in_time else {}


_MODE_ONLY = LastChange(dt.date.min, "", "")


def _changes(tokens: Iterator[str]) -> Iterator[tuple[str, LastChange | None]]:
    """Give what each commit did to each path, newest first; None where the file was not there before."""
    day: dt.date | None = None
    for token in tokens:
        if token.startswith("@"):
            day = day_of_commit(token[1:])
            continue
        words = token.removeprefix("\n").removeprefix(":").split()
        if len(words) != 5:
            continue
        _, _, old, new, letter = words
        path = next(tokens, "")
        if letter != "M" or day is None:
            yield path, None
        else:
            yield path, _MODE_ONLY if old == new else LastChange(day, new, old)
