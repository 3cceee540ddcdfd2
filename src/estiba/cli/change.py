"""What `estiba review` and `estiba preview` are asked about: two revisions, and the folder of a vault."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from estiba.cli.mkdocs_file import mkdocs_file_in
from estiba.cli.targets import CannotRun
from estiba.git.repository import Repository
from estiba.git.tree import read_tree


@dataclass(frozen=True, slots=True)
class NamedChange:
    """A change as it is named on the command line."""

    repository: Repository
    base: str
    """A revision, as `head` is."""
    head: str
    folder: str
    """The vault, as its path in the repository; empty where it is all of it."""


def named_change(revisions: str, path: str | None) -> NamedChange:
    """Read `BASE..HEAD`, `BASE...HEAD` (which means the same here) or `BASE`, and the vault's folder.

    Without `path` that is the folder that the mkdocs.yml here names, else docs/ where the base has one,
    else this one. It need not be in the work tree. Raises `CannotRun`, and `GitError` where it is in no
    repository.
    """
    base, dots, head = revisions.partition("..")
    head = head.removeprefix(".")
    if not base or ".." in head or (dots and not head):
        raise CannotRun(f"'{revisions}' is not BASE..HEAD; write two revisions, for example main..HEAD")
    repository = Repository.find(_nearest(Path(path or ".")))
    folder = Path(path) if path is not None else _default(repository, base)
    try:
        return NamedChange(repository, base, head or "HEAD", repository.folder(folder))
    except ValueError:
        raise CannotRun(f"{path}: is not in the repository {repository.root}") from None


def _default(repository: Repository, base: str) -> Path:
    if site := mkdocs_file_in(Path()):
        return site.docs
    docs = Path("docs")
    return docs if read_tree(repository, repository.commit(base), repository.folder(docs)) else Path()


def _nearest(folder: Path) -> Path:
    """Give `folder`, or the nearest above that is here: the work tree may have another state checked out."""
    folder = folder.absolute()
    return next(one for one in (folder, *folder.parents) if one.is_dir())
