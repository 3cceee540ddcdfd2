"""Which note is the page of a folder."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from estiba.vault.files.addresses import is_index, nfc, one_on_disk


def folder_pages(paths: Iterable[str]) -> dict[str, str]:
    """Give the note that each folder is shown by: path of the folder -> path of the note.

    That is its `index.md`, else its `README.md`; else, as in Obsidian, the note called like the
    folder that stands beside it (`redes.md`), else the one in it (`redes/redes.md`). Case and
    Unicode form do not count, but a note that has just the folder's name comes first. No note
    is the page of two folders.
    """
    paths = sorted(paths)
    folders = _folders(paths)
    pages = {posixpath.dirname(path): path for path in paths if is_index(path)}  # `index` after `README`
    others = list(_called_like_folders(paths, folders))
    used: set[str] = set()
    for inside in (False, True):
        for same in (nfc, one_on_disk):
            called: dict[tuple[str, str], str] = {}
            for path, where, name in others:
                called.setdefault((where, same(name)), path)
            for folder in folders:
                above, name = posixpath.split(folder)
                note = called.get((folder if inside else above, same(name)))
                if note is not None and note not in used and folder not in pages:
                    pages[folder] = note
                    used.add(note)
    return pages


def _called_like_folders(paths: Iterable[str], folders: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Give the notes that have the name of any folder: path, folder, name."""
    names = {one_on_disk(posixpath.basename(folder)) for folder in folders}
    for path in paths:
        where, _, file = path.rpartition("/")
        name = posixpath.splitext(file)[0]
        if one_on_disk(name) in names and not is_index(path):
            yield path, where, name


def _folders(paths: Iterable[str]) -> list[str]:
    """Give all folders that hold notes, at any depth, without the vault itself."""
    found: set[str] = set()
    for path in paths:
        folder = posixpath.dirname(path)
        while folder and folder not in found:
            found.add(folder)
            folder = posixpath.dirname(folder)
    return sorted(found)
