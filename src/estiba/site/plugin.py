"""`plugins: [estiba]`: every feature, for a vault that has no hooks of its own."""

from __future__ import annotations

from types import ModuleType

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin, CombinedEvent

from estiba.site import (
    attachments,
    backlinks,
    check_pages,
    contents,
    diagrams,
    extensions,
    finding,
    generated,
    home,
    invocation,
    links,
    navigation,
    note_lists,
    notes,
    problems,
    redirects,
    set_up,
)
from estiba.site.changes import days
from estiba.site.changes import page as changes_page
from estiba.site.engine import engine
from estiba.site.examples import files as example_files
from estiba.site.examples import index as example_index
from estiba.site.feeds import feeds
from estiba.site.forge import forge
from estiba.site.leaks import leaks
from estiba.site.output import output
from estiba.site.search_index import indexing, others, serving
from estiba.site.search_index import pages as search_pages
from estiba.site.security import headers
from estiba.site.security import pages as guarded_pages
from estiba.site.tags import index as tags_index
from estiba.site.tags import pages as tags_pages

FEATURES: tuple[ModuleType, ...] = (
    invocation,
    set_up,
    output,
    engine,
    extensions,
    diagrams,
    others,
    finding,
    notes,
    links,
    attachments,
    days,
    problems,
    generated,
    note_lists,
    changes_page,
    tags_index,
    tags_pages,
    feeds,
    home,
    check_pages,
    contents,
    backlinks,
    example_files,
    example_index,
    forge,
    navigation,
    search_pages,
    indexing,
    serving,
    redirects,
    guarded_pages,
    headers,
    leaks,
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

    on_startup = _all("on_startup")
    on_shutdown = _all("on_shutdown")
    on_config = _all("on_config")
    on_pre_build = _all("on_pre_build")
    on_files = _all("on_files")
    on_nav = _all("on_nav")
    on_env = _all("on_env")
    on_page_markdown = _all("on_page_markdown")
    on_page_content = _all("on_page_content")
    on_post_page = _all("on_post_page")
    on_post_template = _all("on_post_template")
    on_post_build = _all("on_post_build")
    on_serve = _all("on_serve")
