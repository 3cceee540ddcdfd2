"""When notes changed last, as Git knows it."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import IO

SECONDS = 60
"""What Git may take; a history that is not read by then says nothing."""
_LOG = """
--no-pager -c core.fsmonitor=false -c log.follow=false -c log.showRoot=true -c log.showSignature=false
log -z --relative --name-status --no-renames --no-ext-diff --no-textconv --no-color --ignore-submodules=all
--decorate=full --format=:%cs,%D -- .
""".split()
_ENVIRONMENT = {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
_KEPT = ("GIT_CEILING_DIRECTORIES", "GIT_CONFIG_", "GIT_EXEC_PATH")
_BLOCK = 1 << 16


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
    git = shutil.which("git")
    wanted = _Wanted(paths)
    if git is None or not wanted.pending:
        return {}
    command = [git, "-C", str(folder), *_LOG]
    try:
        process = subprocess.Popen(  # noqa: S603 - fixed words and the vault's own folder
            command,
            bufsize=0,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return {}
    late = Timer(seconds, process.kill)
    late.daemon = True
    with process:
        late.start()
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        wanted.read(_tokens(process.stdout))
        in_time = late.is_alive()
        late.cancel()
        process.kill()
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
                day = _day(token)
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


def _tokens(output: IO[bytes]) -> Iterator[str]:
    """Give what stands between the NULs: `:day,refs` of a commit, then a letter and a path for each file."""
    rest = b""
    while block := output.read(_BLOCK):
        *whole, rest = (rest + block).split(b"\0")
        for token in whole:
            yield token.decode("utf-8", "surrogateescape")


def _day(header: str) -> dt.date | None:
    """Read the day of a commit; None at the boundary of a shallow clone, which seems to add every file."""
    day, _, refs = header[1:].partition(",")
    if "grafted" in refs.split(", "):
        return None
    try:
        return dt.date.fromisoformat(day)
    except ValueError:
        return None


def _composed(path: str) -> str:
    return unicodedata.normalize("NFC", path)


def _environment() -> dict[str, str]:
    """Give our own environment without what points Git elsewhere, as inside of one of its hooks."""
    kept = (key for key in os.environ if not key.startswith("GIT_") or key.startswith(_KEPT))
    return {key: os.environ[key] for key in kept} | _ENVIRONMENT
