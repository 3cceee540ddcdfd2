"""Where a command keeps what it finds out."""

from __future__ import annotations

import argparse

from estiba.cli.mkdocs_file import mkdocs_file_in
from estiba.cli.output import complain
from estiba.cli.targets import Target, home_of
from estiba.config import FILE_NAME
from estiba.store.store import Store, no_store


def add_keeping_option(parser: argparse.ArgumentParser) -> None:
    """Add the option that `store_of` heeds."""
    parser.add_argument(
        "--no-cache", action="store_true", help="begin anew, and keep nothing in .cache/estiba/"
    )


def store_of(target: Target, options: argparse.Namespace) -> Store:
    """Open the store of the project that `target` belongs to; one that keeps nothing where there is none.

    A folder is a project by its `estiba.toml` or `mkdocs.yml`: in others, nothing is written.
    """
    home = home_of(target)
    is_project = (home / FILE_NAME).is_file() or mkdocs_file_in(home) is not None
    if options.no_cache or not target.whole or not is_project:
        return no_store()
    return Store.open(home, say=complain)
