"""Which files differ between two commits, or between a commit and the work tree."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass

from estiba.git.repository import Repository
from estiba.git.running import ask_git, names_in

_RAW = "--raw -z -M --no-abbrev --no-ext-diff --no-textconv --ignore-submodules=none".split()


class ChangeKind(enum.StrEnum):
    """What became of a file."""

    ADDED = "added"
    CHANGED = "changed"
    RENAMED = "renamed"
    """It has another name, and may have changed."""
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file that differs; paths are those in the repository."""

    kind: ChangeKind
    path: str
    """The new one; of a removed file, the one that it had."""
    old_path: str
    """Empty for an added file."""
    mode: str
    """As Git writes it (`100644`); of a removed file, the one that it had."""
    blob: str
    """Hash of its content; empty in the work tree, and for a removed file."""
    old_blob: str
    """Empty for an added file."""


def changes_between(repository: Repository, base: str, head: str) -> list[FileChange]:
    """Give the files that differ between two commits, in the order of their paths."""
    answer = ask_git(repository.root, "diff-tree", "-r", *_RAW, "--end-of-options", base, head)
    return sorted(_changes(iter(names_in(answer))), key=lambda change: change.path)


def changes_since(repository: Repository, base: str) -> list[FileChange]:
    """Give the files of the work tree that differ from the commit `base`, in the order of their paths.

    Files that nobody has added to Git are among them, but for those that it is told to ignore.
    """
    found = list(_changes(iter(names_in(ask_git(repository.root, "diff", *_RAW, "--end-of-options", base)))))
    others = names_in(ask_git(repository.root, "ls-files", "-z", "--others", "--exclude-standard"))
    seen = {change.path for change in found}
    new = [path for path in others if not path.endswith("/") and path not in seen]
    found += [FileChange(ChangeKind.ADDED, path, "", "100644", "", "") for path in new]
    return sorted(found, key=lambda change: change.path)


def _changes(tokens: Iterator[str]) -> Iterator[FileChange]:
    """Read `:mode SP mode SP hash SP hash SP letter NUL path NUL`, with a second path for a rename."""
    for token in tokens:
        old_mode, mode, old_blob, blob, letter = token.removeprefix(":").split()
        old_path = path = next(tokens)
        kind = ChangeKind.CHANGED
        if letter.startswith("R"):
            kind, path = ChangeKind.RENAMED, next(tokens)
        elif letter == "A":
            kind, old_path, old_blob = ChangeKind.ADDED, "", ""
        elif letter == "D":
            kind, mode, blob = ChangeKind.REMOVED, old_mode, ""
        yield FileChange(kind, path, old_path, mode, blob if blob.strip("0") else "", old_blob)
