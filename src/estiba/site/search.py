"""Material's search, with nothing of a note unescaped in its index."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from material.plugins.search.plugin import SearchIndex, SearchPlugin
from mkdocs.plugins import CombinedEvent, event_priority

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_NAME = "material/search"


class EscapedIndex(SearchIndex):  # type: ignore[misc]
    """Titles and tags of pages as HTML: Material's result list prints them as such."""

    def create_entry_for_section(self, section: Any, toc: Any, url: str, page: Any) -> None:
        """Add one section of a page to the index."""
        if not section.title:
            section.title = [html.escape(str(page.meta.get("title", page.title)))]
        super().create_entry_for_section(section, toc, url, page)
        entry = self.entries[-1]
        if "tags" in entry:
            entry["tags"] = [html.escape(tag) for tag in entry["tags"]]


@event_priority(80)
def bring(config: MkDocsConfig) -> None:
    """Add Material's search where the owner does not list it."""
    if _NAME in config.plugins:
        return
    search = SearchPlugin()
    search.load_config(_options_of_other(config), config.config_file_path)
    config.plugins[_NAME] = search


def _options_of_other(config: MkDocsConfig) -> dict[str, Any]:
    """Take out the search of MkDocs, listed before the theme was known; keep its owner's options."""
    other = config.plugins.pop("search", None)
    if other is None:
        return {}
    for methods in config.plugins.events.values():
        methods[:] = [one for one in methods if getattr(one, "__self__", None) is not other]
    return {key: other.config[key] for key in ("lang", "separator") if other.config.get(key)}


@event_priority(-80)
def escape(config: MkDocsConfig) -> None:
    """Put our index in the place of the one that the plugin made when it was configured."""
    search: Any = config.plugins[_NAME]
    if search.config.enabled:
        search.search_index = EscapedIndex(**search.config)


on_config = CombinedEvent(bring, escape)
