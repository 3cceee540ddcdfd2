"""The vault of a repository at two of its commits."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from estiba.comparing.active_blobs import PathAndBlob, active_among
from estiba.comparing.comparison import VaultChange
from estiba.comparing.notes_only import may_change
from estiba.comparing.snapshot import VaultFiles
from estiba.git.blobs import read_blobs
from estiba.git.changes import ChangeKind, FileChange, changes_between
from estiba.git.repository import Repository
from estiba.git.tree import TreeFile, read_tree
from estiba.vault.files.sorting import sort_files
from estiba.vault.links.note_names import NOTE_SUFFIXES


@dataclass(frozen=True, slots=True)
class Range:
    """A change that is meant for a branch; all are full hashes of commits."""

    base: str
    """The branch as it is now: its code, its policy."""
    fork: str
    """Where the change parted from it: what the change is held against."""
    head: str


@dataclass(frozen=True, slots=True)
class Revisions:
    """The files of a vault without a change, and with it."""

    before: VaultFiles
    after: VaultFiles
    """Those of the base, with what the change may contribute laid over them."""
    change: VaultChange
    old_blobs: Mapping[str, TreeFile]
    """All files of `before`, by their paths in the vault."""
    blobs: Mapping[str, TreeFile]
    """All files of `after`, likewise."""


def read_range(repository: Repository, base: str, head: str) -> Range:
    """Find the commits of a change; raises `GitError` for names that are none, or never met."""
    tip, end = repository.commit(base), repository.commit(head)
    return Range(tip, repository.merge_base(tip, end), end)


def read_revisions(repository: Repository, commits: Range, folder: str) -> Revisions:
    """Read the vault that stands in `folder` of the repository, before and after the change.

    Nothing of the change is looked at but notes and inert attachments. The files that it leaves alone
    are those of the base as it is now, the others as they were when the change parted from it.
    """
    tip, fork, head = (
        read_tree(repository, one, folder) for one in (commits.base, commits.fork, commits.head)
    )
    trees = _Trees(f"{folder}/" if folder else "", fork, head)
    taken: list[FileChange] = []
    others: list[FileChange] = []
    for change in changes_between(repository, commits.fork, commits.head):
        for part, is_taken in trees.parts(change):
            (taken if is_taken else others).append(part)
    base = {path: file for path, file in tip.items() if file.is_regular}
    after = dict(base)
    for one in taken:
        base.pop(one.path, None)
        after.pop(one.old_path, None)
        if one.old_path:
            base[one.old_path] = fork[one.old_path]
        if one.kind is not ChangeKind.REMOVED:
            after[one.path] = head[one.path]
    contents = _contents(repository, base, after)
    active = active_among(repository, (*_attachments(base), *_attachments(after)))
    return Revisions(
        before=_vault_files(base, contents, active),
        after=_vault_files(after, contents, active),
        change=VaultChange(
            notes=tuple(one for one in taken if is_note(one.path)),
            attachments=tuple(one for one in taken if not is_note(one.path)),
            others=tuple(others),
        ),
        old_blobs=base,
        blobs=after,
    )


def is_note(path: str) -> bool:
    """Whether the file at `path` is a note by its name."""
    return path.lower().endswith(NOTE_SUFFIXES)


@dataclass(frozen=True, slots=True)
class _Trees:
    """The files of the vault at both ends of a change, and the folder of the repository that they are in."""

    prefix: str
    fork: Mapping[str, TreeFile]
    head: Mapping[str, TreeFile]

    def parts(self, change: FileChange) -> Iterator[tuple[FileChange, bool]]:
        """Give the change, and whether it is taken; a rename into the vault, or out of it, is two."""
        old, new = (not path or self._may(path) for path in (change.old_path, change.path))
        same_kind = is_note(change.old_path) == is_note(change.path)
        if change.kind is not ChangeKind.RENAMED or (old == new and same_kind):
            yield self._part(change, is_taken=old and new)
            return
        gone = FileChange(
            ChangeKind.REMOVED, change.old_path, change.old_path, change.mode, "", change.old_blob
        )
        yield self._part(gone, is_taken=old)
        yield self._part(
            FileChange(ChangeKind.ADDED, change.path, "", change.mode, change.blob, ""), is_taken=new
        )

    def _may(self, path: str) -> bool:
        inside = path.removeprefix(self.prefix)
        return path.startswith(self.prefix) and may_change(
            inside, self.fork.get(inside), self.head.get(inside)
        )

    def _part(self, change: FileChange, *, is_taken: bool) -> tuple[FileChange, bool]:
        if not is_taken:
            return change, False
        path, old_path = (one.removeprefix(self.prefix) for one in (change.path, change.old_path))
        return dataclasses.replace(change, path=path, old_path=old_path), True


def _contents(
    repository: Repository, base: Mapping[str, TreeFile], after: Mapping[str, TreeFile]
) -> dict[str, bytes]:
    """Read the notes and Compose files of both states, by their hashes, each once."""
    return dict(read_blobs(repository, dict.fromkeys((*_read(base), *_read(after)))))


def _read(files: Mapping[str, TreeFile]) -> Iterable[str]:
    found = sort_files(files)
    return (files[path].blob for path in (*found.notes, *found.composes))


def _attachments(files: Mapping[str, TreeFile]) -> Iterable[TreeFile]:
    return (files[path] for path in sort_files(files).attachments)


def _vault_files(
    files: Mapping[str, TreeFile], contents: Mapping[str, bytes], active: Container[PathAndBlob]
) -> VaultFiles:
    found = sort_files(files)
    return VaultFiles(
        notes={path: contents[files[path].blob] for path in found.notes},
        composes={path: contents[files[path].blob] for path in found.composes},
        attachments=found.attachments,
        active=frozenset(path for path in found.attachments if (path, files[path].blob) in active),
    )
