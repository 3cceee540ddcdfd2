"""`estiba`: the commands, and what each takes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

import estiba
from estiba.cli.build import add_build
from estiba.cli.check import add_check
from estiba.cli.explain import add_checks, add_explain
from estiba.cli.fix import add_fix
from estiba.cli.init import add_init
from estiba.cli.new import add_new
from estiba.cli.preview import add_preview
from estiba.cli.review import add_review
from estiba.cli.schema import add_schema
from estiba.cli.serve import add_serve
from estiba.cli.tags import add_tags

_DESCRIPTION = """\
Checks notes in Markdown, and the Docker Compose examples in them; makes a site of them.

Exit status: 0 nothing wrong, 1 something wrong, 2 could not run."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; gives the exit status."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="estiba",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"estiba {estiba.__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add_init(commands)
    add_new(commands)
    add_check(commands)
    add_fix(commands)
    add_explain(commands)
    add_checks(commands)
    add_tags(commands)
    add_schema(commands)
    add_build(commands)
    add_serve(commands)
    add_review(commands)
    add_preview(commands)
    return parser
