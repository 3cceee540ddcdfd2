"""`estiba build`: the site, by MkDocs, unless it is there already."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from estiba.build_day import build_day
from estiba.cli.host import add_host_options, run_host
from estiba.cli.mkdocs_file import CONFIGS
from estiba.cli.output import complain
from estiba.kept.call import NO_CACHE, BuildCall
from estiba.kept.last_build import KIND, LastBuild, key_of
from estiba.kept.shelf import Shelf
from estiba.store.store import Store
from estiba.store.versions import code_digest

_DESCRIPTION = """\
Builds the site, as 'mkdocs build' does. Notes that are not published are not in it.
What was found out is kept in .cache/estiba/: the next build makes only what has changed."""


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
    parser.add_argument("--no-cache", action="store_true", help="make all anew, and keep nothing")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    arguments = ["--site-dir", options.site_dir] if options.site_dir else []
    if options.no_cache:
        return run_host("build", options, *arguments, environment={NO_CACHE: "1"})
    config = next(
        (Path(name) for name in (options.config_file, *CONFIGS) if name and Path(name).is_file()), None
    )
    call = BuildCall(tuple(sorted({"strict"} if options.strict else ())) + tuple(arguments))
    last = _last(config) if config else None
    if last is not None:
        made_of = last.inputs.digest(code_digest())
        if last.is_current(made_of, build_day(), call.options):
            _say_unchanged(last, options)
            return 0
        call = BuildCall(call.options, last.inputs.name, made_of.hex())
    return run_host("build", options, *arguments, environment=call.environment())


def _last(config: Path) -> LastBuild | None:
    with Store.open(config.parent, say=lambda _: None) as store:  # the build itself says it
        return Shelf[LastBuild](store, KIND).get(key_of(config, code_digest()))


def _say_unchanged(last: LastBuild, options: argparse.Namespace) -> None:
    for words in last.said:
        complain(words)
    if not options.quiet:
        print(f"Nothing has changed: {os.path.relpath(last.site)}/ is as it was.")
