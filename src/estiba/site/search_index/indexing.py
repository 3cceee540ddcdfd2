"""The index of a build: made while pages are rendered, and not at all when no text has changed."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger

from estiba.folding import first_free
from estiba.site.invocation import invocation
from estiba.site.output.carrying import clone
from estiba.site.search_index import serving
from estiba.site.search_index.document import SearchDocument
from estiba.site.search_index.facets import write_facets
from estiba.site.search_index.program import PagefindFailed, Run, key_of
from estiba.site.search_index.stage import Stage
from estiba.site.search_index.work import IndexWork
from estiba.site.state import state_of

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

log = get_plugin_logger("estiba")
FOLDER = "pagefind"
KEPT, NEW = ".pagefind", ".pagefind-new"
"""Beside the index while a build is at work: MkDocs does not clear away what begins with a point."""


@event_priority(-100)
def on_pre_build(config: MkDocsConfig) -> None:
    """Put the last build's index aside before MkDocs clears the site, and make room for documents."""
    work, site = state_of(config).search, Path(config.site_dir)
    if invocation().dirty or invocation().in_memory:
        return
    if invocation().command == "serve":
        incoming = site / serving.PLACE / "incoming"
        shutil.rmtree(incoming, ignore_errors=True)
        work.stage = Stage(incoming)
        return
    shutil.rmtree(site / NEW, ignore_errors=True)
    if key_of(site / FOLDER):
        shutil.rmtree(site / KEPT, ignore_errors=True)
        (site / FOLDER).rename(site / KEPT)
    work.stage = Stage.temporary()


@event_priority(700)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Choose the folder of the index: one that is not a note's."""
    taken = {file.dest_uri.partition("/")[0] for file in files}
    state_of(config).search.folder = first_free(FOLDER, taken)


@event_priority(-100)
def on_env(env: jinja2.Environment, config: MkDocsConfig, **_: object) -> None:
    """Start Pagefind over the documents, unless the last build's index was made of the same."""
    state, site = state_of(config), Path(config.site_dir)
    work = state.search
    if work.stage is None:
        return
    if not work.stage.count:  # of nothing, Pagefind makes no index
        home = SearchDocument(state.catalogue.language, config.site_name, "")
        work.stage.add("index.html", home.html())
    work.facets = write_facets(state)
    work.stage.heed(work.facets)
    if invocation().command != "serve" and not _is_kept(config, work.stage):
        site.mkdir(parents=True, exist_ok=True)
        try:
            work.run = Run(work.stage.folder, site / NEW)
        except PagefindFailed as error:
            raise _failure(error) from None


@event_priority(-500)
def on_post_build(config: MkDocsConfig) -> None:
    """Put the index into the site; under `serve`, leave the documents for the next search."""
    work, site = state_of(config).search, Path(config.site_dir)
    if work.stage is None:
        return
    if invocation().command == "serve":
        serving.keep(site / serving.PLACE, work.stage, work.facets)
    elif work.run is None:
        _keep(
            _last_index(config), site / work.folder, is_of_other_site=state_of(config).last_site is not None
        )
        log.info("search: no text has changed, its index is kept")
    else:
        _finish(work, work.stage, work.run, site)
    work.stage.discard()


def _is_kept(config: MkDocsConfig, stage: Stage) -> bool:
    """Whether the last index is of the same texts, and as far as is known nobody has changed its files."""
    engine = state_of(config).engine
    is_whole = engine is None or engine.is_untouched(f"{FOLDER}/")
    return key_of(_last_index(config)) == stage.key and is_whole


def _last_index(config: MkDocsConfig) -> Path:
    """Give the folder of the last index: in the last site, or put aside by `on_pre_build`, or left so."""
    last = state_of(config).last_site
    if last is not None and key_of(last / FOLDER):
        return last / FOLDER
    return (last or Path(config.site_dir)) / KEPT


def _keep(index: Path, target: Path, *, is_of_other_site: bool) -> None:
    if is_of_other_site:  # which is whole until the new one is
        clone(index, target)
    else:
        index.rename(target)


def _finish(work: IndexWork, stage: Stage, run: Run, site: Path) -> None:
    began = time.monotonic()
    try:
        run.finish(stage.key, work.facets)
    except PagefindFailed as error:
        raise _failure(error) from None
    (site / NEW).rename(site / work.folder)
    shutil.rmtree(site / KEPT, ignore_errors=True)
    waited = time.monotonic() - began
    log.info("search: %s pages indexed; the build waited %.1f s for it", stage.count, waited)


def _failure(error: PagefindFailed) -> PluginError:
    return PluginError(f"estiba: no search index could be made: {error}")
