"""Folders for tests of what becomes of a site: written as path -> what is there, and told so again."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Folder:
    mode: int = 0o755


@dataclass(frozen=True)
class Link:
    to: str


@dataclass(frozen=True)
class Pipe:
    pass


@dataclass(frozen=True)
class Shared:
    """A file that is another's as well."""

    file: Path


What = bytes | Folder | Link | Pipe | Shared
Tree = Mapping[str, What]


def write_tree(root: Path, tree: Tree) -> None:
    root.mkdir(exist_ok=True)
    for name, what in tree.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        match what:
            case bytes():
                path.write_bytes(what)
            case Folder():
                path.mkdir(exist_ok=True)
            case Link():
                path.symlink_to(what.to)
            case Pipe():
                os.mkfifo(path)
            case Shared():
                os.link(what.file, path)
    for name, what in sorted(tree.items(), reverse=True):
        if isinstance(what, Folder):
            (root / name).chmod(what.mode)


def told(root: Path) -> dict[str, What]:
    """Tell what is below `root`; folders only where they are empty."""
    found: dict[str, What] = {}
    for path in root.rglob("*"):
        name = path.relative_to(root).as_posix()
        if path.is_symlink():
            found[name] = Link(str(path.readlink()))
        elif path.is_fifo():
            found[name] = Pipe()
        elif path.is_file():
            found[name] = path.read_bytes()
        elif not any(path.iterdir()):
            found[name] = Folder()
    return found


def inodes(root: Path) -> dict[str, int]:
    return {
        path.relative_to(root).as_posix(): path.stat().st_ino
        for path in root.rglob("*")
        if path.is_file() and not path.is_symlink()
    }
