"""What is new and gone between two states of a vault."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from estiba.checks.fingerprints import fingerprints
from estiba.checks.rules import Rules
from estiba.comparing.snapshot import NotesRead, Progress, Snapshot, VaultFiles, quietly, take_snapshot
from estiba.git.changes import ChangeKind, FileChange
from estiba.problem import Problem
from estiba.vault.note import Note


@dataclass(frozen=True, slots=True)
class NoteChange:
    """One note that differs; paths are those in the vault."""

    kind: ChangeKind
    path: str
    """The new one; of a removed note, the one that it had."""
    old_path: str
    """Empty for an added note."""
    before: Note | None
    """None where there was none, or none that can be read."""
    after: Note | None
    old_data: bytes | None
    new_data: bytes | None
    new: tuple[Problem, ...]
    gone: tuple[Problem, ...]
    """With the places that they had."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states of a vault, and what is between them."""

    base: Snapshot
    head: Snapshot
    notes: tuple[NoteChange, ...]
    """By their paths."""
    composes: tuple[FileChange, ...]
    """Compose files that differ; they are among `attachments` too."""
    attachments: tuple[FileChange, ...]
    others: tuple[FileChange, ...]
    """What differs besides; its paths are those in the repository. Nobody has looked into it."""
    elsewhere: tuple[Problem, ...]
    """New in files that are no notes that differ."""
    gone_elsewhere: tuple[Problem, ...]

    @property
    def new(self) -> tuple[Problem, ...]:
        """All that is new, in the order of files and lines."""
        found = [*self.elsewhere, *(problem for change in self.notes for problem in change.new)]
        return tuple(sorted(found, key=lambda one: (one.path, one.position, one.check)))


@dataclass(frozen=True, slots=True)
class VaultChange:
    """Files of the vault that differ; paths are those in it."""

    notes: tuple[FileChange, ...]
    attachments: tuple[FileChange, ...]
    """Compose files among them."""
    others: tuple[FileChange, ...] = ()
    """Paths in the repository."""


def compare(
    base: VaultFiles,
    head: VaultFiles,
    change: VaultChange,
    rules: Rules,
    progress: Progress = quietly,
) -> Comparison:
    """Judge two states of a vault by the same `rules`, and hold them against each other."""
    inside = (*change.notes, *change.attachments)
    notes_read = NotesRead()
    before = take_snapshot(base, rules, {one.old_path for one in inside}, notes_read)
    after = take_snapshot(
        head, rules, {one.path for one in inside if one.kind is not ChangeKind.REMOVED}, notes_read, progress
    )
    renamed = {one.old_path: one.path for one in inside if one.old_path}
    new, gone = _difference(before, after, renamed)
    sides = _Sides(base, head, before.vault.notes, after.vault.notes, _by_path(new), _by_path(gone))
    changed = {one.path for one in change.notes}
    return Comparison(
        base=before,
        head=after,
        notes=tuple(map(sides.note_change, change.notes)),
        composes=tuple(
            one for one in change.attachments if one.path in head.composes or one.old_path in base.composes
        ),
        attachments=change.attachments,
        others=change.others,
        elsewhere=tuple(problem for problem in new if problem.path not in changed),
        gone_elsewhere=tuple(
            problem for problem in gone if renamed.get(problem.path, problem.path) not in changed
        ),
    )


@dataclass(frozen=True, slots=True)
class _Sides:
    """Both states, by path."""

    base: VaultFiles
    head: VaultFiles
    before: Mapping[str, Note]
    after: Mapping[str, Note]
    new: Mapping[str, list[Problem]]
    gone: Mapping[str, list[Problem]]

    def note_change(self, one: FileChange) -> NoteChange:
        is_there = one.kind is not ChangeKind.REMOVED
        return NoteChange(
            kind=one.kind,
            path=one.path,
            old_path=one.old_path,
            before=self.before.get(one.old_path),
            after=self.after.get(one.path) if is_there else None,
            old_data=self.base.notes.get(one.old_path),
            new_data=self.head.notes.get(one.path) if is_there else None,
            new=tuple(self.new.get(one.path, ())) if is_there else (),
            gone=tuple(self.gone.get(one.old_path, ())),
        )


def _by_path(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.path, []).append(problem)
    return found


def _difference(
    before: Snapshot, after: Snapshot, renamed: Mapping[str, str]
) -> tuple[list[Problem], list[Problem]]:
    """Give the problems that are new, and those that are gone."""
    lines = {renamed.get(path, path): text for path, text in before.lines.items()}
    moved = [
        dataclasses.replace(problem, path=renamed.get(problem.path, problem.path))
        for problem in before.problems
    ]
    old = dict(zip(fingerprints(moved, lines), before.problems, strict=True))
    now = dict(zip(fingerprints(after.problems, after.lines), after.problems, strict=True))
    return (
        [problem for name, problem in now.items() if name not in old],
        [problem for name, problem in old.items() if name not in now],
    )
