"""`estiba serve`: the site on this computer, built again at every change, by MkDocs."""

from __future__ import annotations

import argparse
from typing import Any

from estiba.cli.host import add_host_options, run_host
from estiba.config import DRAFTS_VARIABLE

_DESCRIPTION = """\
Serves the site on this computer, as 'mkdocs serve' does, and builds it again whenever a
note changes. With --drafts it shows the notes too that are not published, marked as such;
no other command puts them into a site. Ctrl-C ends it."""


def add_serve(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "serve",
        help="show the site while you write",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="Exit status: that of MkDocs; 2 could not run.",
    )
    add_host_options(parser)
    parser.add_argument("--drafts", action="store_true", help="show what is not published, marked as such")
    parser.add_argument("-a", "--dev-addr", metavar="IP:PORT", help="where (default: localhost:8000)")
    parser.add_argument("-o", "--open", action="store_true", help="open it in the browser")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    arguments = ["--livereload"]  # MkDocs' own default, which newer versions of click lose
    arguments += ["--dev-addr", options.dev_addr] if options.dev_addr else []
    arguments += ["--open"] if options.open else []
    drafts = {DRAFTS_VARIABLE: "1"} if options.drafts else {}
    return run_host("serve", options, *arguments, environment=drafts)
