"""Files that stand beside notes, and may be shown by them."""

from __future__ import annotations

from collections.abc import Iterable

OF_PROGRAMS = frozenset({".git", ".obsidian", ".trash", "node_modules"})
"""Folders in which programs keep what is theirs, at any depth of a vault."""


def attachments_of(paths: Iterable[str]) -> frozenset[str]:
    """Give those of `paths` (in the vault, with `/`) that do not stand in a folder of a program."""
    return frozenset(path for path in paths if OF_PROGRAMS.isdisjoint(path.split("/")[:-1]))
