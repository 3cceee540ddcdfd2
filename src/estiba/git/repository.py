"""A repository: where it is, and what its revisions are."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from estiba.git.running import GitError, GitRefused, ask_git

_BASES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""What a change is held against where nobody says: the branch that others see, then one's own."""
_BASE_VARIABLE = "GITHUB_BASE_REF"


class NoRepository(GitError):
    """A folder that is in no repository."""


class UnknownRevision(GitError):
    """A name that is no commit."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository with a work tree."""

    root: Path
    """The top of the work tree, without links."""

    @classmethod
    def find(cls, folder: Path) -> Repository:
        """Find the repository that `folder` is in; raises `NoRepository`."""
        try:
            answer = ask_git(folder, "rev-parse", "--show-toplevel")
        except GitRefused:
            raise NoRepository(f"{folder}: is in no Git repository") from None
        return cls(Path(os.fsdecode(answer.removesuffix(b"\n"))).resolve())

    def folder(self, path: Path) -> str:
        """Give the path of the folder `path` in the repository, with `/`; `""` for the top."""
        relative = path.resolve().relative_to(self.root).as_posix()
        return "" if relative == "." else relative

    def commit(self, revision: str) -> str:
        """Give the full hash of the commit that `revision` names; raises `UnknownRevision`."""
        words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        try:
            return ask_git(self.root, *words).decode().strip()
        except GitRefused:
            raise UnknownRevision(f"'{revision}' is no commit of this repository") from None

    def merge_base(self, one: str, other: str) -> str:
        """Give the commit at which two commits parted; raises `GitError` where they never met."""
        try:
            return ask_git(self.root, "merge-base", "--end-of-options", one, other).decode().split()[0]
        except GitRefused:
            raise GitError(
                f"{one[:12]} and {other[:12]} have no commit in common; a shallow clone may lack it"
            ) from None

    def base(self) -> str:
        """Give the commit of the branch that changes are meant for; raises `UnknownRevision`."""
        named = os.environ.get(_BASE_VARIABLE)
        candidates = (f"origin/{named}", named, *_BASES) if named else _BASES
        for candidate in candidates:
            try:
                return self.commit(candidate)
            except UnknownRevision:
                continue
        raise UnknownRevision("no branch is called 'main' or 'master', here or at 'origin'; name the base")
