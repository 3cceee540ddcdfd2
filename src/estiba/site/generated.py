"""Pages of ours, beside those that notes become."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel

from estiba.folding import first_free
from estiba.site.listing import Listing
from estiba.site.state import state_of
from estiba.vault.files.addresses import nfc

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


def add_page(
    files: Files, config: MkDocsConfig, address: str, listing: Listing, *, in_navigation: bool
) -> File:
    """Add a page at `address` (relative, without suffix); a note that is there keeps its place."""
    state = state_of(config)
    uri = first_free(address, _Taken(files, config), suffix=".md")
    level = InclusionLevel.INCLUDED if in_navigation else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, uri, content="", inclusion=level)
    file.dest_uri = nfc(file.dest_uri)  # as those of notes, whatever form their folders have
    files.append(file)
    state.taken.add(file.dest_uri)
    state.listings[uri] = listing
    return file


class _Taken(Container[str]):
    """Paths of pages that stand somewhere already, or would in the place of another file."""

    def __init__(self, files: Files, config: MkDocsConfig) -> None:
        self._paths = files.src_uris
        self._addresses = state_of(config).taken
        self._config = config

    def __contains__(self, uri: object) -> bool:
        if uri in self._paths:
            return True
        return File.generated(self._config, str(uri), content="").dest_uri in self._addresses


@event_priority(1000)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str | None:
    """Give a page of ours its title."""
    listing = state_of(config).listings.get(page.file.src_uri)
    if listing is None:
        return None
    page.title = listing.title
    state = state_of(config)
    if state.changed:
        page.update_date = state.update_date(page.file.src_uri)
    page.meta = {
        "title": listing.title,
        "description": listing.description,
        "search": {"exclude": True},
    }
    return ""
