"""Atom feeds (RFC 4287): what changed last in the site, and under each tag, with the whole text.

They are made of notes alone. Without `site_url` there are none: a feed needs absolute addresses.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel

from estiba.folding import unique
from estiba.site.changes.page import dated_notes, newest_notes
from estiba.site.feeds.content import feed_content
from estiba.site.feeds.entries import entry_of, writable
from estiba.site.page_folder import folder_of
from estiba.site.state import SiteState, state_of, vault_of
from estiba.vault.note import Note

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

log = get_plugin_logger("estiba")
_OF_SITE, _OF_TAG = 20, 10
"""Entries of a feed."""
_STEM, _SUFFIX = "feed", ".xml"
_FEED, _ENTRY = "partials/estiba/atom.html", "partials/estiba/atom_entry.html"


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed to be made. Addresses are relative to the site's root."""

    path: str
    url: str
    title: str
    subtitle: str
    page_url: str
    """The page that shows the same to people."""
    notes: tuple[Note, ...]
    """Its entries, the newest first; at least one."""
    updated: dt.date


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed as a page names it; `url` is relative to the site's root."""

    title: str
    url: str


@event_priority(640)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Decide which feeds there are, and what is in each."""
    state, vault = state_of(config), vault_of(config)
    if not config.site_url:
        log.info("no feeds are made: mkdocs.yml has no site_url")
        return
    dated = list(dated_notes(state))
    _plan(state, "", dated, _OF_SITE, title=config.site_name, subtitle=config.site_description or "")
    known = {note.path for note in dated}
    for key, page in state.tag_pages.items():
        tag = vault.tags[key]
        notes = [note for note in tag.notes if note.path in known]
        listing = state.listings[page.src_uri]
        title = state.catalogue.text(
            "feed.title", site=config.site_name, tag=tag.label(state.catalogue.language)
        )
        _plan(state, page.src_uri, notes, _OF_TAG, title=title, subtitle=listing.description, page=page)


@event_priority(-50)
def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> None:
    """Keep the text of a note that is in a feed, after all others have had their hands on it."""
    state = state_of(config)
    path = page.file.src_uri
    if path in state.feed_texts and page.canonical_url:
        state.feed_texts[path] = feed_content(html, page.canonical_url)


@event_priority(-50)
def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Write the feeds, each entry once for all that hold it."""
    state, notes = state_of(config), vault_of(config).notes
    template, entry_template = env.get_template(_FEED), env.get_template(_ENTRY)
    entries: dict[str, str] = {}
    for path, content in state.feed_texts.items():
        if content is None:  # its page is left out
            continue
        entry = entry_of(state, notes[path], content)
        entries[path] = Markup(entry_template.render(entry=entry))  # nosec B704 # noqa: S704 - escaped by its template
    for feed in state.feeds.values():
        if any(note.path not in entries for note in feed.notes):
            continue
        text = template.render(
            feed=feed,
            base=config.site_url,
            language=config.theme["language"],
            author=config.site_author or config.site_name,
            entries=[entries[note.path] for note in feed.notes],
        )
        level = InclusionLevel.INCLUDED
        files.append(File.generated(config, feed.path, content=writable(text), inclusion=level))


def feed_links(state: SiteState, page: Page | None) -> list[FeedLink]:
    """Give the feeds of which `page` tells: the site's, and its own if it has one."""
    paths = ("", page.file.src_uri) if page else ("",)
    return [FeedLink(state.feeds[one].title, state.feeds[one].url) for one in paths if one in state.feeds]


def feed_url(state: SiteState, page: Page | None) -> str:
    """Give the address of the feed that shows what `page` lists; empty where there is none."""
    is_changes = page is not None and page.file is state.changes_page
    key = "" if page is None or is_changes else page.file.src_uri
    return state.feeds[key].url if key in state.feeds else ""


def _plan(
    state: SiteState,
    key: str,
    notes: Iterable[Note],
    number: int,
    *,
    title: str,
    subtitle: str,
    page: File | None = None,
) -> None:
    """Add a feed of the newest of `notes`; none where there are none."""
    newest = tuple(newest_notes(state, notes, number))
    if not newest:
        return
    path = unique(f"{folder_of(page) if page else ''}{_STEM}", state.taken, suffix=_SUFFIX)
    state.feeds[key] = Feed(
        path=path,
        url=quote(path),
        title=title,
        subtitle=subtitle,
        page_url=page.url if page else "",
        notes=newest,
        updated=state.changed[newest[0].path],
    )
    state.feed_texts |= dict.fromkeys(note.path for note in newest)
