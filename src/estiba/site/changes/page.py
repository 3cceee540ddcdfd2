"""The page of what changed last, and the newest notes for other pages."""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from estiba.site.generated import add_page
from estiba.site.listing import Listing
from estiba.site.state import SiteState, state_of
from estiba.vault.note import Note
from estiba.vault.tags import title_order

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

SHOWN = 200
"""Notes on the page, so that it does not grow with the vault."""


@dataclass(frozen=True, slots=True)
class Change:
    """A note and its last change; `url` is relative to the site's root."""

    title: str
    url: str
    description: str
    day: dt.date
    is_new: bool
    """Whether the note came that day."""
    is_draft: bool


@dataclass(frozen=True, slots=True)
class Month:
    """The changes of one month, the newest first."""

    id: str
    name: str
    changes: list[Change]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What the page lists."""

    months: list[Month]
    count: int
    has_more: bool
    """Whether there are older changes."""
    all_notes: str
    """Address of the page of all notes, relative to the site's root; empty where there is none."""


@event_priority(750)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the page, unless nobody knows when any note changed."""
    state, texts = state_of(config), state_of(config).catalogue
    if any(dated_notes(state)):
        listing = Listing("changes", texts.text("changes.title"), texts.text("changes.description"))
        address = state.policy.changes_page or texts.text("changes.address")
        state.changes_page = add_page(files, config, address, listing, in_navigation=False)


def dated_notes(state: SiteState) -> Iterator[Note]:
    """Give the listed notes whose last change is known; the home page is none of them."""
    home = state.folders[""].index
    for path in state.changed:
        if state.vault is not None and path in state.vault.listed and path != home:
            yield state.vault.notes[path]


def newest_notes(state: SiteState, notes: Iterable[Note], number: int) -> list[Note]:
    """Give the `number` of dated notes that changed last, the newest first, then by title."""
    return heapq.nsmallest(
        number, notes, key=lambda note: (-state.changed[note.path].toordinal(), title_order(note))
    )


def list_newest(state: SiteState, number: int) -> list[Change]:
    """List the `number` notes that changed last, the newest first."""
    return [
        Change(
            note.title,
            state.files[note.path].url,
            note.description,
            state.changed[note.path],
            note.path in state.added,
            not note.published,
        )
        for note in newest_notes(state, dated_notes(state), number)
    ]


def list_changes(state: SiteState) -> ChangeView:
    """List what changed last, by month."""
    changes = list_newest(state, SHOWN + 1)
    shown = changes[:SHOWN]
    months = [
        Month(month.isoformat()[:7], state.catalogue.month(month), list(group))
        for month, group in groupby(shown, key=lambda change: change.day.replace(day=1))
    ]
    all_notes = state.notes_page.url if state.notes_page else ""
    return ChangeView(months, len(shown), has_more=len(changes) > len(shown), all_notes=all_notes)
