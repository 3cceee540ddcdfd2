"""What `estiba check` finds in the files that it is given."""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from estiba.checks.judge import (
    examples_of,
    find_in_note,
    judge_example,
    judge_reading,
    judge_vault,
    silences_of,
)
from estiba.checks.redaction import without_secrets
from estiba.checks.rules import Rules, refuse_unknown, unknown_names
from estiba.checks.subjects import PlacedExample
from estiba.cli.changed import judge_changed
from estiba.cli.debts import Debts
from estiba.cli.keeping import store_of
from estiba.cli.known_result import inputs_of, names
from estiba.cli.targets import CannotRun, Target, policy_path, read_bytes, read_targets, shown
from estiba.collection import collect_less
from estiba.compose.example import read_file
from estiba.config import Config, load_config
from estiba.kept.keeper import Keeper, Made
from estiba.kept.last_check import KIND, LastCheck
from estiba.problem import Problem
from estiba.progress import with_progress
from estiba.report.lines import LaterLines
from estiba.report.result import KnownDebt, Result
from estiba.store.packing import pack
from estiba.store.store import Store
from estiba.store.versions import code_digest
from estiba.vault.files.finding import FoundFiles
from estiba.vault.links.note_names import NOTE_SUFFIXES
from estiba.vault.note import Note, Unreadable, read_note, read_text
from estiba.vault.text.characters import hidden_characters
from estiba.vault.vault import Vault, read_vault


def check(options: argparse.Namespace) -> Result:
    """Check what `options` name; raises `CannotRun`, `ConfigError`."""
    select, ignore = (names(one) for one in (options.select, options.ignore))
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
                key = inputs_of(target, config, options) if store.keeps else b""
                gathered.judge(target, rules, store)
                if key:
                    store.put(KIND, key, pack(gathered.last(rules.today)))
        else:
            gathered.judge_changed(target, rules, options.changed)
        gathered.take(target, debts.leave_out(gathered.found, gathered.lines, target, rules))
    return gathered.result(debts.finish())


def lines_in(root: Path, path: str, config: Config) -> list[str]:
    """Give the lines of the file at `path`, without secrets; none where it cannot be read any more."""
    try:
        data = (root / path).read_bytes()
        if Path(path).suffix.lower() in NOTE_SUFFIXES:
            return _lines(read_note(data, path, config))
        text = read_text(data, path)
    except (OSError, Unreadable):
        return []
    return without_secrets(text, [PlacedExample(read_file(text), path, 1)]).split("\n")


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
        self.counted = (0, 0)
        """Notes and examples of the targets before."""
        self.ends: set[dt.date] = set()
        """The last days of silences, of the target that is looked at."""

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
            self.ends.update(findings.ends)
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
        self.ends.update(one.until for one in silences_of(example) if one.until is not None)
        self.add(hidden + judge_example(example, rules), lambda: without_secrets(text, [example]).split("\n"))

    def add(self, problems: Iterable[Problem], lines: Callable[[], Sequence[str]]) -> None:
        later = LaterLines(lines)
        for problem in problems:
            self.add_lines(problem, later)

    def add_lines(self, problem: Problem, lines: Sequence[str]) -> None:
        self.found.append(problem)
        self.lines.setdefault(problem.path, lines)

    def last(self, day: dt.date) -> LastCheck:
        """Give what was found in the target that is looked at, to be kept."""
        notes, examples = self.notes - self.counted[0], self.examples - self.counted[1]
        return LastCheck(tuple(self.found), notes, examples, tuple(sorted(self.ends)), day)

    def take(self, target: Target, problems: Iterable[Problem]) -> None:
        """Take up `problems`, those of what was found that count, and be ready for the next target."""
        for problem in problems:
            path = shown(target.root / problem.path)
            self.problems.append(dataclasses.replace(problem, path=path))
            self.sources.setdefault(path, self.lines[problem.path])
        self.found, self.lines, self.ends = [], {}, set()
        self.counted = self.notes, self.examples

    def result(self, known: KnownDebt | None) -> Result:
        return Result(tuple(self.problems), self.sources, self.notes, self.examples, known)


def _lines(note: Note) -> list[str]:
    return without_secrets(note.text, examples_of(note)).split("\n")


def _watch(made: Iterator[Made], total: int) -> Iterator[Made]:
    return with_progress(made, total, "checking")
