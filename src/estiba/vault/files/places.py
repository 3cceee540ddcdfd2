"""Which file of the site each file of a vault becomes, where two would become the same."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from estiba.vault.files.addresses import (
    TakenPlaces,
    folder_place,
    named_place,
    natural_place,
    nfc,
    one_on_disk,
)

RESERVED = tuple(
    "404.html sitemap.xml sitemap.xml.gz examples.json feed.xml tags.json search/search_index.json".split()
)
"""Files that a site writes itself."""
_OF_SITE, _OF_SEARCH = "assets/estiba", "pagefind"


@dataclass(frozen=True, slots=True)
class Clash:
    """A file of the vault that came second to its place in the site."""

    path: str
    other: str
    """The file of the vault that has the place; empty where the site itself has it."""
    place: str
    instead: str
    """Where it stands now; empty for an attachment that is left out."""


@dataclass(frozen=True, slots=True)
class Places:
    """Path of a file in the vault -> the file that it becomes, relative to the site's root."""

    notes: Mapping[str, str]
    attachments: Mapping[str, str]
    """Without those that are left out."""
    clashes: tuple[Clash, ...]


def place_files(
    notes: Iterable[str], attachments: Iterable[str], pages: Mapping[str, str], *, flat: bool = False
) -> Places:
    """Give each of the `notes` and `attachments` of a vault its file in the site.

    `pages` are those of `folder_pages`; a `flat` site has `redes.html`, not `redes/`. The order
    of what is given does not count: first come the pages of folders, then the other notes by
    their paths, then attachments. A note that comes second moves (`redes-2/`). An attachment in
    the place of a note, or of what the site writes itself, is left out.
    """
    placing = _Placing(flat)
    folders = {note: folder for folder, note in pages.items()}
    for path in sorted(notes, key=lambda one: (one not in folders, *_order(one))):
        placing.add_note(path, folders.get(path))
    for path in sorted(attachments, key=_order):
        placing.add_attachment(path)
    placing.move_second_notes()
    clashes = sorted(placing.clashes, key=lambda clash: clash.path)
    return Places(MappingProxyType(placing.notes), MappingProxyType(placing.attachments), tuple(clashes))


def _order(path: str) -> tuple[bool, str]:
    return path != nfc(path), path


class _Placing:
    def __init__(self, flat: bool) -> None:  # noqa: FBT001 - of this module alone
        self.notes: dict[str, str] = {}
        self.attachments: dict[str, str] = {}
        self.clashes: list[Clash] = []
        self._flat = flat
        self._taken = TakenPlaces(RESERVED)
        self._second: list[tuple[str, str, str]] = []
        self._numbers: dict[str, int] = {}

    def add_note(self, path: str, folder: str | None) -> None:
        place = natural_place(path, flat=self._flat)
        if folder is not None and not self._flat:
            place = folder_place(folder)
        owner = self._taken.owner(place)
        if owner is None:
            self._taken.add(place, path)
            self.notes[path] = place
        else:
            self._second.append((path, place, owner))

    def add_attachment(self, path: str) -> None:
        place = nfc(path)
        owner = "" if self._is_reserved(place) else self._taken.owner(place)
        is_left_out = owner is not None and owner not in self.attachments
        if owner is not None:
            self.clashes.append(Clash(path, owner, place, "" if is_left_out else path))
        if not is_left_out:
            self.attachments[path] = place if owner is None else path
            self._taken.add(self.attachments[path], path)

    def move_second_notes(self) -> None:
        for path, place, owner in self._second:
            instead = self._free(posixpath.splitext(path)[0])
            self._taken.add(instead, path)
            self.notes[path] = instead
            self.clashes.append(Clash(path, owner, place, instead))

    def _free(self, name: str) -> str:
        """Give the first free place of `redes/README`, `redes/README-2` …"""
        key = one_on_disk(name)
        place, number = named_place(name, flat=self._flat), self._numbers.get(key, 1)
        while place in self._taken:
            number += 1
            place = named_place(f"{name}-{number}", flat=self._flat)
        self._numbers[key] = number
        return place

    def _is_reserved(self, place: str) -> bool:
        """Whether a folder of the site's own holds it; a vault that has notes in one keeps it."""
        key = one_on_disk(place)
        if key.startswith(f"{_OF_SEARCH}/"):
            return self._taken.owner(_OF_SEARCH) not in self.notes
        return key.startswith(f"{_OF_SITE}/")
