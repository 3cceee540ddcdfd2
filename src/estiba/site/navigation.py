"""The navigation of a build: its tree, once every page has its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from estiba.site.navigation_tree import Navigation, name_folders
from estiba.site.state import state_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation as MkDocsNavigation


@event_priority(50)
def on_env(env: object, config: MkDocsConfig, **_: object) -> None:
    """Make the tree, now that every page has its title."""
    state = state_of(config)
    if state.tree is not None:
        if config.nav is None:
            name_folders(state.tree.items)
        state.navigation = Navigation(state.tree)


@event_priority(-100)
def on_nav(nav: MkDocsNavigation, config: MkDocsConfig, **_: object) -> None:
    """Remember MkDocs' tree."""
    state_of(config).tree = nav
