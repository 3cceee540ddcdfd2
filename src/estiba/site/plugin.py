"""`plugins: [estiba]`: every feature, for a vault that has no hooks of its own."""

from __future__ import annotations

from types import ModuleType

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin, CombinedEvent

from estiba.site import (
    contents,
    examples,
    extensions,
    generated,
    navigation,
    note_lists,
    notes,
    problems,
    search,
    set_up,
    tag_list,
)

FEATURES: tuple[ModuleType, ...] = (
    set_up,
    extensions,
    search,
    notes,
    problems,
    generated,
    note_lists,
    tag_list,
    contents,
    examples,
    navigation,
)


def _all(event: str) -> CombinedEvent[..., object]:
    found = [getattr(feature, event) for feature in FEATURES if hasattr(feature, event)]
    functions = [
        function for one in found for function in (one.methods if isinstance(one, CombinedEvent) else (one,))
    ]
    return CombinedEvent(*map(staticmethod, functions))


class EstibaOptions(Config):  # type: ignore[no-untyped-call]
    """None: a vault's policy stands in `estiba.toml`, which every host reads."""


class EstibaPlugin(BasePlugin[EstibaOptions]):  # type: ignore[no-untyped-call]
    """Binds the functions of the features to MkDocs' events; holds nothing itself."""

    on_config = _all("on_config")
    on_files = _all("on_files")
    on_nav = _all("on_nav")
    on_env = _all("on_env")
    on_page_markdown = _all("on_page_markdown")
    on_page_content = _all("on_page_content")
    on_post_build = _all("on_post_build")
