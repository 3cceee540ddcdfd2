"""What the page of a tag shows: its notes, and the tags around it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from estiba.site.navigation_tree import Entry
from estiba.site.note_lists import NoteLink, note_link
from estiba.site.state import SiteState
from estiba.site.tags.index import TagEntry, short_name, tag_entry, tag_url
from estiba.vault.note import Note
from estiba.vault.tags import Tag

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

IN_FULL = 100
"""Notes that a page shows with their descriptions and tags; of older ones it shows the titles."""
_OTHERS = 5
"""Other tags of a note that are shown."""


@dataclass(frozen=True, slots=True)
class TaggedNote:
    """A note on the page of a tag."""

    link: NoteLink
    day: dt.date | None
    """When it changed last."""
    tags: list[TagEntry]
    """Some of its other tags."""


@dataclass(frozen=True, slots=True)
class TagView:
    """What the page of a tag shows."""

    slug: str
    parent: TagEntry | None
    below: list[TagEntry]
    related: list[TagEntry]
    notes: list[TaggedNote]
    """By their last change, newest first; those of which nobody knows it last, by title."""
    older: list[TaggedNote]
    """The rest in the same order, without tags."""


def show_tag(state: SiteState, page: Page) -> TagView | None:
    """Give what `page` shows; None where it is not the page of a tag."""
    tag = _tag_of(state, page)
    if tag is None or state.vault is None:
        return None
    tags, language = state.vault.tags, state.catalogue.language
    notes = sorted(tag.notes, key=lambda note: _days_back(state.changed.get(note.path)))
    return TagView(
        slug=tag.slug,
        parent=tag_entry(state, tags[tag.parent]) if tag.parent is not None else None,
        below=[
            tag_entry(state, tags[key], name=short_name(tags[key], language))
            for key in state.tags_below.get(tag.key, ())
        ],
        related=[tag_entry(state, tags[key]) for key in state.related_tags.get(tag.key, ())],
        notes=[_tagged(state, note, _others(state, note, tag)) for note in notes[:IN_FULL]],
        older=[_tagged(state, note, []) for note in notes[IN_FULL:]],
    )


def pages_above(state: SiteState, page: Page) -> list[Entry]:
    """Give the pages above the page of a tag: the index of tags, then the tags above it.

    None for any other page.
    """
    tag = _tag_of(state, page)
    if tag is None or state.vault is None or state.tags_page is None:
        return []
    above: list[Entry] = []
    parent = tag.parent
    while parent is not None:
        one = state.vault.tags[parent]
        above.append(Entry(short_name(one, state.catalogue.language), tag_url(state, one)))
        parent = one.parent
    index = state.tags_page
    return [Entry(state.listings[index.src_uri].title, index.url), *reversed(above)]


def _tag_of(state: SiteState, page: Page) -> Tag | None:
    key = state.tag_keys.get(page.file.src_uri)
    return state.vault.tags[key] if key is not None and state.vault else None


def _days_back(day: dt.date | None) -> int:
    return -day.toordinal() if day else 0


def _tagged(state: SiteState, note: Note, tags: list[TagEntry]) -> TaggedNote:
    return TaggedNote(note_link(state, note), state.changed.get(note.path), tags)


def _others(state: SiteState, note: Note, tag: Tag) -> list[TagEntry]:
    tags = state.vault.tags_of(note) if state.vault else ()
    return [tag_entry(state, one) for one in tags if one.key != tag.key][:_OTHERS]
