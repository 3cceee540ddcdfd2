"""Questions at a terminal, and the author's editor."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

from estiba.cli.targets import CannotRun
from estiba.report.printable import one_line


def is_asking() -> bool:
    """Whether somebody can answer: both ends are a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, default: str = "") -> str:
    """Ask for a line; an empty answer is `default`. Raises `CannotRun` where no answer comes."""
    shown = f"{question} [{one_line(default)}]: " if default else f"{question}: "
    try:
        return input(shown).strip() or default
    except EOFError:
        print()
        raise CannotRun("no answer; nothing was made") from None


def editor() -> list[str]:
    """Give the command that opens the author's editor; raises `CannotRun` where they name none."""
    line = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        command = shlex.split(line)
    except ValueError as error:
        raise CannotRun(f"$VISUAL or $EDITOR, '{line}', cannot be read: {error}") from None
    if not command:
        raise CannotRun("--edit needs an editor; name yours in $VISUAL or $EDITOR")
    return command


def edit(file: Path, command: list[str]) -> None:
    """Open `file` by `command`, and wait for its end; raises `CannotRun` where it cannot be run."""
    try:
        status = subprocess.run([*command, str(file)], check=False).returncode  # nosec B603 # noqa: S603 - the author's own
    except OSError as error:
        raise CannotRun(f"the editor '{command[0]}': {error.strerror}") from None
    if status:
        raise CannotRun(f"the editor '{command[0]}' ended with {status}")
