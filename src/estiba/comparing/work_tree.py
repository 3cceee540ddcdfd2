"""The vault as it lies in the work tree, and as it was at a commit."""

from __future__ import annotations

from collections.abc import Iterator

from estiba.comparing.active_blobs import active_among
from estiba.comparing.comparison import VaultChange
from estiba.comparing.snapshot import VaultFiles
from estiba.git.blobs import read_blobs
from estiba.git.changes import ChangeKind, FileChange, changes_since
from estiba.git.repository import Repository
from estiba.git.tree import read_tree
from estiba.vault.files.sorting import sort_files


def read_change(
    repository: Repository, commit: str, folder: str, now: VaultFiles
) -> tuple[VaultFiles, VaultChange]:
    """Give the vault in `folder` of the repository as it was at `commit`, and what differs in it since.

    `now` are its files in the work tree. What Git is told to ignore counts as unchanged.
    """
    prefix = f"{folder}/" if folder else ""
    changes = [part for change in changes_since(repository, commit) for part in _inside(change, prefix)]
    paths = dict.fromkeys((*now.notes, *now.attachments))
    for change in changes:
        if change.kind is not ChangeKind.REMOVED:
            paths.pop(change.path, None)
    old = {change.old_path: change.old_blob for change in changes if change.old_path}
    files = sort_files([*paths, *old])
    read = (*files.notes, *files.composes)
    blobs = dict(read_blobs(repository, dict.fromkeys(old[path] for path in read if path in old)))
    now_read = {**now.notes, **now.composes}

    def content(path: str) -> bytes:
        return blobs[old[path]] if path in old else now_read[path]

    active = _active(repository, commit, folder, {path for path in files.attachments if path in old})
    before = VaultFiles(
        notes={path: content(path) for path in files.notes},
        composes={path: content(path) for path in files.composes},
        attachments=files.attachments,
        active=active.union(path for path in now.active if path not in old),
    )
    known = {*now.notes, *now.attachments, *files.notes, *files.attachments}
    notes = {*now.notes, *files.notes}
    listed = [change for change in changes if change.path in known]
    return before, VaultChange(
        notes=tuple(change for change in listed if change.path in notes),
        attachments=tuple(change for change in listed if change.path not in notes),
    )


def _active(repository: Repository, commit: str, folder: str, attachments: set[str]) -> set[str]:
    """Give those of `attachments` that a browser would have run at `commit`."""
    if not attachments:
        return set()
    tree = read_tree(repository, commit, folder)
    files = (tree[path] for path in attachments if path in tree and tree[path].is_regular)
    return {path for path, _ in active_among(repository, files)}


def _inside(change: FileChange, prefix: str) -> Iterator[FileChange]:
    """Give the part of a change that is in the vault, with its paths there."""
    was_inside = bool(change.old_path) and change.old_path.startswith(prefix)
    is_inside = change.path.startswith(prefix)
    path, old_path = change.path.removeprefix(prefix), change.old_path.removeprefix(prefix)
    if change.kind is ChangeKind.RENAMED and was_inside != is_inside:
        if was_inside:
            yield FileChange(ChangeKind.REMOVED, old_path, old_path, change.mode, "", change.old_blob)
        else:
            yield FileChange(ChangeKind.ADDED, path, "", change.mode, change.blob, "")
    elif is_inside:
        yield FileChange(change.kind, path, old_path, change.mode, change.blob, change.old_blob)
