"""`estiba tags`: the tags of a vault, and what is odd about them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from estiba.catalogue import catalogue_for
from estiba.cli.output import complain, say
from estiba.cli.targets import CannotRun, policy_path, read_bytes, read_targets, shown
from estiba.config import load_config
from estiba.policy_table import ConfigError
from estiba.progress import with_progress
from estiba.report.tags import TagReport, report_tags, write_tags, write_tags_json
from estiba.vault.vault import read_vault

FORMATS = ("text", "json")
_DESCRIPTION = """\
Lists the tags of notes: in how many notes each is, its label and its parent, and how it
is spelled; then tags that look like one tag, and tags of one note only.

A folder is searched for notes (*.md). A nested tag (red/vpn) counts for those above it.
Without a path: docs/ beside an mkdocs.yml, else this folder."""


def add_tags(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "tags",
        help="list the tags of notes",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="Exit status: 0 listed, 2 could not run.",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="folder or note")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to write (default: text)")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    try:
        report = _report(options.paths)
    except (CannotRun, ConfigError) as error:
        complain(error)
        return 2
    text = write_tags_json(report) if options.format == "json" else write_tags(report, catalogue_for("en"))
    say(text)
    return 0


def _report(paths: list[str]) -> TagReport:
    targets = read_targets(paths)
    policies = list(dict.fromkeys(map(policy_path, targets)))
    configs = [load_config(policy) for policy in policies]
    for policy, config in zip(policies, configs, strict=True):
        if config != configs[0]:
            raise CannotRun(f"{shown(policies[0])} and {shown(policy)} differ; list each vault by itself")
    files = list(dict.fromkeys(file for target in targets for file in target.notes))
    vault = read_vault(_contents(files), configs[0], keep_drafts=True)
    texts = catalogue_for("en")
    for problem in vault.unreadable:
        complain(f"{problem.place}: {texts.problem(problem)}")
    return report_tags(vault, configs[0].language or "en")


def _contents(files: list[Path]) -> Iterator[tuple[str, bytes]]:
    for file in with_progress(files, len(files), "reading"):
        yield shown(file), read_bytes(file)
