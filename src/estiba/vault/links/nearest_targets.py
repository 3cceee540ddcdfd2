"""What a link that leads nowhere was probably meant to lead to; asked by checks alone."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from estiba.vault.links.anchors import Anchors
from estiba.vault.links.near_names import NearNames
from estiba.vault.links.note_names import names_file, without_suffix
from estiba.vault.links.path_index import PathIndex
from estiba.vault.note import Note
from estiba.vault.text.marks import Link

_OF_FOLDERS = ("index", "README")
"""Names that say nothing."""


class NearestTargets:
    """Names of the published notes and of the other files of a vault."""

    def __init__(self, notes: Iterable[Note], attachments: Iterable[str]) -> None:
        self._notes, self._files = PathIndex(), PathIndex()
        names: dict[str, None] = {}
        for note in notes:
            name = without_suffix(posixpath.basename(note.path))
            for one in (name, *note.aliases):
                self._notes.add(one, note.path)
                names[one] = None
        for path in attachments:
            self._files.add(posixpath.basename(path), path)
        self._near_notes = NearNames(names)
        self._near_files = NearNames(sorted(map(posixpath.basename, attachments)))
        self._near_places: dict[tuple[str, bool], NearNames] = {}

    def of_path(self, link: Link, source: str) -> str:
        """Give what to write instead of the path of `link` in the note at `source`; empty for nothing.

        In double brackets that is a path from the vault's root, elsewhere one from the note's folder.
        """
        folder = posixpath.dirname(source)
        name = posixpath.basename(link.to.path.rstrip("/"))
        if without_suffix(name) in _OF_FOLDERS:
            return ""
        if names_file(name):
            found = self._files.find(self._near_files.find(name), folder)
        else:
            found = self._notes.find(self._near_notes.find(without_suffix(name)), folder)
        return _written(found[0], link, folder) if found and found[0] != source else ""

    def of_place(self, fragment: str, path: str, anchors: Anchors) -> str:
        """Give the heading or block that `fragment` was meant to be, of the note at `path` with `anchors`."""
        last = fragment.rpartition("#")[2].strip()
        is_block = last.startswith("^")
        names = self._near_places.get((path, is_block))
        if names is None:
            names = self._near_places[path, is_block] = NearNames(anchors.names(blocks=is_block))
        return names.find(last)


def _written(path: str, link: Link, folder: str) -> str:
    if link.is_obsidian:
        return without_suffix(path)
    return posixpath.relpath(path, folder or ".").replace(" ", "%20")
