"""A folder of notes on the disk -> `Vault`, for hosts that bring no files of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from estiba.config import FILE_NAME, load_config
from estiba.vault.files.attachments import OF_PROGRAMS
from estiba.vault.files.sorting import sort_files
from estiba.vault.vault import Vault, read_vault


def read_folder(root: Path) -> Vault:
    """Read the notes below `root`, by the policy in it or beside it; links of the system are not followed.

    Raises `ConfigError` for a broken policy, and OSError for a file that the system does not let be read.
    """
    policy = root / FILE_NAME
    config = load_config(policy if policy.is_file() else root.parent / FILE_NAME)
    files = sort_files(_files(root))
    contents = ((note, (root / note).read_bytes()) for note in files.notes)
    return read_vault(contents, config, attachments=files.attachments)


def _files(root: Path) -> Iterator[str]:
    """Give the files below `root`, relative to it."""
    for name, folders, files in os.walk(root):
        folders[:] = [one for one in folders if one not in OF_PROGRAMS]
        for file in files:
            path = Path(name, file)
            if not path.is_symlink():
                yield path.relative_to(root).as_posix()
