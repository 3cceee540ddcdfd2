"""The policy of a vault as it is at a commit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from estiba.checks.rules import refuse_unknown
from estiba.config import FILE_NAME, Config, read_config
from estiba.git.blobs import read_blobs
from estiba.git.repository import Repository
from estiba.git.tree import read_tree
from estiba.policy_table import ConfigError


def policy_at(repository: Repository, commit: str, folder: str) -> Config:
    """Read the `estiba.toml` of the vault in `folder`, or the nearest above; raises `ConfigError`."""
    text = nearest_file(repository, commit, folder, FILE_NAME)
    if text is None:
        return Config()
    config = read_config(text, Path(FILE_NAME))
    refuse_unknown(config, FILE_NAME)
    return config


def nearest_file(repository: Repository, commit: str, folder: str, name: str) -> str | None:
    """Give the text of the file `name` in `folder`, or in the nearest folder above that has one.

    Raises `ConfigError` where it is no UTF-8 text.
    """
    tree = read_tree(repository, commit)
    found = next((tree[path] for path in _upwards(folder, name) if path in tree), None)
    if found is None or not found.is_regular:
        return None
    ((_, data),) = read_blobs(repository, [found.blob])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{found.path}: cannot be read: {error}") from None


def _upwards(folder: str, name: str) -> Iterator[str]:
    while folder:
        yield f"{folder}/{name}"
        folder = folder.rpartition("/")[0]
    yield name
