"""A note -> its entry in a feed."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from estiba.site.changes.days import day_of
from estiba.site.state import SiteState
from estiba.vault.note import Note

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no `Char` of XML 1.0, in which it cannot be escaped either."""


@dataclass(frozen=True, slots=True)
class Category:
    """A tag of an entry: for programs and for people."""

    term: str
    label: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A note in a feed. All texts are plain; `content` is HTML written as text."""

    url: str
    """Absolute."""
    title: str
    published: dt.date | None
    updated: dt.date
    author: str
    """Empty where it is that of the feed."""
    categories: list[Category]
    summary: str
    content: str


def entry_of(state: SiteState, note: Note, content: str) -> Entry:
    """Make the entry of `note`, which has a page and a day of its last change."""
    page = state.files[note.path].page
    author = note.extra["author"].value if "author" in note.extra else None
    language = state.catalogue.language
    tags = state.vault.tags_of(note) if state.vault else ()
    return Entry(
        url=(page.canonical_url if page else None) or "",
        title=note.title,
        published=day_of(note.date),
        updated=state.changed[note.path],
        author=author.strip() if isinstance(author, str) else "",
        categories=[Category(tag.canonical, tag.label(language)) for tag in tags],
        summary=note.description,
        content=content,
    )


def writable(xml: str) -> str:
    """Give `xml` without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("", xml)
