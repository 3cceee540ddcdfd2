"""`estiba explain CHECK` and `estiba checks`."""

from __future__ import annotations

import argparse
from difflib import get_close_matches
from typing import Any

from estiba.checks.registry import GROUPS, NAMES, checks_called
from estiba.cli.output import complain, say


def add_explain(commands: Any) -> None:
    """Add `explain` to the parser."""
    parser = commands.add_parser(
        "explain", help="say what a check reports, and why", description="Prints the page of a check."
    )
    parser.add_argument("check", metavar="CHECK", help="its name, as a message ends with it")
    parser.set_defaults(run=_explain)


def add_checks(commands: Any) -> None:
    """Add `checks` to the parser."""
    parser = commands.add_parser("checks", help="list the checks", description="Lists every check.")
    parser.set_defaults(run=_checks)


def _explain(options: argparse.Namespace) -> int:
    pages = checks_called(options.check)
    if not pages:
        near = get_close_matches(options.check.rpartition("/")[2], NAMES, n=1)
        hint = f"did you mean '{near[0]}'?" if near else "'estiba checks' lists them"
        complain(f"no check is called '{options.check}'; {hint}")
        return 2
    parts = [f"# {check.name} ({check.group}, {check.severity})\n\n{check.page}\n" for check in pages]
    say("\n".join(parts))
    return 0


def _checks(options: argparse.Namespace) -> int:
    width = max(map(len, NAMES))
    for group, checks in GROUPS:
        say(f"{group}\n")
        for check in checks:
            say(f"  {check.name:<{width}}  {check.severity:<7}  {check.summary}\n")
    return 0
