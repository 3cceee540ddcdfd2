"""`estiba`: the commands, and what each takes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

import estiba

_DESCRIPTION = """\
Checks notes in Markdown, and the Docker Compose examples in them; makes a site of them.

Exit status: 0 nothing wrong, 1 something wrong, 2 could not run."""
_COMMANDS = {
    "init": "init",
    "new": "new",
    "check": "check",
    "fix": "fix",
    "explain": "explain",
    "checks": "explain",
    "tags": "tags",
    "schema": "schema",
    "build": "build",
    "serve": "serve",
    "review": "review",
    "preview": "preview",
}
"""The commands, in the order in which they are listed, and the modules that add them to a parser."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; gives the exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    options = _parser(given).parse_args(given)
    try:
        return int(options.run(options))
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        return 130


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """Make the parser of the command that is `given`, or of all: what one needs takes time to be loaded."""
    parser = argparse.ArgumentParser(
        prog="estiba",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"estiba {estiba.__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in given[:1] if given[:1] and given[0] in _COMMANDS else _COMMANDS:
        module = import_module(f"estiba.cli.{_COMMANDS[name]}")
        getattr(module, f"add_{name}")(commands)
    return parser
