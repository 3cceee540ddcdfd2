"""Each file of the vault at its place in the site, and none lost that shares its place with another."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from estiba.site.vault_files import is_of_vault
from estiba.vault.files.addresses import folder_place, is_index

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from estiba.vault.vault import Vault

_OF_THEME = "assets/"


def place(files: Files, vault: Vault, config: MkDocsConfig) -> None:
    """Give the files of the vault their places in the site; take out the attachments that have none."""
    places = vault.places
    indexes = frozenset(vault.folder_pages.values() if config.nav is None else ())
    for file in list(files):
        if not is_of_vault(file, config):
            continue
        path = file.src_uri
        if path in places.notes:
            _move(file, places.notes[path])
            file.name = _name(path, places.notes[path], indexes)
        elif path in places.attachments:
            _move(file, places.attachments[path])
        elif path in vault.attachments:
            files.remove(file)
            _give_back(path, files, config)


def _name(path: str, place: str, indexes: frozenset[str]) -> str:
    """Give what tells MkDocs whether the note is the index of its section."""
    folder, name = posixpath.split(path)
    if path in indexes or (is_index(path) and place == folder_place(folder)):
        return "index"
    return posixpath.splitext(name)[0]


def _move(file: File, place: str) -> None:
    if file.dest_uri != place:
        file.dest_uri = place
        for derived in ("url", "abs_dest_path"):
            vars(file).pop(derived, None)


def _give_back(path: str, files: Files, config: MkDocsConfig) -> None:
    """Add the theme's own file, which MkDocs passes over where the vault has one of its path."""
    for folder in config.theme.dirs:
        if path.startswith(_OF_THEME) and Path(folder, path).is_file():
            files.append(File(path, folder, config.site_dir, config.use_directory_urls))
            return
