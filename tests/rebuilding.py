"""A vault that is built again after an edit, beside a build of the same vault that knows of none before."""

from __future__ import annotations

import functools
import logging
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from mkdocs.config import load_config
from mkdocs.config.config_options import Hooks

from estiba.site.engine import engine
from estiba.site.state import state_of
from estiba.store.versions import code_digest
from sites import build_config

Edit = Mapping[str, str | bytes | tuple[str, str] | None]
"""By path: what a file holds from now on; what in it is replaced by what; None where it goes."""
_BESIDE_NOTES = frozenset("mkdocs.yml estiba.toml overrides compartido hooks site .cache .git".split())
_MADE = ("site", ".cache")
_SITE = "site"
_code = functools.cache(code_digest)


@dataclass(frozen=True, slots=True)
class Build:
    """What a build did."""

    kept: frozenset[str]
    """Files of the site that it did not write."""
    read: frozenset[str]
    """Notes that it read, for it did not know them."""
    said: tuple[str, ...]
    """Warnings and errors."""


def build(root: Path, caplog: pytest.LogCaptureFixture, **options: Any) -> Build:
    """Build the vault at `root`."""
    caplog.clear()
    Hooks._load_hook.cache_clear()  # a process loads each hook once
    config = load_config(str(root / "mkdocs.yml"), **options)
    with caplog.at_level(logging.INFO, "mkdocs"), patch.object(engine, "code_digest", _code):
        build_config(config)
    state = state_of(config)
    said = [one.getMessage() for one in caplog.records if one.levelno > logging.INFO]
    return Build(
        frozenset(state.kept_files),
        frozenset(state.keeper.made if state.keeper else ()),
        tuple(one.replace(str(root), "") for one in said),
    )


def build_anew(root: Path, beside: Path, caplog: pytest.LogCaptureFixture) -> tuple[Path, Build]:
    """Build a copy of the vault at `root` in the folder `beside`, without a store; gives the site too."""
    copy = beside / root.name
    shutil.rmtree(copy, ignore_errors=True)
    copy_vault(root, copy)
    return copy / _SITE, build(copy, caplog)


def rebuild(root: Path, caplog: pytest.LogCaptureFixture) -> tuple[dict[str, bytes | None], Build]:
    """Build the vault at `root` again; the site must be that of a build that knows none before."""
    last = build(root, caplog)
    site, clean = build_anew(root, root.with_name("elsewhere"), caplog)
    new = tree(root / _SITE)
    assert differing(new, tree(site)) == []
    assert last.said == clean.said
    assert not clean.kept
    return new, last


def copy_vault(root: Path, to: Path) -> None:
    """Copy the vault at `root`, and nothing that builds have made of it."""
    to.mkdir(parents=True)
    for entry in root.iterdir():
        if entry.is_dir() and entry.name not in _MADE:
            shutil.copytree(entry, to / entry.name, symlinks=True)
        elif entry.is_file():
            shutil.copyfile(entry, to / entry.name)


def set_back(root: Path, base: Path) -> None:
    """Make `root` what `base` is, with the very files of its site, which no build ever writes in place."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(base, root, copy_function=shutil.copyfile, ignore=shutil.ignore_patterns(_SITE))
    if (base / _SITE).is_dir():
        shutil.copytree(base / _SITE, root / _SITE, copy_function=os.link)


def edit(root: Path, changes: Edit) -> None:
    """Change files of the vault at `root`: notes by their paths in it, others from beside `mkdocs.yml`."""
    for name, change in sorted(changes.items(), key=lambda one: one[1] is not None):
        path = root / name if name.partition("/")[0] in _BESIDE_NOTES else root / "docs" / name
        data = _replaced(path, *change) if isinstance(change, tuple) else change
        if path.exists():
            path.unlink()  # the file of a site may be another's too
            if not any(path.parent.iterdir()):
                path.parent.rmdir()
        if data is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data if isinstance(data, bytes) else data.encode())


def _replaced(path: Path, old: str, new: str) -> str:
    text = path.read_text("utf-8")
    assert old in text, f"{path} has no {old!r}"
    return text.replace(old, new)


def tree(site: Path) -> dict[str, bytes | None]:
    """Give all files below `site` with their bytes, and folders."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes() if path.is_file() else None
        for path in site.rglob("*")
    }


def differing(one: Mapping[str, bytes | None], other: Mapping[str, bytes | None]) -> list[str]:
    """Give the paths at which two trees are not the same."""
    missing = object()
    return sorted(
        path for path in one.keys() | other.keys() if one.get(path, missing) != other.get(path, missing)
    )
