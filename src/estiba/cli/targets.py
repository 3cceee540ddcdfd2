"""What the paths on the command line stand for."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from estiba.cli.mkdocs_file import mkdocs_file_in
from estiba.config import FILE_NAME
from estiba.vault.files.finding import Refusal, find_files
from estiba.vault.files.sorting import sort_files
from estiba.vault.links.note_names import NOTE_SUFFIXES

_COMPOSE_SUFFIXES = (".yml", ".yaml")


class CannotRun(Exception):
    """The command cannot run; the message says why."""


@dataclass(frozen=True, slots=True)
class Target:
    """Files of one vault that are to be judged."""

    root: Path
    """The folder that paths in the vault begin at."""
    notes: tuple[Path, ...]
    composes: tuple[Path, ...]
    attachments: tuple[str, ...] = ()
    """Paths in the vault of all its files that are no notes, Compose files among them."""
    vault_notes: tuple[Path, ...] = ()
    """All notes of the vault, where it is read: `notes` may be those of one of its folders."""

    refused: Mapping[str, Refusal] = field(default_factory=dict)
    """What is not read, and why, by paths in the vault."""

    whole: bool = False
    """Whether a folder was named, so that notes can be held against their vault."""

    inside: str = ""
    """The folder that was named, as its path in the vault with a `/` behind it; empty for all of it."""

    def path(self, file: Path) -> str:
        """Give the file's path in the vault."""
        return file.relative_to(self.root).as_posix()

    def holds(self, path: str) -> bool:
        """Whether the file at `path` in the vault is in the folder that was named."""
        return path.startswith(self.inside)


def read_targets(paths: list[str]) -> list[Target]:
    """Find the files; raises `CannotRun` for a path that is not there or is of no use here."""
    given = dict.fromkeys(paths or [_default()])
    return [_target(Path(os.path.abspath(one)), one) for one in given]  # noqa: PTH100 - follows no links


def policy_path(target: Target) -> Path:
    """Find the vault's `estiba.toml`: in its folder, or the nearest above that has one."""
    root = target.root.resolve()
    for folder in (root, *root.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
    return root / FILE_NAME


def home_of(target: Target) -> Path:
    """Give the folder of `estiba.toml`; where there is none, that of `mkdocs.yml`, else that of the notes."""
    policy, root = policy_path(target), target.root.resolve()
    if policy.is_file():
        return policy.parent
    sites = ((folder, mkdocs_file_in(folder)) for folder in root.parents)
    return next((folder for folder, site in sites if site and site.docs == root), root)


def shown(path: Path) -> str:
    """Write a path as it is clicked: from here where that is below here."""
    relative = os.path.relpath(path)
    return Path(path if relative.startswith("..") else relative).as_posix()


def read_bytes(file: Path) -> bytes:
    """Read a file; raises `CannotRun` where the system does not let it be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise CannotRun(f"{file}: {error.strerror}") from None


def _default() -> str:
    site = mkdocs_file_in(Path())
    return str(site.docs) if site and site.docs.is_dir() else "."


def _target(path: Path, given: str) -> Target:
    root = _root_of(path)
    if path.is_dir():
        found = find_files(root)
        files = sort_files(found.paths)
        inside = "" if path == root else path.relative_to(root).as_posix() + "/"
        notes, composes = (
            tuple(root / name for name in some if name.startswith(inside))
            for some in (files.notes, files.composes)
        )
        vault_notes = tuple(root / name for name in files.notes)
        return Target(
            root, notes, composes, files.attachments, vault_notes, found.refused, whole=True, inside=inside
        )
    if not path.exists():
        raise CannotRun(f"{given}: there is no such file or folder")
    if path.suffix.lower() in NOTE_SUFFIXES:
        return Target(root, (path,), ())
    if path.suffix.lower() in _COMPOSE_SUFFIXES:
        return Target(root, (), (path,))
    raise CannotRun(f"{given}: neither a note (.md) nor a Compose file (.yml, .yaml)")


def _root_of(path: Path) -> Path:
    """Find the vault of a path: the notes of the nearest mkdocs.yml that has it, else the folder itself.

    A link to a folder is in no vault: it is not followed there.
    """
    here = path if path.is_dir() else path.parent
    if here.is_symlink():
        return here
    for folder in here.parents:
        site = mkdocs_file_in(folder)
        if site and here.is_relative_to(site.docs):
            return site.docs
    return here
