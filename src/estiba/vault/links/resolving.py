"""Links of notes -> what they lead to in the vault.

A link in double brackets names a note as Obsidian does: by its path, the end of it, its name, or
another name of it (`aliases`). The address of a Markdown link leads from the note's folder, as on
GitHub; else from the page's address, as in MkDocs; else it is taken as Obsidian takes it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import replace

from estiba.vault.files.addresses import is_index
from estiba.vault.files.folder_notes import folder_pages
from estiba.vault.links.anchors import Anchors
from estiba.vault.links.note_names import NOTE_SUFFIXES, names_file, without_suffix
from estiba.vault.links.path_index import PathIndex
from estiba.vault.links.targets import Target, TargetKind
from estiba.vault.note import Note
from estiba.vault.text.marks import Link, Marks

_PAGE = (".html", ".htm")
_OUTSIDE = Target(TargetKind.MISSING, is_outside=True)
_MISSING = Target(TargetKind.MISSING)


class Resolver:
    """Finds what links lead to, in time by their length and depth, not by the size of the vault."""

    def __init__(
        self,
        notes: Mapping[str, Note],
        drafts: Mapping[str, Note],
        attachments: Iterable[str],
        *,
        flat: bool = False,
    ) -> None:
        """Take a vault's published notes (drafts may be among them), its drafts, and its other files."""
        self._notes = {**drafts, **notes}
        self._kept = notes
        self._flat = flat
        self._names, self._folders = PathIndex(drafts), PathIndex(drafts)
        self._aliases, self._ends_of_aliases = PathIndex(drafts), PathIndex(drafts)
        self._files = PathIndex()
        self._anchors: dict[str, Anchors] = {}
        self._targets: dict[str, tuple[tuple[Link, Target], ...]] = {}
        for path, note in self._notes.items():
            self._names.add_ends(without_suffix(path), path)
            for alias in note.aliases:
                self._aliases.add(alias, path)
                self._ends_of_aliases.add_ends(without_suffix(alias.strip("/")), path)
        folders = folder_pages(self._notes)
        if drafts:
            folders |= folder_pages(path for path in notes if path not in drafts)
        for folder, path in folders.items():
            self._folders.add_ends(folder, path)
        for path in attachments:
            self._files.add_ends(path, path)

    def renewed(self, note: Note) -> Resolver:
        """Give what finds the same, with `note` in the place of the one at its path, which has its names."""
        new = copy(self)
        new._replace(note)
        return new

    def _replace(self, note: Note) -> None:
        self._notes = {**self._notes, note.path: note}
        self._anchors, self._targets = {**self._anchors}, {**self._targets}
        self._anchors.pop(note.path, None)
        self._targets.pop(note.path, None)

    def targets_of(self, path: str) -> tuple[tuple[Link, Target], ...]:
        """Give each link of the note at `path`, in order, with what it leads to."""
        found = self._targets.get(path)
        if found is None:
            links = self._notes[path].marks.links
            found = self._targets[path] = tuple((link, self.resolve(link, path)) for link in links)
        return found

    def resolve(self, link: Link, source: str) -> Target:
        """Give what `link` leads to from the note at `source`, which need not be in the vault."""
        to = link.to
        if to.scheme:
            return Target(TargetKind.EXTERNAL)
        if not to.path:
            return self._at((source,), to.fragment) if source in self._notes else _MISSING
        folder = posixpath.dirname(source)
        is_outside = False
        for place in places_of(link, source, flat=self._flat):
            if place.startswith("../") or place == "..":
                is_outside = True
                continue
            found = self._find(place, folder, by_alias=link.is_obsidian)
            if found:
                return self._at(found, to.fragment)
        return _OUTSIDE if is_outside else _MISSING

    def anchors_of(self, path: str) -> Anchors:
        """Give the places in the note at `path`."""
        found = self._anchors.get(path)
        if found is None:
            note = self._notes.get(path)
            found = self._anchors[path] = Anchors(note.marks if note else Marks())
        return found

    def _find(self, place: str, folder: str, *, by_alias: bool) -> tuple[str, ...]:
        """Give the path that `place` means in `folder`, then others that it may mean."""
        plain, suffix = posixpath.splitext(place)
        suffix = suffix.lower()
        indexes = (self._files, self._names) if names_file(place) else (self._names, self._files)
        for index in indexes:
            if found := index.find(place, folder):
                return found
        if suffix in NOTE_SUFFIXES or (suffix in _PAGE and not by_alias):
            if found := self._names.find(plain, folder):
                return found
            if suffix in _PAGE and posixpath.basename(plain) == "index":
                place = posixpath.dirname(plain)
                return self._names.find(place, folder) or self._folders.find(place, folder)
        alias = " ".join(place.split())
        for index in (self._aliases, self._ends_of_aliases) if by_alias else ():
            if found := index.find(alias, folder):
                return found
        return self._folders.find(place, folder)

    def _at(self, found: tuple[str, ...], fragment: str) -> Target:
        path, others = found[0], tuple(sorted(found[1:]))
        if path not in self._notes:
            return Target(TargetKind.ATTACHMENT, path, fragment, others=others)
        if path not in self._kept:
            return Target(TargetKind.DRAFT, path, others=others)
        if not fragment:
            return Target(TargetKind.NOTE, path, others=others)
        return replace(self.anchors_of(path).find(fragment), path=path, others=others)


def places_of(link: Link, source: str, *, flat: bool = False) -> Iterator[str]:
    """Give the names by which what `link` leads to may be found: `/a/b` from the root, `a/b` anywhere.

    One that leads out of the vault begins with `..`.
    """
    written = link.to.path
    folder = posixpath.dirname(source)
    is_relative = written.split("/", 1)[0] in (".", "..")
    if written.startswith("/"):
        yield _normal("", written)
    elif is_relative or not link.is_obsidian:
        page = folder if is_index(source) or flat else posixpath.splitext(source)[0]
        bases = (page, folder) if written.endswith(("/", "/.", "..")) else (folder, page)
        for base in (folder,) if link.is_obsidian else dict.fromkeys(bases):
            yield _normal(base, written)
    if link.is_obsidian and written.startswith("/"):
        yield posixpath.normpath(written.strip("/") or ".")
    elif not (is_relative or written.startswith("/")):
        plain = posixpath.normpath(written)
        if "/" in plain:
            yield plain if plain.startswith("../") else f"/{plain}"
        yield plain
    raw = link.to.written
    if raw != written:  # of a file whose name has `#`, `?` or `%20` in it
        yield raw if link.is_obsidian else _normal("" if raw.startswith("/") else folder, raw)


def _normal(base: str, written: str) -> str:
    """Give the place `written` from the folder `base` (`a`): `/a/b`; `..` where it leads out of the vault."""
    parts = [part for part in base.split("/") if part]
    for part in written.split("/"):
        if part == "..":
            if not parts:
                return ".."
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return f"/{'/'.join(parts)}"
