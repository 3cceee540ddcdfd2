"""What a command says, on a terminal, in a pipe of any encoding, or in a file."""

from __future__ import annotations

import sys
from pathlib import Path

from estiba.cli.targets import CannotRun
from estiba.cli.writing_back import replace_bytes
from estiba.report.commands import without_commands
from estiba.report.printable import encodable, printable


def say(text: str, *, commands: bool = False) -> None:
    """Write `text`, whole lines, to standard output; what its encoding lacks is written as code points.

    Unless it is made of `commands` to the machine that runs a workflow, no line of it is one.
    """
    shown = text if commands else without_commands(text)
    sys.stdout.write(encodable(shown, sys.stdout.encoding or "utf-8"))


def complain(why: object) -> None:
    """Say on standard error why the command cannot run."""
    shown = without_commands(f"estiba: {printable(str(why))}\n")
    sys.stderr.write(encodable(shown, sys.stderr.encoding or "utf-8"))


def write_file(file: Path, text: str) -> None:
    """Put `text` in the place of what `file` holds, wholly or not at all; raises `CannotRun`."""
    try:
        replace_bytes(file, encodable(text, "utf-8").encode())
    except OSError as error:
        raise CannotRun(f"{file}: {error.strerror}") from None
