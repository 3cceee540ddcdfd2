"""A build into the site itself, as MkDocs makes it: with `--dirty`, or where nothing can be exchanged."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from estiba.built_site import mark_as_site
from estiba.report.printable import one_line
from estiba.site.output.epoch import PACKED_SITEMAP, forget_time
from estiba.site.output.faults import put_in_words
from estiba.site.output.places import shown

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("estiba")


class BuildInPlace:
    """A build into the site itself, as MkDocs does it."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Mark the site as ours. Raises OSError."""
        self._site = Path(config.site_dir)
        self._is_ready = False
        self._site.mkdir(parents=True, exist_ok=True)
        mark_as_site(self._site)

    def finish(self, **_: object) -> None:
        """See to it that the clock is not in the site."""
        forget_time(self._site / PACKED_SITEMAP)
        self._is_ready = True

    def fail(self, *, error: Exception) -> None:
        """Raise Abort, in words, for an error of the machine."""
        self._is_ready = False
        put_in_words(error)

    def close(self) -> None:
        """Say if the site is not what it should be."""
        if not self._is_ready or sys.exception() is not None:
            log.error("the site in %s is not whole; build it again", one_line(shown(self._site)))
