"""The index under `mkdocs serve`: made anew when somebody searches, of the texts as they are then."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import get_plugin_logger

from estiba.site.search_index.program import PagefindFailed, Run, key_of
from estiba.site.search_index.stage import Stage
from estiba.site.state import state_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("estiba")
PLACE = ".search"
"""The folder in the served site that MkDocs neither fills nor clears."""
FACETS = "facets.json"
_CURRENT = "current"
_INDEX = "index"


class LiveIndex:
    """The documents of the last rebuild, and the index of the last search."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._lock = threading.Lock()

    def refresh(self) -> None:
        """Make the index anew if texts have changed since; others who ask wait for the same run."""
        with self._lock:
            key = (self.place / _CURRENT).read_text("ascii")
            if key_of(self.place / _INDEX) == key:
                return
            log.info("search: making the index …")
            documents, new = self.place / key, self.place / f"{_INDEX}-new"
            shutil.rmtree(new, ignore_errors=True)
            run = Run(documents, new)
            run.finish(key, (documents / FACETS).read_bytes())
            shutil.rmtree(self.place / _INDEX, ignore_errors=True)
            new.rename(self.place / _INDEX)
            log.info("search: the index is ready")

    def app(self, inner: Callable[..., Iterable[bytes]], prefix: str, mount: str) -> Callable[..., Any]:
        """Put the index at the paths that begin with `prefix`, before what `inner` serves at `mount`."""

        def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            path = environ["PATH_INFO"]
            if path.startswith(prefix):
                try:
                    self.refresh()
                except (PagefindFailed, OSError) as error:
                    log.error("search: %s", error)  # noqa: TRY400 - the words say it all
                path = f"{mount}{PLACE}/{_INDEX}/{path.removeprefix(prefix)}"
            return inner({**environ, "PATH_INFO": path}, start_response)

        return answer


def keep(place: Path, stage: Stage, facets: bytes) -> None:
    """Let the next search use the documents of `stage`; older ones are deleted."""
    target = place / stage.key
    if target.exists():
        shutil.rmtree(stage.folder)
    else:
        stage.folder.mkdir(parents=True, exist_ok=True)
        stage.folder.rename(target)
    (target / FACETS).write_bytes(facets)
    (place / _CURRENT).write_text(stage.key, "ascii")
    for other in place.iterdir():
        if other.is_dir() and other != target and not other.name.startswith(_INDEX):
            shutil.rmtree(other, ignore_errors=True)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> LiveReloadServer:
    """Answer for the index."""
    mount = server.mount_path
    live = LiveIndex(Path(config.site_dir) / PLACE)
    server.set_app(live.app(server.serve_request, f"{mount}{state_of(config).search.folder}/", mount))
    return server
