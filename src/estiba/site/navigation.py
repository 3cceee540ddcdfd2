"""The part of the navigation that a page shows: the same size in a vault of any size.

Material prints the whole tree into each page. Here a page shows the folders that it
stands in, and of each a window of entries around its own; the rest is one link away,
on the folder's index.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from estiba.site.state import state_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation as MkDocsNavigation

WINDOW = 20
"""Entries of one level that a page shows at most."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the navigation; addresses are relative to the site's root."""

    title: str
    url: str
    is_section: bool = False
    is_current: bool = False
    inside: Level | None = None
    """What stands in it, where the page stands in it too."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level as a page shows it."""

    entries: list[Entry]
    hidden: int
    """How many entries are left out."""
    total: int
    title: str
    url: str
    """Where all entries of the level are listed; may be empty."""


@dataclass(slots=True)
class _Branch:
    """One level as it is, made once a build."""

    title: str
    url: str
    entries: list[Entry] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)
    """id() of a page or section -> its place in `entries`."""


class Navigation:
    """The whole tree, and what a page shows of it."""

    def __init__(self, tree: MkDocsNavigation, *, all_notes: str) -> None:
        self._branches: dict[int, _Branch] = {}
        self._top = self._branch(tree.items, "", all_notes, index=None)

    def around(self, page: Page | None) -> Level:
        """Give the navigation of `page`; without one (an error page), the first entries."""
        path: list[StructureItem] = [] if page is None else [*reversed(list(page.ancestors)), page]
        return self._level(self._top, path)

    def _branch(self, items: Sequence[StructureItem], title: str, url: str, *, index: Page | None) -> _Branch:
        branch = _Branch(title, url)
        for item in items:
            if item is index:
                continue
            branch.places[id(item)] = len(branch.entries)
            branch.entries.append(self._entry(item))
        return branch

    def _entry(self, item: StructureItem) -> Entry:
        if not isinstance(item, Section):
            return Entry(str(item.title), _url(item))
        index = section_index(item)
        title = str(index.title if index else item.title)
        whole = index.url if index else ""
        self._branches[id(item)] = self._branch(item.children, title, whole, index=index)
        return Entry(title, whole or _first_url(item), is_section=True)

    def _level(self, branch: _Branch, path: list[StructureItem]) -> Level:
        place = branch.places.get(id(path[0])) if path else None
        start = min(max((place or 0) - WINDOW // 2 + 1, 0), max(len(branch.entries) - WINDOW, 0))
        entries = branch.entries[start : start + WINDOW]
        if place is not None:
            entries[place - start] = self._on_path(branch.entries[place], path)
        hidden = len(branch.entries) - len(entries)
        return Level(entries, hidden, len(branch.entries), branch.title, branch.url)

    def _on_path(self, entry: Entry, path: list[StructureItem]) -> Entry:
        rest = path[1:]
        if not entry.is_section:
            return Entry(entry.title, entry.url, is_current=True)
        inside = self._level(self._branches[id(path[0])], rest)
        at_index = len(rest) == 1 and id(rest[0]) not in self._branches[id(path[0])].places
        return Entry(entry.title, entry.url, is_section=True, is_current=at_index, inside=inside)


@event_priority(50)
def on_env(env: object, config: MkDocsConfig, **_: object) -> None:
    """Make the tree, now that every page has its title."""
    state = state_of(config)
    if state.tree is not None:
        all_notes = state.notes_page.url if state.notes_page else ""
        state.navigation = Navigation(state.tree, all_notes=all_notes)


@event_priority(-100)
def on_nav(nav: MkDocsNavigation, config: MkDocsConfig, **_: object) -> None:
    """Remember MkDocs' tree."""
    state_of(config).tree = nav


def section_index(section: Section) -> Page | None:
    """Give the page that is shown at the section's address."""
    for child in section.children:
        if isinstance(child, Page) and child.is_index:
            return child
    return None


def _first_url(section: Section) -> str:
    urls = (_first_url(child) if isinstance(child, Section) else _url(child) for child in section.children)
    return next(filter(None, urls), "")


def _url(item: StructureItem) -> str:
    return str(getattr(item, "url", "") or "")
