"""The tags page: a section a tag, with its notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from estiba.site.generated import add_page
from estiba.site.listing import Listing
from estiba.site.note_lists import NoteLink, note_link
from estiba.site.state import SiteState, state_of
from estiba.vault.note import Note
from estiba.vault.tags import Tag
from estiba.vocabulary import tag_key

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


@dataclass(frozen=True, slots=True)
class TagLink:
    """A tag of a note; `url` is relative to the site's root."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class TagSection:
    """A section of the tags page."""

    name: str
    id: str
    notes: list[NoteLink]


@event_priority(800)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the tags page."""
    state, texts = state_of(config), state_of(config).catalogue
    listing = Listing("tags", texts.text("tags.title"), texts.text("tags.description"))
    address = state.policy.tags_page or texts.text("tags.address")
    state.tags_page = add_page(files, config, address, listing, in_navigation=False)


def list_tags(state: SiteState) -> list[TagSection]:
    """List every tag with its notes and those of the tags below it, from A to Z."""
    language = state.catalogue.language
    tags = sorted(
        state.vault.tags.values() if state.vault else (),
        key=lambda tag: (tag_key(tag.label(language)), tag.key),
    )
    return [
        TagSection(tag.label(language), _id(tag), [note_link(state, note) for note in tag.notes])
        for tag in tags
    ]


def tag_links(state: SiteState, note: Note) -> list[TagLink]:
    """Give the tags of `note`; none where the site has no tags page."""
    if state.vault is None or state.tags_page is None:
        return []
    url, language = state.tags_page.url, state.catalogue.language
    return [TagLink(tag.label(language), f"{url}#{_id(tag)}") for tag in state.vault.tags_of(note)]


def _id(tag: Tag) -> str:
    return f"tag-{tag.slug}"
