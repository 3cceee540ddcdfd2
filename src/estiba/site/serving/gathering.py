"""A site as far as MkDocs gets before it converts a text, and writes a file.

Source: MkDocs 1.6.1, `commands/build.py`, `build`, whose steps these are, in its order.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs.commands import build
from mkdocs.structure.files import InclusionLevel, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from estiba.site.engine.foreign import OF_OUTPUT, has_foreign_handlers
from estiba.site.state import SiteState, state_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation

    from estiba.site.engine.conversion import Conversion

_OF_CONVERSION = frozenset(
    f"estiba.site.{name}" for name in ("problems", "examples.files", "links", "diagrams", "forge.forge")
)
"""Features that only prepare the conversion of a text, when they are told of it."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that MkDocs, and the features, know of a site before its pages are made."""

    config: MkDocsConfig
    state: SiteState
    files: Files
    nav: Navigation
    env: jinja2.Environment
    pages: Sequence[File]
    """The pages, in the order in which a build makes them."""
    is_whole: bool
    """Whether all pages were converted: where a plugin, or a hook, may look at all of them."""
    conversions: Mapping[str, Conversion | None]
    """What came of those, by their paths."""


def gather(config: MkDocsConfig) -> Gathered:
    """Do what MkDocs does, up to the moment at which it would write the first file; raises what it raises."""
    plugins = config.plugins
    config = plugins.on_config(config)
    plugins.on_pre_build(config=config)
    files = vars(build)["get_files"](config)
    env = config.theme.get_env()
    files.add_files_from_theme(env, config)
    files = plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = get_navigation(files, config)
    nav = plugins.on_nav(nav, config=config, files=files)
    pages, state = files.documentation_pages(inclusion=InclusionLevel.is_in_serve), state_of(config)
    is_whole = has_foreign_handlers(config, OF_OUTPUT)
    conversions: dict[str, Conversion | None] = {}
    for file in pages:
        page = file.page or Page(None, file, config)
        if is_whole:
            state.conversion = None
            build._populate_page(page, config, files)  # noqa: SLF001 - MkDocs offers no other way
            conversions[file.src_uri] = state.conversion
        else:
            _read(page, config, files)
    env = plugins.on_env(env, config=config, files=files)
    env.auto_reload = False  # a template that breaks later is another model's
    return Gathered(config, state, files, nav, env, pages, is_whole, conversions)


def page_of(file: File) -> Page:
    """Give the page of `file`, which MkDocs has made."""
    if file.page is None:
        raise TypeError(f"{file.src_uri} is no page")
    return file.page


def _read(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Give `page` its title and fields, which others show; its text is not converted."""
    config._current_page = page  # noqa: SLF001 - as MkDocs does
    try:
        page = config.plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        for handle in config.plugins.events["page_markdown"]:
            if inspect.unwrap(handle).__module__ not in _OF_CONVERSION:
                page.markdown = handle(page.markdown, page=page, config=config, files=files) or page.markdown
    finally:
        config._current_page = None  # noqa: SLF001
