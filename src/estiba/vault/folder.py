"""A folder of notes on the disk -> `Vault`, for hosts that bring no files of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from estiba.config import FILE_NAME, load_config
from estiba.vault.files.attachments import OF_PROGRAMS
from estiba.vault.links.note_names import NOTE_SUFFIXES
from estiba.vault.vault import Vault, read_vault


def read_folder(root: Path) -> Vault:
    """Read the notes below `root`, by the policy in it or beside it; links of the system are not followed.

    Raises `ConfigError` for a broken policy, and OSError for a file that the system does not let be read.
    """
    policy = root / FILE_NAME
    config = load_config(policy if policy.is_file() else root.parent / FILE_NAME)
    files = sorted(_files(root), key=lambda file: file.parts)
    notes = [file for file in files if file.suffix.lower() in NOTE_SUFFIXES and not _is_hidden(file)]
    others = (file.as_posix() for file in files if file.suffix.lower() not in NOTE_SUFFIXES)
    return read_vault(
        ((note.as_posix(), (root / note).read_bytes()) for note in notes), config, attachments=others
    )


def _files(root: Path) -> Iterator[Path]:
    """Give the files below `root`, relative to it."""
    for name, folders, files in os.walk(root):
        folders[:] = [one for one in folders if one not in OF_PROGRAMS]
        for file in files:
            path = Path(name, file)
            if not path.is_symlink():
                yield path.relative_to(root)


def _is_hidden(file: Path) -> bool:
    return any(part.startswith(".") for part in file.parts)
