"""`estiba check`: what is wrong with notes, and where."""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import Any

from estiba.cli.keeping import add_keeping_option
from estiba.cli.known_result import known_result
from estiba.cli.output import complain
from estiba.cli.reports import add_report_options, refuse_unknown_suffixes, report
from estiba.cli.targets import CannotRun
from estiba.comparing.baseline import FILE_NAME
from estiba.policy_table import ConfigError

_DESCRIPTION = """\
Checks notes, and the Docker Compose examples in them.

A folder is searched for notes (*.md) and Compose files (compose*.yml,
docker-compose*.yml, likewise .yaml); a .yml or .yaml that is named is taken as one
whole Compose file. Without a path: docs/ beside an mkdocs.yml, else this folder."""


def add_check(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "check",
        help="check notes and their examples",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="Exit status: 0 no error (with --strict: nor a warning), 1 otherwise, 2 could not run.",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="folder, note or Compose file")
    parser.add_argument(
        "--changed",
        nargs="?",
        const="",
        metavar="BASE",
        help="only what differs from the branch BASE (write --changed=BASE before a path;"
        " default: the one of the pull request, else main or master), and links elsewhere that it broke",
    )
    parser.add_argument("--strict", action="store_true", help="fail on warnings too")
    parser.add_argument(
        "--baseline",
        metavar="FILE",
        help=f"problems that are known and fail nothing (default: {FILE_NAME} beside estiba.toml)",
    )
    parser.add_argument(
        "--write-baseline",
        action="store_true",
        help="begin that file with all errors and warnings; where there is one, take out what is mended",
    )
    add_report_options(parser)
    add_keeping_option(parser)
    parser.add_argument(
        "--select", action="append", metavar="CHECK", help="run only this check (again for more)"
    )
    parser.add_argument(
        "--ignore", action="append", metavar="CHECK", help="leave this check out (again for more)"
    )
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    try:
        refuse_unknown_suffixes(options)
        # what judges takes as long to load as a vault of 5,000 notes takes to be compared with its last check
        result = known_result(options) or import_module("estiba.cli.checking").check(options)
        report(result, options)
    except (CannotRun, ConfigError) as error:
        complain(error)
        return 2
    return int(result.failed(strict=options.strict))
