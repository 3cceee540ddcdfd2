"""Where and how `estiba check` writes what it found."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from estiba.catalogue import catalogue_for
from estiba.cli.output import say, write_file
from estiba.cli.targets import CannotRun
from estiba.report.as_json import write_json
from estiba.report.github import write_github
from estiba.report.result import Result
from estiba.report.sarif import write_sarif
from estiba.report.text import write_text

FORMATS = ("text", "json", "github", "sarif")
_SUFFIXES = {".txt": "text", ".json": "json", ".sarif": "sarif"}


def add_report_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that `report` heeds."""
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help="how to write problems (default: text)"
    )
    parser.add_argument(
        "-o",
        "--output",
        action="append",
        default=[],
        metavar="FILE",
        help="write them to a file too, as its suffix says: .txt, .json, .sarif (again for more)",
    )
    parser.add_argument("--all", action="store_true", help="show advice and information too")


def refuse_unknown_suffixes(options: argparse.Namespace) -> None:
    """Raise `CannotRun` for a file whose suffix names no form."""
    for name in options.output:
        if Path(name).suffix.lower() not in _SUFFIXES:
            raise CannotRun(f"-o {name}: the suffix is none of {', '.join(_SUFFIXES)}")


def report(result: Result, options: argparse.Namespace) -> None:
    """Write what was found to the files that are named, then to standard output; raises `CannotRun`."""
    for name in options.output:
        form = _SUFFIXES[Path(name).suffix.lower()]
        write_file(Path(name), _written(result, form, colour=False, everything=options.all))
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    text = _written(result, options.format, colour=colour, everything=options.all)
    say(text, commands=options.format == "github")


def _written(result: Result, form: str, *, colour: bool, everything: bool) -> str:
    catalogue = catalogue_for("en")
    if form == "json":
        return write_json(result, catalogue)
    if form == "github":
        return write_github(result, catalogue)
    if form == "sarif":
        return write_sarif(result, catalogue)
    return write_text(result, catalogue, colour=colour, everything=everything)
