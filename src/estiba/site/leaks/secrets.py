"""A vault -> what of it must not show in its site."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Container, Iterable, Iterator, Mapping

from estiba.catalogue import Catalogue
from estiba.folding import slug
from estiba.site.leaks.hidden import Hidden, Secret
from estiba.site.leaks.words import Words
from estiba.vault.files.addresses import natural_place, one_on_disk
from estiba.vault.files.used_attachments import used_attachments
from estiba.vault.note import Note, readable_name
from estiba.vault.tag_places import written_tags
from estiba.vault.vault import Vault


def drafts_of(vault: Vault) -> list[Note]:
    """Give the notes that must not show: without those that a preview shows."""
    return [note for path, note in vault.drafts.items() if path not in vault.notes]


def hidden_texts(vault: Vault, catalogue: Catalogue, words: Words) -> Hidden:
    """Give the sentences of drafts, and their names, less those that stand in published notes."""
    hidden = Hidden(words, words.of(" ".join(_days(catalogue)).split()))
    for note in drafts_of(vault):
        hidden.add_text(note.text, note.path)
        for name, secret in _names(note):
            hidden.add_name(name, secret)
    hidden.forget_names([f"{note.text}\n{note.path}" for note in vault.notes.values()])
    return hidden


def hidden_paths(
    vault: Vault, attachments: Mapping[str, Secret], shown: Iterable[str], tags_folder: str
) -> dict[str, Secret]:
    """Give the paths, in the vault and in the site, that must not show, those of `attachments` among them.

    `shown` are those of all that may; pages of tags stand in `tags_folder` (`etiquetas`).
    """
    taken = set[str]()
    for path in shown:
        place = _place(path)
        while place and place not in taken:
            taken.add(place)
            place = posixpath.dirname(place)
    found = {**dict(_paths(vault, tags_folder)), **attachments}
    return {path: secret for path, secret in found.items() if _place(path) not in taken and _place(path)}


def hidden_attachments(vault: Vault, used: Container[str]) -> dict[str, Secret]:
    """Give the attachments that drafts alone use, by path; `used` are those of published notes."""
    return {
        path: Secret("an attachment of it", note.path, line)
        for note in drafts_of(vault)
        for path, line in used_attachments(vault, (note,)).items()
        if path not in used
    }


def _paths(vault: Vault, tags_folder: str) -> Iterator[tuple[str, Secret]]:
    for path in sorted(vault.withheld):
        yield path, Secret("its path", path, 1)
        yield natural_place(path, flat=vault.flat), Secret("its address", path, 1)
        for folder in _folders(path):
            yield folder, Secret("its folder", path, 1)
    for note in drafts_of(vault):
        for tag in written_tags(note):
            if vault.config.vocabulary.resolve(tag.name) not in vault.tags:
                address = posixpath.join(tags_folder, slug(tag.name, fallback="tag"))
                yield address, Secret("the page of its tag", note.path, tag.position.line)


def _names(note: Note) -> Iterator[tuple[str, Secret]]:
    written = note.entries.get("title")
    line = written.value_position.line if written else note.heading.line if note.heading else 1
    yield note.title, Secret("its title", note.path, line)
    aliases = note.entries.get("aliases")
    for alias in note.aliases:
        yield alias, Secret("another name of it", note.path, aliases.value_position.line if aliases else 1)
    for tag in written_tags(note):
        yield tag.name, Secret("its tag", note.path, tag.position.line)
    for folder in _folders(note.path):
        yield readable_name(f"{folder}/index.md"), Secret("the name of its folder", note.path, 1)


def _folders(path: str) -> Iterator[str]:
    while path := posixpath.dirname(path):
        yield path


def _place(path: str) -> str:
    """Give what a path and its page's address have in common."""
    return "" if path == "index.html" else one_on_disk(path).removesuffix("/index.html")


def _days(catalogue: Catalogue) -> list[str]:
    return [catalogue.date(dt.date(2000, month, 1)) for month in range(1, 13)]
