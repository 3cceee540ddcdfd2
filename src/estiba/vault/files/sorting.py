"""The files of a folder, by what they are to a vault."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from estiba.vault.files.attachments import OF_PROGRAMS
from estiba.vault.links.note_names import NOTE_SUFFIXES

_COMPOSE = re.compile(r"(?:docker-)?compose[^/]*\.ya?ml", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SortedFiles:
    """Paths of files, below the folder that they were found in."""

    notes: tuple[str, ...]
    """In the order of their folders and names."""
    composes: tuple[str, ...]
    """Compose files, likewise; they are attachments too."""
    attachments: tuple[str, ...]
    """All that are no notes, sorted."""


def sort_files(paths: Iterable[str]) -> SortedFiles:
    """Sort `paths`, with `/` between their parts; what is hidden is neither a note nor a Compose file."""
    notes: list[str] = []
    composes: list[str] = []
    attachments: list[str] = []
    for path in paths:
        folders, name = path.split("/")[:-1], path.rpartition("/")[2]
        if not OF_PROGRAMS.isdisjoint(folders):
            continue
        is_hidden = any(folder.startswith(".") for folder in folders)
        if name.lower().endswith(NOTE_SUFFIXES):
            if not is_hidden and not name.startswith("."):
                notes.append(path)
            continue
        attachments.append(path)
        if is_compose_file(name) and not is_hidden:
            composes.append(path)
    return SortedFiles(_in_order(notes), _in_order(composes), tuple(sorted(attachments)))


def is_compose_file(name: str) -> bool:
    """Whether a file of that name is taken for a Compose file."""
    return bool(_COMPOSE.fullmatch(name))


def _in_order(paths: list[str]) -> tuple[str, ...]:
    return tuple(sorted(paths, key=lambda path: path.split("/")))
