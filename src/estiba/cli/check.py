"""`estiba check`: what is wrong with notes, and where."""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from estiba.checks.judge import examples_of, find_in_note, judge_example, judge_reading, judge_vault
from estiba.checks.redaction import without_secrets
from estiba.checks.rules import Rules, refuse_unknown, unknown_names
from estiba.checks.subjects import PlacedExample
from estiba.cli.changed import judge_changed
from estiba.cli.debts import Debts, add_baseline_options
from estiba.cli.keeping import add_keeping_option, store_of
from estiba.cli.output import complain
from estiba.cli.progress import with_progress
from estiba.cli.reports import add_report_options, refuse_unknown_suffixes, report
from estiba.cli.targets import CannotRun, Target, policy_path, read_bytes, read_targets, shown
from estiba.collection import collect_less
from estiba.compose.example import read_file
from estiba.config import load_config
from estiba.kept.keeper import Keeper, Made
from estiba.policy_table import ConfigError
from estiba.problem import Problem
from estiba.report.lines import LaterLines
from estiba.report.result import KnownDebt, Result
from estiba.store.store import Store
from estiba.store.versions import code_digest
from estiba.vault.files.finding import FoundFiles
from estiba.vault.note import Note, Unreadable, read_text
from estiba.vault.text.characters import hidden_characters
from estiba.vault.vault import Vault, read_vault

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
    add_baseline_options(parser)
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
        result = _result(options)
        report(result, options)
    except (CannotRun, ConfigError) as error:
        complain(error)
        return 2
    return int(result.failed(strict=options.strict))


def _result(options: argparse.Namespace) -> Result:
    select, ignore = (_names(one) for one in (options.select, options.ignore))
    if wrong := unknown_names(select | ignore):
        raise CannotRun(f"no check is called '{wrong[0]}'; 'estiba checks' lists them")
    collect_less()
    gathered, debts = _Gathered(), Debts(options)
    for target in read_targets(options.paths):
        config = load_config(policy_path(target))
        refuse_unknown(config, str(policy_path(target)))
        rules = Rules(config, dt.date.today(), select, ignore)  # noqa: DTZ011 - the author's day
        if options.changed is None:
            with store_of(target, options) as store:
                gathered.judge(target, rules, store)
        else:
            gathered.judge_changed(target, rules, options.changed)
        gathered.take(target, debts.leave_out(gathered.found, gathered.lines, target, rules))
    return gathered.result(debts.finish())


def _names(given: list[str] | None) -> frozenset[str]:
    return frozenset(name.strip() for one in given or () for name in one.split(",") if name.strip())


class _Gathered:
    """What all targets gave, with paths as they are shown."""

    def __init__(self) -> None:
        self.found: list[Problem] = []
        """Of the target that is looked at, with their paths in its vault; `lines` likewise."""
        self.lines: dict[str, Sequence[str]] = {}
        self.problems: list[Problem] = []
        self.sources: dict[str, Sequence[str]] = {}
        self.notes = 0
        self.examples = 0

    def judge(self, target: Target, rules: Rules, store: Store) -> None:
        """Judge the files of `target`; where it is a folder, in their vault."""
        vault = self.judge_vault(target, rules, store) if target.whole else self.judge_notes(target, rules)
        for file in target.composes:
            self.judge_file(target, file, rules)
        for problem in judge_vault(vault, rules) if target.whole else ():
            if target.holds(problem.path):
                said = vault.notes.get(problem.path)  # none: a file beside the notes
                self.add([problem], partial(_lines, said) if said else list)

    def judge_vault(self, target: Target, rules: Rules, store: Store) -> Vault:
        judged = {target.path(file) for file in target.notes}
        found = FoundFiles(target.root, refused=dict(target.refused))
        keeper = Keeper(store, rules, code_digest(), watch=_watch)
        vault = read_vault(
            keeper.take(found.read(target.path(file) for file in target.vault_notes)),
            rules.config,
            keep_drafts=True,
            attachments=target.attachments,
            refused=found.refused,
            read=keeper.read,
            is_active=found.is_active,
        )
        self.notes += len(judged)
        self.add(judge_reading([one for one in vault.unreadable if one.path in judged], rules), list)
        for note, findings in keeper.judge(vault, sorted(judged & vault.notes.keys())):
            self.examples += findings.examples
            self.add(findings.problems, partial(_lines, note))
        return vault

    def judge_notes(self, target: Target, rules: Rules) -> Vault:
        files = [(target.path(file), read_bytes(file)) for file in target.notes]
        vault = read_vault(files, rules.config, keep_drafts=True, refused=target.refused)
        self.notes += len(files)
        self.add(judge_reading(vault.unreadable, rules), list)
        for note in vault.notes.values():
            examples = list(examples_of(note))
            self.examples += len(examples)
            self.add(find_in_note(note, rules, examples).problems, partial(_lines, note))
        return vault

    def judge_changed(self, target: Target, rules: Rules, base: str) -> None:
        """Judge what differs from the branch `base`, and what that broke elsewhere."""
        found = judge_changed(target, rules, base)
        self.notes += found.notes
        self.examples += found.examples
        for problem in found.problems:
            self.add_lines(problem, found.lines.get(problem.path, ()))

    def judge_file(self, target: Target, file: Path, rules: Rules) -> None:
        path = target.path(file)
        self.examples += 1
        try:
            text = read_text(read_bytes(file), path)
        except Unreadable as error:
            self.add(judge_reading([error.problem], rules), list)
            return
        hidden = judge_reading(hidden_characters(text, path), rules)
        example = PlacedExample(read_file(text), path, 1)
        self.add(hidden + judge_example(example, rules), lambda: without_secrets(text, [example]).split("\n"))

    def add(self, problems: Iterable[Problem], lines: Callable[[], Sequence[str]]) -> None:
        later = LaterLines(lines)
        for problem in problems:
            self.add_lines(problem, later)

    def add_lines(self, problem: Problem, lines: Sequence[str]) -> None:
        self.found.append(problem)
        self.lines.setdefault(problem.path, lines)

    def take(self, target: Target, problems: Iterable[Problem]) -> None:
        """Take up `problems`, those of what was found that count, and be ready for the next target."""
        for problem in problems:
            path = shown(target.root / problem.path)
            self.problems.append(dataclasses.replace(problem, path=path))
            self.sources.setdefault(path, self.lines[problem.path])
        self.found, self.lines = [], {}

    def result(self, known: KnownDebt | None) -> Result:
        return Result(tuple(self.problems), self.sources, self.notes, self.examples, known)


def _lines(note: Note) -> list[str]:
    return without_secrets(note.text, examples_of(note)).split("\n")


def _watch(made: Iterator[Made], total: int) -> Iterator[Made]:
    return with_progress(made, total, "checking")
