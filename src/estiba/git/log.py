"""`git log`, read while it runs, newest commit first."""

from __future__ import annotations

import datetime as dt
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer
from typing import IO

from estiba.git.running import git_command, git_environment

_SETTINGS = "-c log.follow=false -c log.showRoot=true -c log.showSignature=false".split()
_OPTIONS = """
log -z --no-renames --no-ext-diff --no-textconv --no-color --ignore-submodules=all --decorate=full
""".split()
_BLOCK = 1 << 16


def read_log(
    folder: Path, *words: str, pathspec: str, seconds: float, read: Callable[[Iterator[str]], None]
) -> bool:
    """Run `git log` in `folder` over the files below `pathspec`, and let `read` have what it says.

    `words` are further options, as what is said of each file. `read` is handed what stands between
    the NULs, and may return when it has seen enough. Gives whether that was within `seconds`: else Git
    was stopped, and some of it is missing. Raises `GitError` where there is no Git, and OSError where it
    cannot be run.
    """
    with subprocess.Popen(  # nosec B603 # noqa: S603 - our own words, and a folder behind --
        git_command(folder, *_SETTINGS, *_OPTIONS, *words, "--", pathspec),
        bufsize=0,
        env=git_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        late = Timer(seconds, process.kill)
        late.daemon = True
        late.start()
        assert process.stdout is not None  # nosec B101 # noqa: S101 - it is a pipe
        read(_tokens(process.stdout))
        in_time = late.is_alive()
        late.cancel()
        process.kill()
    return in_time


def day_of_commit(header: str) -> dt.date | None:
    """Read `2025-10-25,refs` (`%cs,%D`); None at the boundary of a shallow clone, which seems to add all."""
    day, _, refs = header.partition(",")
    if "grafted" in refs.split(", "):
        return None
    try:
        return dt.date.fromisoformat(day)
    except ValueError:
        return None


def _tokens(output: IO[bytes]) -> Iterator[str]:
    rest = b""
    while block := output.read(_BLOCK):
        *whole, rest = (rest + block).split(b"\0")
        for token in whole:
            yield token.decode("utf-8", "surrogateescape")
