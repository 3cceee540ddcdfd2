"""Below each note: the notes that lead to it, and those that go with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from estiba.site.note_lists import NoteLink, note_link
from estiba.site.state import SiteState, state_of, vault_of
from estiba.vault.links.backlinks import backlinks
from estiba.vault.links.related_notes import related_notes
from estiba.vault.text.sentences import Sentence

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig

SHOWN = 5
"""Notes that are shown at once; more can be unfolded."""


@dataclass(frozen=True, slots=True)
class BacklinkView:
    """A note that leads to the page, and in which sentences."""

    link: NoteLink
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class BacklinksView:
    """The notes that lead to the page, by title."""

    first: list[BacklinkView]
    more: list[BacklinkView]
    """Those that are folded."""


@event_priority(0)
def on_env(env: jinja2.Environment, config: MkDocsConfig, **_: object) -> None:
    """Follow the links of all notes backwards, before their pages are printed."""
    state, vault = state_of(config), vault_of(config)
    state.backlinks = backlinks(vault)
    state.related_notes = related_notes(vault)


def list_backlinks(state: SiteState, path: str) -> BacklinksView:
    """List the notes that lead to the note at `path`."""
    notes = state.vault.notes if state.vault else {}
    found = [
        BacklinkView(note_link(state, notes[one.path]), one.sentences)
        for one in state.backlinks.get(path, ())
    ]
    return BacklinksView(found[:SHOWN], found[SHOWN:])


def list_related(state: SiteState, path: str) -> list[NoteLink]:
    """List the notes that go with the note at `path`, the nearest first."""
    notes = state.vault.notes if state.vault else {}
    return [note_link(state, notes[one]) for one in state.related_notes.get(path, ())]
