"""An index for every folder, and a page of all notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from estiba.folding import fold
from estiba.site.folders import read_folders
from estiba.site.generated import add_page
from estiba.site.listing import Listing
from estiba.site.state import SiteState, state_of, vault_of
from estiba.vault.note import Note, readable_name
from estiba.vault.tags import title_order

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


@dataclass(frozen=True, slots=True)
class NoteLink:
    """A note in a list; `url` is relative to the site's root."""

    title: str
    url: str
    description: str
    is_draft: bool


@dataclass(frozen=True, slots=True)
class FolderLink:
    """A folder in a list; `count` notes stand in it at any depth."""

    title: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class FolderView:
    """What stands in one folder, by title."""

    folders: list[FolderLink]
    notes: list[NoteLink]


@event_priority(900)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add an index to each folder that has none, and the page of all notes."""
    state, texts = state_of(config), state_of(config).catalogue
    vault = vault_of(config)
    shown = (path for path in vault.notes if path in vault.listed or path == vault.folder_pages.get(""))
    state.folders = read_folders(shown, vault.folder_pages)
    for path, folder in sorted(state.folders.items()):
        if folder.index is None:
            title = state.policy.folders.get(path) or (
                readable_name(f"{path}/index.md") if path else config.site_name
            )
            description = texts.text("folder.description", folder=title) if path else ""
            listing = Listing("folder", title, description)
            address = f"{path}/index" if path else "index"
            file = add_page(files, config, address, listing, in_navigation=config.nav is None)
            folder.index = file.src_uri
            state.files[file.src_uri] = file
        state.folder_at[folder.index] = path
    listing = Listing("notes", texts.text("notes.title"), texts.text("notes.description"))
    address = state.policy.notes_page or texts.text("notes.address")
    state.notes_page = add_page(files, config, address, listing, in_navigation=False)


def note_link(state: SiteState, note: Note) -> NoteLink:
    """Make a link to `note`."""
    return NoteLink(note.title, state.files[note.path].url, note.description, not note.published)


def list_notes(state: SiteState) -> list[NoteLink]:
    """List every note but the home page, from A to Z."""
    home = state.folders[""].index
    notes = state.vault.listed.values() if state.vault else ()
    return [note_link(state, note) for note in sorted(notes, key=title_order) if note.path != home]


def list_folder(state: SiteState, path: str) -> FolderView | None:
    """List what stands in the folder whose index is `path`; None where it is no index.

    The owner's own home page is left as it is.
    """
    folder = state.folders[state.folder_at[path]] if path in state.folder_at else None
    if folder is None or state.vault is None:
        return None
    if not folder.path and path not in state.listings:
        return None
    inner = [state.folders[one] for one in folder.folders]
    links = [
        FolderLink(page_title(state, one.index), state.files[one.index].url, one.count)
        for one in inner
        if one.index
    ]
    notes = sorted((state.vault.notes[one] for one in folder.notes), key=title_order)
    return FolderView(
        sorted(links, key=lambda link: fold(link.title)),
        [note_link(state, note) for note in notes],
    )


def page_title(state: SiteState, path: str) -> str:
    """Give the title of the note, or page of ours, at `path`."""
    note = state.vault.notes.get(path) if state.vault else None
    return note.title if note else state.listings[path].title
