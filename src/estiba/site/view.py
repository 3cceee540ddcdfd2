"""What templates may ask, as the global `estiba`.

Every text is plain: Jinja escapes it where it is printed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from estiba.site.backlinks import BacklinksView, list_backlinks, list_related
from estiba.site.changes.page import Change, ChangeView, list_changes, list_newest
from estiba.site.feeds.feeds import FeedLink, feed_links, feed_url
from estiba.site.forge.links import ForgeLinks, forge_links, proposal
from estiba.site.head import locale_of
from estiba.site.home import is_own_home, list_home_folders
from estiba.site.navigation_tree import Entry
from estiba.site.note_lists import FolderLink, FolderView, NoteLink, list_folder, list_notes
from estiba.site.tags.index import TagEntry, TagIndex, TagLink, list_tags, tag_links, top_tags
from estiba.site.tags.view import TagView, pages_above, show_tag
from estiba.vault.note import Note, language_tag

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
        self._texts: dict[str, str] = {}
        self._numbers: dict[int, str] = {}
        self._days: dict[str, Day] = {}
        self._locales: dict[str, str] = {}
        self._tagged: tuple[Note, list[TagLink]] | None = None
        """The note that was asked for last, with its tags: the head of its page and the text ask both."""

    def text(self, key: str, /, **values: str | int) -> str:
        """Give a text of the catalogue."""
        if values:
            return self._state.catalogue.text(key, **values)
        if key not in self._texts:
            self._texts[key] = self._state.catalogue.text(key)
        return self._texts[key]

    def texts(self, section: str) -> dict[str, str]:
        """Give all texts of a section of the catalogue, with their places, for a script to fill in."""
        prefix = f"{section}."
        texts = self._state.catalogue.texts
        return {key.removeprefix(prefix): text for key, text in texts.items() if key.startswith(prefix)}

    def count(self, key: str, number: int) -> str:
        """Give a text that counts."""
        return self._state.catalogue.count(key, number)

    def number(self, number: int) -> str:
        """Write a number for people."""
        if number not in self._numbers:
            self._numbers[number] = self._state.catalogue.number(number)
        return self._numbers[number]

    def day(self, date: dt.date | None) -> Day | None:
        """Write a day; a time of day is left out."""
        if not date:
            return None
        iso = date.isoformat()[:10]
        if iso not in self._days:
            self._days[iso] = Day(iso, self._state.catalogue.date(date))
        return self._days[iso]

    def note(self, page: Page | None) -> Note | None:
        """Give the note that `page` shows, if it shows one."""
        vault = self._state.vault
        return vault.notes.get(page.file.src_uri) if page and vault else None

    def is_unlisted(self, page: Page) -> bool:
        """Whether `page` shows a note that wants to stand in no list."""
        return self._state.is_unlisted(page.file.src_uri)

    def anchor(self, page: Page) -> str:
        """Give the id of the page's title, so that links to the H1 that it stands for work."""
        return self._state.anchors.get(page.file.src_uri, "")

    def search_folder(self) -> str:
        """Give the address of the search index, relative to the site's root."""
        return f"{self._state.search.folder}/"

    def tags(self, note: Note) -> list[TagLink]:
        """Give the tags of a note with their addresses."""
        if self._tagged is None or self._tagged[0] is not note:
            self._tagged = note, tag_links(self._state, note)
        return self._tagged[1]

    def kind(self, page: Page | None) -> str:
        """Give the kind of a page of ours (`folder`, `notes`, `tag` …); empty for a note's."""
        listing = self._state.listings.get(page.file.src_uri) if page else None
        return listing.kind if listing else ""

    def tag_index(self) -> TagIndex:
        """Give what the index of tags lists."""
        return list_tags(self._state)

    def tag(self, page: Page) -> TagView | None:
        """Give what the page of a tag shows."""
        return show_tag(self._state, page)

    def top_tags(self, number: int) -> list[TagEntry]:
        """Give the `number` tags that most notes have."""
        return top_tags(self._state, number)

    def above(self, page: Page | None) -> list[Entry]:
        """Give the pages above one that stands outside of the navigation, the outermost first."""
        return pages_above(self._state, page) if page else []

    def notes(self) -> list[NoteLink]:
        """Give what the page of all notes lists."""
        return list_notes(self._state)

    def folder(self, page: Page | None) -> FolderView | None:
        """Give what stands in the folder that `page` is the index of."""
        return list_folder(self._state, page.file.src_uri) if page else None

    def is_own_home(self, page: Page) -> bool:
        """Whether `page` is the home page of a vault that has none."""
        return is_own_home(self._state, page)

    def home_folders(self) -> list[FolderLink]:
        """Give the outermost folders of the vault."""
        return list_home_folders(self._state)

    def newest(self, number: int) -> list[Change]:
        """Give the `number` notes that changed last, the newest first."""
        return list_newest(self._state, number)

    def changes(self) -> ChangeView:
        """Give what the page of changes lists."""
        return list_changes(self._state)

    def last_change(self, page: Page) -> str:
        """Give the day (`2025-10-25`) of the last change of `page` or what it lists; empty where unknown."""
        return self._state.last_change(page.file.src_uri)

    def backlinks(self, page: Page) -> BacklinksView:
        """Give the notes that lead to the one that `page` shows."""
        return list_backlinks(self._state, page.file.src_uri)

    def related(self, page: Page) -> list[NoteLink]:
        """Give the notes that go with the one that `page` shows, the nearest first."""
        return list_related(self._state, page.file.src_uri)

    def feeds(self, page: Page | None) -> list[FeedLink]:
        """Give the feeds of which the head of `page` tells."""
        return feed_links(self._state, page)

    def feed_url(self, page: Page | None) -> str:
        """Give the address of the feed that shows what `page` lists; empty where there is none."""
        return feed_url(self._state, page)

    def forge(self, page: Page) -> ForgeLinks | None:
        """Give where the note that `page` shows leads to at the forge; None where nothing leads there."""
        return forge_links(self._state, page)

    def proposal(self, page: Page | None) -> str:
        """Give where somebody can send a new note for what `page` lists; empty where nobody can."""
        return proposal(self._state, page)

    def locale(self, note: Note | None, language: str) -> str:
        """Give language and territory of a page in a site in `language`: `es_ES`; empty where unknown."""
        known = (note.language if note else "") or language
        if known not in self._locales:
            self._locales[known] = locale_of(known)
        return self._locales[known]

    def language(self, page: Page) -> str:
        """Give the language of the page's text where it is another than the site's; else nothing."""
        own = language_tag(page.meta.get("lang"))
        return own if own.lower() != self._state.catalogue.language.lower() else ""

    def address(self, kind: str) -> str:
        """Give the address of the page of all `notes`, `changes` or `tags`; empty where there is none."""
        state = self._state
        pages = {"notes": state.notes_page, "changes": state.changes_page, "tags": state.tags_page}
        page = pages[kind]
        return page.url if page else ""

    def overviews(self, page: Page | None) -> list[Entry]:
        """Give the pages that list the whole vault, for the end of the navigation."""
        files = (self._state.notes_page, self._state.changes_page, self._state.tags_page)
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
