"""`estiba serve`: the site on this computer, each page as its note is at that moment."""

from __future__ import annotations

import argparse
from typing import Any

from estiba.cli.host import add_host_options, run_host
from estiba.config import DRAFTS_VARIABLE

_PROGRAM = "estiba.site.serving"
_DESCRIPTION = """\
Serves the site on this computer. A page is made when you ask for it, of its note as it is
at that moment; the browser shows a change by itself, and in a bar what is wrong with the
note. Where the site cannot be made, because of mkdocs.yml, estiba.toml or a template, the
pages of before go on being served. With --drafts it shows the notes too that are not
published, marked as such; no other command puts them into a site. Ctrl-C ends it."""


def add_serve(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "serve",
        help="show the site while you write",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="Exit status: 0 ended by Ctrl-C, 1 the site cannot be made or served, 2 could not run.",
    )
    add_host_options(parser)
    parser.add_argument("--drafts", action="store_true", help="show what is not published, marked as such")
    parser.add_argument("-a", "--dev-addr", metavar="IP:PORT", help="where (default: localhost:8000)")
    parser.add_argument("-o", "--open", action="store_true", help="open it in the browser")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    arguments = ["--dev-addr", options.dev_addr] if options.dev_addr else []
    arguments += ["--open"] if options.open else []
    drafts = {DRAFTS_VARIABLE: "1"} if options.drafts else {}
    return run_host("serve", options, *arguments, environment=drafts, program=_PROGRAM)
