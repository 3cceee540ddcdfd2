"""What `estiba check --changed` looks at: the work tree, held against the base branch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from estiba.checks.rules import Rules
from estiba.cli.targets import CannotRun, Target, read_bytes
from estiba.comparing.comparison import Comparison, compare
from estiba.comparing.snapshot import VaultFiles
from estiba.comparing.work_tree import read_change
from estiba.git.changes import ChangeKind
from estiba.git.repository import Repository
from estiba.git.running import GitError
from estiba.problem import Problem
from estiba.progress import with_progress
from estiba.vault.files.finding import FoundFiles
from estiba.vault.note import Note


@dataclass(frozen=True, slots=True)
class ChangedFiles:
    """What was found in the files of a vault that differ from the base branch, and what they broke."""

    problems: Sequence[Problem]
    lines: Mapping[str, Sequence[str]]
    """Of each file with a problem, by its path in the vault."""
    notes: int
    """How many notes were looked at."""
    examples: int


def judge_changed(target: Target, rules: Rules, base: str) -> ChangedFiles:
    """Judge what differs from the branch `base`; from the one that the change is for, where it is empty.

    Raises `CannotRun` for a path that is no folder, or in no repository, and a base that is none.
    """
    if not target.whole:
        raise CannotRun("--changed looks at folders: without their vault, links cannot be judged")
    found = FoundFiles(target.root, refused=dict(target.refused))
    now = VaultFiles(
        notes={target.path(file): read_bytes(file) for file in target.vault_notes},
        composes={target.path(file): read_bytes(file) for file in target.composes},
        attachments=target.attachments,
        refused=found.refused,
        active=frozenset(filter(found.is_active, target.attachments)),
    )
    try:
        repository = Repository.find(target.root)
        tip = repository.commit(base) if base else repository.base()
        fork = repository.merge_base(tip, repository.commit("HEAD"))
        before, change = read_change(repository, fork, repository.folder(target.root), now)
    except GitError as error:
        raise CannotRun(str(error)) from None
    return _found(compare(before, now, change, rules, _progress), target)


def _found(comparison: Comparison, target: Target) -> ChangedFiles:
    """Give what is in the folder that was named, and what the change to it broke elsewhere."""
    files = {one.path: one.kind for one in comparison.notes} | {
        one.path: one.kind for one in comparison.composes
    }
    there = {path for path, kind in files.items() if kind is not ChangeKind.REMOVED and target.holds(path)}
    own = [problem for problem in comparison.head.problems if problem.path in there]
    caused = [problem for problem in comparison.elsewhere if problem.path not in there]
    return ChangedFiles(
        sorted([*own, *caused], key=lambda one: (one.path, one.position, one.check)),
        comparison.head.lines,
        sum(one.path in there for one in comparison.notes),
        sum(len(examples) for path, examples in comparison.head.examples.items() if path in there),
    )


def _progress(notes: Mapping[str, Note]) -> Iterable[tuple[str, Note]]:
    return with_progress(notes.items(), len(notes), "checking")
