"""`estiba build`: the site, by MkDocs."""

from __future__ import annotations

import argparse
from typing import Any

from estiba.cli.host import add_host_options, run_host

_DESCRIPTION = """\
Builds the site, as 'mkdocs build' does. Notes that are not published are not in it."""


def add_build(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "build",
        help="build the site",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="Exit status: that of MkDocs; 2 could not run.",
    )
    add_host_options(parser)
    parser.add_argument("-d", "--site-dir", metavar="DIR", help="where the site goes (default: site)")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    site = ["--site-dir", options.site_dir] if options.site_dir else []
    return run_host("build", options, *site)
