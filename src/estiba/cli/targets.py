"""What the paths on the command line stand for."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from estiba.config import FILE_NAME
from estiba.vault.files.attachments import OF_PROGRAMS
from estiba.vault.links.note_names import NOTE_SUFFIXES

_COMPOSE_IN_FOLDER = re.compile(r"(?:docker-)?compose[^/]*\.ya?ml", re.IGNORECASE)
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
    attachments: tuple[str, ...]
    """Paths in the vault of all files of a folder that are no notes, Compose files among them."""
    whole: bool
    """Whether this is a whole folder, so that notes can be held against each other."""

    def path(self, file: Path) -> str:
        """Give the file's path in the vault."""
        return file.relative_to(self.root).as_posix()


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
    return "docs" if Path("docs").is_dir() and Path("mkdocs.yml").is_file() else "."


def _target(path: Path, given: str) -> Target:
    root = _root_of(path)
    if path.is_dir():
        files, attachments = _walk(path, root)
        files.sort(key=lambda file: file.relative_to(path).parts)
        notes = tuple(file for file in files if file.suffix.lower() in NOTE_SUFFIXES)
        composes = tuple(file for file in files if file.suffix.lower() in _COMPOSE_SUFFIXES)
        return Target(root, notes, composes, tuple(sorted(attachments)), whole=True)
    if not path.exists():
        raise CannotRun(f"{given}: there is no such file or folder")
    if path.suffix.lower() in NOTE_SUFFIXES:
        return Target(root, (path,), (), (), whole=False)
    if path.suffix.lower() in _COMPOSE_SUFFIXES:
        return Target(root, (), (path,), (), whole=False)
    raise CannotRun(f"{given}: neither a note (.md) nor a Compose file (.yml, .yaml)")


def _walk(folder: Path, root: Path) -> tuple[list[Path], list[str]]:
    """Give the notes and Compose files in `folder`, of those that are not hidden; and all that is no note."""
    judged: list[Path] = []
    attachments: list[str] = []
    for name, folders, files in os.walk(folder):
        folders[:] = [one for one in folders if one not in OF_PROGRAMS]
        parts = Path(name).relative_to(root).parts
        is_hidden = any(part.startswith(".") for part in Path(name).relative_to(folder).parts)
        for file in files:
            is_note = file.lower().endswith(NOTE_SUFFIXES)
            if not is_note:
                attachments.append("/".join((*parts, file)))
            if is_hidden or (is_note and file.startswith(".")):
                continue
            if is_note or _COMPOSE_IN_FOLDER.fullmatch(file):
                judged.append(Path(name, file))
    return judged, attachments


def _root_of(path: Path) -> Path:
    """Find the vault of a path: `docs` beside the nearest mkdocs.yml, else the folder itself."""
    here = path if path.is_dir() else path.parent
    for folder in (here, *here.parents):
        if folder.name == "docs" and (folder.parent / "mkdocs.yml").is_file():
            return folder
    return here
