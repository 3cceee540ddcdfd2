"""Puts what is known already in the place of MkDocs' work, event by event."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands import build
from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import event_priority, get_plugin_logger

from estiba.collection import collect_less
from estiba.kept.call import NO_CACHE, BuildCall
from estiba.site.engine.remembering import Remembered
from estiba.site.engine.session import Session
from estiba.site.engine.templates import quicken
from estiba.site.invocation import invocation
from estiba.site.state import state_of
from estiba.store.store import Store
from estiba.store.versions import code_digest

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

log = get_plugin_logger("estiba")
_populate_page, _build_page = build._populate_page, build._build_page  # noqa: SLF001 - MkDocs offers no other way


@event_priority(94)
def on_config(config: MkDocsConfig) -> None:
    """Open the store, and stand in for MkDocs from now on."""
    collect_less()
    state = state_of(config)
    folder = Path(config.config_file_path).parent if config.config_file_path else Path()
    state.basis = code_digest()
    if not os.environ.get(NO_CACHE):
        state.store = Store.open(folder, say=lambda words: log.info("%s", words))
    config.plugins.events["shutdown"].append(state.store.close)
    quicken(config, state.store, state.basis)
    vars(build).update(_populate_page=populate_page, _build_page=build_page)


@event_priority(-1000)
def on_pre_build(config: MkDocsConfig) -> None:
    """Look at what the build will be made of, where somebody may ask whether that has changed since."""
    call, state = BuildCall.heard(), state_of(config)
    if call is not None and config.config_file_path and invocation().command == "build":
        state.remembered = Remembered(config, state, call)


@event_priority(-1000)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Get ready to convert pages, now that it is known which there are."""
    if not invocation().dirty:
        state_of(config).engine = Session(config, nav, files)


@event_priority(-1100)
def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Get ready to render them, now that everything else is known."""
    engine = state_of(config).engine
    if engine is not None:
        engine.start_rendering(env)


@event_priority(-1100)
def on_post_build(config: MkDocsConfig) -> None:
    """Take over what need not be made."""
    engine = state_of(config).engine
    if engine is not None:
        engine.finish()


def populate_page(page: Page, config: MkDocsConfig, files: Files, dirty: bool = False) -> None:  # noqa: FBT001, FBT002
    """Make the HTML of `page`, as MkDocs does, or know it."""
    engine = _engine_of(config)
    if engine is None:
        _populate_page(page, config, files, dirty)
    elif engine.is_made(page):
        page.render = partial(engine.render, page)  # type: ignore[method-assign]
        _populate_page(page, config, files, dirty)
        engine.put_away(page)
    else:
        engine.leave_out(page)


def build_page(  # noqa: PLR0917 - as MkDocs calls it
    page: Page,
    config: MkDocsConfig,
    doc_files: Sequence[File],
    nav: Navigation,
    env: jinja2.Environment,
    dirty: bool = False,  # noqa: FBT001, FBT002
    excluded: bool = False,  # noqa: FBT001, FBT002
) -> None:
    """Write the file of `page`, as MkDocs does, or leave it as it is."""
    engine = _engine_of(config)
    if engine is None or engine.rendering is None:
        _build_page(page, config, doc_files, nav, env, dirty, excluded)
    else:
        engine.rendering.build_page(page, doc_files, env)


def _engine_of(config: MkDocsConfig) -> Session | None:
    try:
        return state_of(config).engine
    except ConfigurationError:
        return None
