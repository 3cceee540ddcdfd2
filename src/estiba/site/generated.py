"""Pages of ours, beside those that notes become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel

from estiba.folding import first_free
from estiba.site.listing import Listing
from estiba.site.state import state_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


def add_page(
    files: Files, config: MkDocsConfig, address: str, listing: Listing, *, in_navigation: bool
) -> File:
    """Add a page at `address` (relative, without suffix); a note that is there keeps its place."""
    state = state_of(config)
    uri = first_free(address, files.src_uris, suffix=".md")
    level = InclusionLevel.INCLUDED if in_navigation else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, uri, content="", inclusion=level)
    files.append(file)
    state.taken.add(file.dest_uri)
    state.listings[uri] = listing
    return file


@event_priority(1000)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str | None:
    """Give a page of ours its title."""
    listing = state_of(config).listings.get(page.file.src_uri)
    if listing is None:
        return None
    page.title = listing.title
    page.update_date = state_of(config).newest or page.update_date
    page.meta = {
        "title": listing.title,
        "description": listing.description,
        "search": {"exclude": True},
    }
    return ""
