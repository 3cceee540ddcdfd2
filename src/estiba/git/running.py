"""Git as a program: which, with what environment, and what it answers."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

SECONDS = 120
"""What one question to Git may take."""
_ENVIRONMENT = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_KEPT = ("GIT_CEILING_DIRECTORIES", "GIT_CONFIG_", "GIT_EXEC_PATH")
_OPTIONS = "--no-pager --literal-pathspecs -c core.fsmonitor=false -c core.quotePath=false".split()


class GitError(Exception):
    """What was asked of Git cannot be had; the message is one line."""


class GitRefused(GitError):
    """Git ran, and said no."""


def git_command(folder: Path, *words: str) -> list[str]:
    """Give the words by which Git is run in `folder`; raises `GitError` where there is no Git."""
    git = shutil.which("git")
    if git is None:
        raise GitError("Git is not installed")
    return [git, "-C", str(folder), *_OPTIONS, *words]


def git_environment() -> dict[str, str]:
    """Give our own environment without what points Git elsewhere, as inside of one of its hooks.

    Git then asks for nothing, fetches nothing, and locks nothing that it need not.
    """
    kept = (key for key in os.environ if not key.startswith("GIT_") or key.startswith(_KEPT))
    return {key: os.environ[key] for key in kept} | _ENVIRONMENT


def ask_git(folder: Path, *words: str) -> bytes:
    """Give what Git answers; raises `GitRefused` where it says no, `GitError` where it cannot be run."""
    try:
        done = subprocess.run(  # nosec B603 # noqa: S603 - our own words, and names behind --end-of-options or --
            git_command(folder, *words),
            env=git_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GitError(f"Git cannot be run: {error}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitRefused(said[0] if said else f"Git ends with status {done.returncode}")
    return done.stdout


def names_in(output: bytes) -> list[str]:
    """Give what stands between the NULs of `output`; bytes that are no UTF-8 become lone surrogates."""
    return [one.decode("utf-8", "surrogateescape") for one in output.split(b"\0")[:-1]]
