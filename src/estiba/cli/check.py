"""`estiba check`: what is wrong with notes, and where."""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from estiba.catalogue import catalogue_for
from estiba.checks.judge import examples_of, find_in_note, judge_example, judge_reading, judge_vault
from estiba.checks.redaction import without_secrets
from estiba.checks.rules import Rules, refuse_unknown, unknown_names
from estiba.checks.subjects import PlacedExample
from estiba.cli.output import say
from estiba.cli.progress import with_progress
from estiba.cli.targets import CannotRun, Target, policy_path, read_bytes, read_targets, shown
from estiba.compose.example import read_file
from estiba.config import load_config
from estiba.policy_table import ConfigError
from estiba.problem import Problem
from estiba.report.as_json import write_json
from estiba.report.github import write_github
from estiba.report.result import Result
from estiba.report.text import write_text
from estiba.vault.note import Unreadable, read_text
from estiba.vault.text.characters import hidden_characters
from estiba.vault.vault import read_vault

FORMATS = ("text", "json", "github")
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
    parser.add_argument("--strict", action="store_true", help="fail on warnings too")
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help="how to write problems (default: text)"
    )
    parser.add_argument(
        "--select", action="append", metavar="CHECK", help="run only this check (again for more)"
    )
    parser.add_argument(
        "--ignore", action="append", metavar="CHECK", help="leave this check out (again for more)"
    )
    parser.add_argument("--all", action="store_true", help="show advice and information too")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    try:
        result = _result(options)
    except (CannotRun, ConfigError) as error:
        print(f"estiba: {error}", file=sys.stderr)
        return 2
    catalogue = catalogue_for("en")
    if options.format == "json":
        say(write_json(result, catalogue))
    elif options.format == "github":
        say(write_github(result, catalogue))
    else:
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        say(write_text(result, catalogue, colour=colour, everything=options.all))
    return int(result.failed(strict=options.strict))


def _result(options: argparse.Namespace) -> Result:
    select, ignore = (_names(one) for one in (options.select, options.ignore))
    if wrong := unknown_names(select | ignore):
        raise CannotRun(f"no check is called '{wrong[0]}'; 'estiba checks' lists them")
    gathered = _Gathered()
    for target in read_targets(options.paths):
        config = load_config(policy_path(target))
        refuse_unknown(config, str(policy_path(target)))
        gathered.judge(target, Rules(config, dt.date.today(), select, ignore))  # noqa: DTZ011 - the author's day
    return gathered.result()


def _names(given: list[str] | None) -> frozenset[str]:
    return frozenset(name.strip() for one in given or () for name in one.split(",") if name.strip())


class _Gathered:
    """What all targets gave, with paths as they are shown."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.sources: dict[str, list[str]] = {}
        self.notes = 0
        self.examples = 0

    def judge(self, target: Target, rules: Rules) -> None:
        names = {target.path(file): file for file in target.notes}
        reading = with_progress(names.items(), len(names), "reading")
        vault = read_vault(
            ((path, read_bytes(file)) for path, file in reading),
            rules.config,
            keep_drafts=True,
            attachments=target.attachments,
        )
        self.notes += len(names)
        self.add(target, judge_reading(vault.unreadable, rules), "")
        known = vault if target.whole else None
        for note in with_progress(vault.notes.values(), len(vault.notes), "checking"):
            examples = list(examples_of(note))
            self.examples += len(examples)
            self.add(target, find_in_note(note, rules, examples, known).problems, note.text, examples)
        for file in target.composes:
            self.judge_file(target, file, rules)
        if target.whole:
            for problem in judge_vault(vault, rules):
                said = vault.notes.get(problem.path)  # none: a file beside the notes
                self.add(target, [problem], said.text if said else "", examples_of(said) if said else ())

    def judge_file(self, target: Target, file: Path, rules: Rules) -> None:
        path = target.path(file)
        self.examples += 1
        try:
            text = read_text(read_bytes(file), path)
        except Unreadable as error:
            self.add(target, judge_reading([error.problem], rules), "")
            return
        hidden = judge_reading(hidden_characters(text, path), rules)
        example = PlacedExample(read_file(text), path, 1)
        self.add(target, hidden + judge_example(example, rules), text, [example])

    def add(
        self, target: Target, problems: list[Problem], text: str, examples: Iterable[PlacedExample] = ()
    ) -> None:
        for problem in problems:
            path = shown(target.root / problem.path)
            self.problems.append(dataclasses.replace(problem, path=path))
            if path not in self.sources:
                self.sources[path] = without_secrets(text, examples).split("\n")

    def result(self) -> Result:
        return Result(tuple(self.problems), self.sources, self.notes, self.examples)
