"""A build beside the site, from `on_config` to the end of the program."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from estiba.built_site import MARKER, mark_as_site
from estiba.listing import FileMark, list_site, marks_of
from estiba.report.printable import one_line
from estiba.site.examples.files import is_of_home
from estiba.site.output.carrying import make_like
from estiba.site.output.epoch import PACKED_SITEMAP, forget_time
from estiba.site.output.faults import in_words, put_in_words
from estiba.site.output.locking import Lock
from estiba.site.output.places import places_of, shown
from estiba.site.output.publishing import publish
from estiba.site.output.signals import OrderlyEnd
from estiba.site.output.spares import place_of_spare
from estiba.site.output.swapping import recover, remove
from estiba.site.search_index import indexing, serving
from estiba.site.state import state_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("estiba")
PATIENCE = 60.0
"""Seconds that a build waits for another."""


class StagedBuild:
    """A build beside the site, whose place it takes at the end."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Take the lock and make an empty folder, which MkDocs is to fill.

        Raises `Held` where another build is at work, and OSError.
        """
        self._config, self._site_dir, state = config, config.site_dir, state_of(config)
        self._places = places_of(config.site_dir)
        self._name = one_line(shown(self._places.site))
        self._is_ready = self._is_closed = False
        self._places.site.parent.mkdir(parents=True, exist_ok=True)
        self._lock = Lock(self._places.lock, patience=PATIENCE, on_wait=self._say_wait)
        try:
            recover(self._places)
            make_like(self._places.staging, self._places.site)
            mark_as_site(self._places.staging)
            self._last = list_site(self._places.site)
        except OSError:
            self._lock.release()
            raise
        config.site_dir = str(self._places.staging)
        self._state, state.last_site = state, self._places.site
        state.can_keep, state.last_files = self._places.site.is_dir(), marks_of(self._last.files)
        self._end = OrderlyEnd()

    def finish(self, **_: object) -> None:
        """Take note that the build went well, as far as MkDocs has come."""
        forget_time(self._places.staging / PACKED_SITEMAP)
        self._is_ready = True

    def fail(self, *, error: Exception) -> None:
        """Forget the new site. Raises Abort, in words, for an error of the machine."""
        self._is_ready = False
        put_in_words(error)

    def close(self) -> None:
        """Exchange the sites if all went well; else say that nothing has happened."""
        if self._is_closed:
            return
        self._is_closed = True
        self._end.off()
        self._config.site_dir = self._site_dir
        try:
            if self._is_ready and sys.exception() is None:
                self._publish()
            else:
                self._discard()
        finally:
            self._lock.release()

    def _publish(self) -> None:
        site = self._places.site
        spare = place_of_spare(site, self._config) if site.is_dir() else None
        try:
            publish(
                self._places, spare, self._last, self._state.kept_files, is_made=_is_made, tell=self._tell
            )
        except OSError as error:
            self._discard()
            raise in_words(error) from None

    def _tell(self, files: Mapping[str, FileMark]) -> None:
        for tell in self._state.on_published:
            try:
                tell(files)
            except Exception:
                log.exception("the site is there, but the next build will not know what it may keep")

    def _discard(self) -> None:
        _stop_search(self._config)
        with suppress(OSError):  # the next build will
            remove(self._places.staging)
        if self._places.site.is_dir():
            log.error("the site in %s is as it was", self._name)
        else:
            log.error("no site was written to %s", self._name)

    def _say_wait(self) -> None:
        log.info("another build is at work on %s; waiting for its end …", self._name)


def _is_made(name: str) -> bool:
    return name in {indexing.KEPT, indexing.NEW, serving.PLACE, MARKER} or is_of_home(name)


def _stop_search(config: MkDocsConfig) -> None:
    run = state_of(config).search.run
    if run is not None:
        run.stop()
