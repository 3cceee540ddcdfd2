"""A folder of notes on the disk -> `Vault`, for hosts that bring no files of their own."""

from __future__ import annotations

from pathlib import Path

from estiba.config import FILE_NAME, load_config
from estiba.vault.files.finding import find_files
from estiba.vault.files.sorting import sort_files
from estiba.vault.vault import Vault, read_vault


def read_folder(root: Path) -> Vault:
    """Read the notes below `root`, by the policy in it or beside it; raises `ConfigError` for a broken one.

    What cannot be read, or leads out of `root`, is left out, and among those that the vault has `refused`.
    """
    policy = root / FILE_NAME
    config = load_config(policy if policy.is_file() else root.parent / FILE_NAME)
    found = find_files(root)
    files = sort_files(found.paths)
    contents = found.read(files.notes)
    return read_vault(
        contents,
        config,
        attachments=files.attachments,
        refused=found.refused,
        is_active=found.is_active,
    )
