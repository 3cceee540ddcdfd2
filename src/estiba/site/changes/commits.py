"""When notes changed last, as Git knows it."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from estiba.git.log import day_of_commit, read_log
from estiba.git.running import GitError

SECONDS = 60
"""What Git may take; a history that is not read by then says nothing."""
_SAID = ("--relative", "--name-status", "--format=:%cs,%D")


@dataclass(frozen=True, slots=True)
class LastCommit:
    """The last commit that touched a note."""

    day: dt.date
    """Its committer's day, in the time zone of the commit."""
    adds: bool
    """Whether the note came with it."""


def last_commits(folder: Path, paths: Iterable[str], *, seconds: float = SECONDS) -> dict[str, LastCommit]:
    """Find the last commit of each of `paths`, relative to `folder`, by one `git log`.

    Nothing is found without Git, without a repository, or where Git is not done after
    `seconds`; and nothing for a note that no commit holds. A merge by itself touches no
    note, its sides do.
    """
    wanted = _Wanted(paths)
    if not wanted.pending:
        return {}
    try:
        in_time = read_log(folder, *_SAID, pathspec=".", seconds=seconds, read=wanted.read)
    except (GitError, OSError):
        return {}
    return wanted.found if in_time else {}


class _Wanted:
    """The notes whose commit is not known yet; names are compared in every Unicode form."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.known = frozenset(paths)
        self.pending = set(self.known)
        self.composed = {_composed(path): path for path in sorted(self.known)}
        self.found: dict[str, LastCommit] = {}

    def read(self, tokens: Iterator[str]) -> None:
        """Read the log, newest commit first, until every note is found."""
        day: dt.date | None = None
        for token in tokens:
            if token.startswith(":"):
                day = day_of_commit(token[1:])
            elif change := token.removeprefix("\n"):
                self._see(next(tokens, ""), day, change)
                if not self.pending:
                    return

    def _see(self, name: str, day: dt.date | None, change: str) -> None:
        path = name if name in self.known else self.composed.get(_composed(name))
        if path is None or path not in self.pending or day is None:
            return
        self.pending.discard(path)
        if change != "D":
            self.found[path] = LastCommit(day, adds=change == "A")


def _composed(path: str) -> str:
    return unicodedata.normalize("NFC", path)
