"""When each note changed last, and with it each page of ours that lists notes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import CombinedEvent, event_priority

from estiba.site.changes.commits import LastCommit, last_commits
from estiba.site.folders import parent
from estiba.site.state import SiteState, state_of, vault_of
from estiba.vault.note import Note

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


@event_priority(950)
def date_notes(files: Files, config: MkDocsConfig) -> None:
    """Find out the day of the last change of each note: `mod`, else its last commit, else `date`."""
    state, notes = state_of(config), vault_of(config).notes
    commits = last_commits(Path(config.docs_dir), (path for path, note in notes.items() if note.mod is None))
    for path, note in notes.items():
        day = _last_change(note, commits.get(path))
        if day is not None:
            state.changed[path] = day
            if _is_new(note, day, commits.get(path)):
                state.added.add(path)


@event_priority(650)
def date_listings(files: Files, config: MkDocsConfig) -> None:
    """Give each page of ours the day of the last change of the notes that it lists."""
    state = state_of(config)
    folders = _folder_days(state)
    for path, folder in state.folders.items():
        if folder.index in state.listings and path in folders:
            state.listed[folder.index] = folders[path]
    for page in (state.notes_page, state.tags_page, state.changes_page):
        if page is not None and "" in folders:
            state.listed[page.src_uri] = folders[""]
    for key, page in state.tag_pages.items():
        day = newest_day(state, vault_of(config).tags[key].notes)
        if day is not None:
            state.listed[page.src_uri] = day


on_files = CombinedEvent(date_notes, date_listings)


def newest_day(state: SiteState, notes: Iterable[Note]) -> dt.date | None:
    """Give the day of the last change of any of `notes`; None where it is known of none."""
    return max((state.changed[note.path] for note in notes if note.path in state.changed), default=None)


def day_of(date: dt.date | None) -> dt.date | None:
    """Give the day as its author wrote it; a time, and its zone, are left out."""
    return date.date() if isinstance(date, dt.datetime) else date


def _last_change(note: Note, commit: LastCommit | None) -> dt.date | None:
    """A note that comes out later than it was committed changes on that day."""
    published = day_of(note.date)
    if note.mod is not None or commit is None:
        return day_of(note.mod) or published
    return max(commit.day, published) if published else commit.day


def _is_new(note: Note, day: dt.date, commit: LastCommit | None) -> bool:
    return day == day_of(note.date) or (commit is not None and commit.adds)


def _folder_days(state: SiteState) -> dict[str, dt.date]:
    days: dict[str, dt.date] = {}
    for path, day in state.changed.items():
        if state.is_unlisted(path):
            continue
        folder = parent(path)
        while folder not in days or days[folder] < day:
            days[folder] = day
            if not folder:
                break
            folder = parent(folder)
    return days
