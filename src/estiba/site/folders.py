"""The folders of a vault: what stands in each, and which page is its index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Folder:
    """One folder that holds notes, at any depth. Paths are those of the vault."""

    path: str
    """Empty for the vault itself."""
    index: str | None = None
    """The note, or page of ours, that is shown at the folder's address."""
    folders: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """The notes that stand directly in it, without its index."""
    count: int = 0
    """Notes at any depth, indexes left out."""


def read_folders(paths: Iterable[str], pages: Mapping[str, str]) -> dict[str, Folder]:
    """Sort notes into folders: path of a folder -> folder. The vault itself is always there.

    `pages` are the notes by which folders are shown (`estiba.vault.files.folder_notes`).
    """
    folders = {"": Folder("")}
    shown = {note: folder for folder, note in pages.items()}
    for path in paths:
        folder = _open(folders, parent(path))
        if path in shown:
            _open(folders, shown[path]).index = path
            continue
        folder.notes.append(path)
        folder.count += 1
        while folder.path:
            folder = folders[parent(folder.path)]
            folder.count += 1
    return folders


def parent(path: str) -> str:
    """Give the folder that `path` stands in; empty for the vault itself."""
    return path.rpartition("/")[0]


def _open(folders: dict[str, Folder], path: str) -> Folder:
    missing = []
    while path not in folders:
        missing.append(path)
        path = parent(path)
    for one in reversed(missing):
        folders[one] = Folder(one)
        folders[parent(one)].folders.append(one)
    return folders[missing[0] if missing else path]
