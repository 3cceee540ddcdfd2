"""A build under `mkdocs serve`."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from estiba.site.output.carrying import make_like
from estiba.site.output.faults import put_in_words
from estiba.site.output.places import Places
from estiba.site.output.signals import OrderlyEnd
from estiba.site.output.swapping import recover, remove, swap
from estiba.site.search_index import serving

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("estiba")


class ServedBuild:
    """A build for MkDocs' own server, out of a folder of its own that goes with it.

    The server goes on for many builds, and says when it ends to the first of them alone.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        """Make an empty folder, which MkDocs is to fill. Raises OSError."""
        self._config, self._site_dir = config, config.site_dir
        site = Path(config.site_dir)
        link = site / serving.PLACE
        if link.is_symlink():
            self._own = link.readlink().parent
        else:
            self._own = Path(tempfile.mkdtemp(prefix=f"{site.name}-", dir=site.parent))
        staging = self._own / "staging"
        self._places = Places(site, staging, self._own / "before", self._own / "lock")
        recover(self._places)
        make_like(staging, site)
        lasting = self._own / serving.PLACE
        lasting.mkdir(exist_ok=True)
        (staging / serving.PLACE).symlink_to(lasting)
        config.site_dir = str(staging)
        self._end = OrderlyEnd()

    def finish(self, **_: object) -> None:
        """Show the new pages."""
        swap(self._places)
        self._forget()

    def fail(self, *, error: Exception) -> None:
        """Go on with the pages that are there. Raises Abort, in words, for an error of the machine."""
        self._forget()
        if (self._places.site / "index.html").is_file():
            log.error("the pages that are served are those of the last build that went well")
        put_in_words(error)

    def close(self) -> None:
        """Leave nothing behind."""
        self._end.off()
        with suppress(OSError):
            remove(self._own)

    def _forget(self) -> None:
        self._config.site_dir = self._site_dir
        for folder in (self._places.staging, self._places.aside):
            with suppress(OSError):
                remove(folder)
