"""What templates may ask, as the global `estiba`.

Every text is plain: Jinja escapes it where it is printed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from estiba.site.navigation_tree import Entry
from estiba.site.note_lists import FolderView, NoteLink, list_folder, list_notes
from estiba.site.tag_list import TagLink, TagSection, list_tags, tag_links
from estiba.vault.note import Note

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

    from estiba.site.navigation_tree import Level
    from estiba.site.state import SiteState


@dataclass(frozen=True, slots=True)
class Day:
    """A day as a `<time>` needs it: for machines and for people."""

    iso: str
    text: str


class View:
    """Answers for templates about one build."""

    def __init__(self, state: SiteState) -> None:
        self._state = state

    def text(self, key: str, /, **values: str | int) -> str:
        """Give a text of the catalogue."""
        return self._state.catalogue.text(key, **values)

    def count(self, key: str, number: int) -> str:
        """Give a text that counts."""
        return self._state.catalogue.count(key, number)

    def number(self, number: int) -> str:
        """Write a number for people."""
        return self._state.catalogue.number(number)

    def day(self, date: dt.date | None) -> Day | None:
        """Write a day; a time of day is left out."""
        return Day(date.isoformat()[:10], self._state.catalogue.date(date)) if date else None

    def note(self, page: Page | None) -> Note | None:
        """Give the note that `page` shows, if it shows one."""
        vault = self._state.vault
        return vault.notes.get(page.file.src_uri) if page and vault else None

    def subtitle(self, note: Note) -> str:
        """Give the first H1 where it says something else than the title above it."""
        heading = note.heading
        return heading.text if heading and heading.leads and not note.is_headed_by_title else ""

    def anchor(self, page: Page) -> str:
        """Give the id of the page's title, so that links to the H1 that it stands for work."""
        return self._state.anchors.get(page.file.src_uri, "")

    def tags(self, note: Note) -> list[TagLink]:
        """Give the tags of a note with their addresses."""
        return tag_links(self._state, note)

    def kind(self, page: Page | None) -> str:
        """Give the kind of a page of ours (`folder`, `notes`, `tags`); empty for a note's."""
        listing = self._state.listings.get(page.file.src_uri) if page else None
        return listing.kind if listing else ""

    def tag_sections(self) -> list[TagSection]:
        """Give what the tags page lists."""
        return list_tags(self._state)

    def notes(self) -> list[NoteLink]:
        """Give what the page of all notes lists."""
        return list_notes(self._state)

    def folder(self, page: Page | None) -> FolderView | None:
        """Give what stands in the folder that `page` is the index of."""
        return list_folder(self._state, page.file.src_uri) if page else None

    def overviews(self, page: Page | None) -> list[Entry]:
        """Give the pages that list the whole vault, for the end of the navigation."""
        files = (self._state.notes_page, self._state.tags_page)
        return [
            Entry(
                self._state.listings[file.src_uri].title,
                file.url,
                is_current=page is not None and page.file is file,
            )
            for file in files
            if file is not None
        ]

    def navigation(self, page: Page | None) -> Level | None:
        """Give the part of the navigation that `page` shows."""
        return self._state.navigation.around(page) if self._state.navigation else None
