"""Other names of notes -> the places at which a site leads on to them.

A note that has moved names its old path among its `aliases`. One with a slash (`notas/viejo`,
`/old/address/`) counts from the root of the vault; one without (`old-note.md`, `Viejo`) from the
note's own folder.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from estiba.vault.files.addresses import TakenPlaces, natural_place, nfc, one_on_disk
from estiba.vault.files.places import RESERVED

if TYPE_CHECKING:
    from estiba.vault.vault import Vault

_SUFFIX = re.compile(r"(?:/index\.html?|\.md|\.markdown|\.html?)$", re.IGNORECASE)
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"|?*\\\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_LONGEST_PART, _LONGEST = 100, 400
_OF_SITE = frozenset(("assets", "search", "pagefind"))


@dataclass(frozen=True, slots=True)
class AliasClash:
    """A name of a note at whose place the site has something else."""

    path: str
    """That of the note whose name it is."""
    alias: str
    other: str
    """The note that has the place, by its own path or by a name of it."""
    is_named: bool
    """Whether the other one has the place by a name, too."""


@dataclass(frozen=True, slots=True)
class Redirects:
    """Where a site leads on."""

    places: Mapping[str, str]
    """File of the site, relative to its root -> path of the note that it leads to."""
    clashes: tuple[AliasClash, ...]


def redirects_of(vault: Vault) -> Redirects:
    """Find the places for the names of the published notes of `vault`.

    Of two notes, the first by its path gets a place. Names that no file of a site can have, or
    only one that the site writes itself, give none; nor do those at whose place a draft would be.
    """
    found: dict[str, str] = {}
    named: set[str] = set()
    clashes: list[AliasClash] = []
    flat = vault.flat
    taken = TakenPlaces((*RESERVED, *(natural_place(path, flat=flat) for path in vault.drafts)))
    for path, place in vault.places.notes.items():
        taken.add(place, path)
    published = (note for path, note in vault.notes.items() if path not in vault.drafts)
    for note in sorted(published, key=lambda one: one.path):
        for alias in note.aliases:
            place = place_of(alias, note.path, flat=flat)
            owner = taken.owner(place) if place else ""
            if place and owner is None:
                taken.add(place, note.path)
                found[place] = note.path
                named.add(one_on_disk(place))
            elif owner and owner != note.path:
                is_named = one_on_disk(place) in named
                if is_named or "/" in alias or _SUFFIX.search(alias):
                    clashes.append(AliasClash(note.path, alias, owner, is_named))
    return Redirects(MappingProxyType(found), tuple(clashes))


def place_of(alias: str, path: str, *, flat: bool = False) -> str:
    """Give the file of a note that had `alias` as its path, before it came to `path`; empty for no path."""
    name = alias.strip().removesuffix("/")
    if "/" not in name:
        name = posixpath.join(posixpath.dirname(path), name)
    name = nfc(_SUFFIX.sub("", name.removeprefix("/")))
    parts = name.split("/")
    if not all(map(_is_safe, parts)) or len(name.encode("utf-8", "replace")) > _LONGEST:
        return ""
    return "" if parts[0].lower() in _OF_SITE else natural_place(f"{name}.md", flat=flat)


def _is_safe(part: str) -> bool:
    return (
        part.strip(" .") == part
        and bool(part)
        and not _UNSAFE.search(part)
        and len(part.encode("utf-8", "replace")) <= _LONGEST_PART
    )
