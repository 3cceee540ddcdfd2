"""A page for each tag."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from estiba.folding import unique
from estiba.site.generated import add_page
from estiba.site.listing import Listing
from estiba.site.page_folder import folder_of
from estiba.site.state import SiteState, state_of, vault_of
from estiba.site.tags.index import by_label, short_name, tags_below
from estiba.vault.related_tags import related_tags
from estiba.vault.tags import Tag
from estiba.vault.vault import Vault

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_OF_A_NOTE = 100
"""Tags of one note that get a page on its account: a page costs some time, and a note may have thousands."""
_NAMED = 8
"""Tags below a tag that its description names."""


@event_priority(790)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add a page for each tag, below the index."""
    state, vault = state_of(config), vault_of(config)
    if state.tags_page is None:
        return
    language = state.catalogue.language
    keys = [[tag.key for tag in vault.tags_of(note)] for note in vault.listed.values()]
    above = {tag.key: tag.parent for tag in vault.tags.values()}
    state.related_tags = related_tags(keys, above)
    state.tags_below = {
        key: [tag.key for tag in by_label(tags, language)] for key, tags in tags_below(vault.tags).items()
    }
    folder = folder_of(state.tags_page)
    taken = {"index", "readme", *_names_in(folder, state.taken)}
    for key in sorted(_with_a_page(keys, above)):
        tag = vault.tags[key]
        address = f"{folder}{unique(tag.slug, taken)}"
        listing = Listing("tag", tag.label(language), describe(state, vault, tag))
        file = add_page(files, config, address, listing, in_navigation=False)
        state.tag_pages[key] = file
        state.tag_keys[file.src_uri] = key


def describe(state: SiteState, vault: Vault, tag: Tag) -> str:
    """Say in words what the page of `tag` lists; what the owner says of it comes first."""
    texts, language = state.catalogue, state.catalogue.language
    notes = texts.count("notes.number", len(tag.notes))
    parts = [tag.description(language), texts.text("tag.description", notes=notes, tag=tag.label(language))]
    below = [short_name(vault.tags[key], language) for key in state.tags_below.get(tag.key, ())]
    if below:
        names = [*below[:_NAMED], "…"] if len(below) > _NAMED else below
        parts.append(texts.text("tag.description-below", tags=", ".join(names)))
    return " ".join(filter(None, parts))


def _with_a_page(keys: list[list[str]], above: dict[str, str | None]) -> set[str]:
    """Choose the tags that get a page: the first ones of each note, and those above them."""
    found: set[str] = set()
    for own in keys:
        for one in own[:_OF_A_NOTE]:
            key: str | None = one
            while key is not None and key not in found:
                found.add(key)
                key = above[key]
    return found


def _names_in(folder: str, taken: Iterable[str]) -> set[str]:
    """Give the names under which something stands in `folder` of the site."""
    inside = (path.removeprefix(folder) for path in taken if path.startswith(folder))
    return {path.partition("/")[0].removesuffix(".html").casefold() for path in inside}
