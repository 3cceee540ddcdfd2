"""The navigation of a build: its tree, once every page has its title."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Link, Section

from estiba.site.folder_sections import settle_folder_pages
from estiba.site.navigation_tree import Navigation, name_folders
from estiba.site.state import state_of, vault_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation as MkDocsNavigation


@event_priority(50)
def on_env(env: object, config: MkDocsConfig, **_: object) -> None:
    """Make the tree, now that every page has its title."""
    state = state_of(config)
    if state.tree is not None:
        if config.nav is None:
            name_folders(state.tree.items)
        state.navigation = Navigation(state.tree, vault_of(config).drafts)


@event_priority(-100)
def on_nav(nav: MkDocsNavigation, config: MkDocsConfig, **_: object) -> None:
    """Remember MkDocs' tree, with the page of each folder in the section of that folder.

    What is not published is not in it.
    """
    nav.items = without_notes(nav.items, vault_of(config).withheld)
    if config.nav is None:
        settle_folder_pages(nav, vault_of(config).folder_pages)
    state_of(config).tree = nav


def without_notes(items: Iterable[StructureItem], paths: Container[str]) -> list[StructureItem]:
    """Leave out the entries that `nav:` in mkdocs.yml has for the notes at `paths`, which the site has not.

    MkDocs makes a link to nowhere of such an entry. A section with nothing else in it goes too.
    """
    kept: list[StructureItem] = []
    for item in items:
        if isinstance(item, Section):
            item.children = without_notes(item.children, paths)
            if not item.children:
                continue
        elif isinstance(item, Link) and _path(item) in paths:
            continue
        kept.append(item)
    return kept


def _path(link: Link) -> str:
    return PurePosixPath(urlsplit(link.url).path.lstrip("/")).as_posix()
