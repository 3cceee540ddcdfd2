"""The searches in whose place ours comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority, get_plugin_logger

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("estiba")
_NAMES = ("search", "material/search")


@event_priority(80)
def on_config(config: MkDocsConfig) -> None:
    """Take out MkDocs' and Material's search: each makes an index of the whole site, for nobody."""
    for name in _NAMES:
        plugin = config.plugins.pop(name, None)
        if plugin is None:
            continue
        for methods in config.plugins.events.values():
            methods[:] = [one for one in methods if getattr(one, "__self__", None) is not plugin]
        log.info("search: Estiba brings its own; '%s' in mkdocs.yml does nothing and can go", name)
