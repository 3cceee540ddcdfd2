"""The search index of a served site: made when somebody searches, of the texts as they are then."""

from __future__ import annotations

import re
import shutil
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from estiba.site.search_index.facets import write_facets
from estiba.site.search_index.program import PagefindFailed, Run
from estiba.site.search_index.stage import Stage
from estiba.site.serving.model import Model

if TYPE_CHECKING:
    from estiba.site.serving.served import Served

log = get_plugin_logger("estiba")
_PART = re.compile(r"(?:fragment|index|filter)/[\w.-]+|[\w.-]+\.pf_meta")
"""Files of an index that are named by what they hold: whoever asks for one has begun with this index."""


class SearchIndex:
    """The index of the last search, and the one before, which some browser may still be reading."""

    def __init__(self, served: Served, place: Path) -> None:
        """Take an empty folder."""
        self._served, self._place = served, place
        self._lock = threading.Lock()
        self._texts: int | None = None
        self._key = ""
        self._indexes: list[Path] = []
        self._number = 0

    @property
    def folder(self) -> str:
        """Where it stands in the site."""
        return self._served.do(lambda model: f"{model.gathered.state.search.folder}/")

    def get(self, name: str) -> bytes | None:
        """Give a file of the index; whoever begins to search waits until it is that of the texts now."""
        if not _PART.fullmatch(name):
            try:
                self._refresh()
            except (PagefindFailed, OSError) as error:
                log.error("search: %s", error)  # noqa: TRY400 - the words say it all
                return None
        for index in self._indexes:
            path = index / name
            if ".." not in name.split("/") and path.is_file():
                return path.read_bytes()
        return None

    def _refresh(self) -> None:
        with self._lock:
            self._served.look()
            texts = self._served.texts
            if self._texts == texts:
                return
            self._number += 1
            stage = Stage(self._place / f"documents-{self._number}")
            try:
                facets = self._write(stage)
                stage.heed(facets)
                if stage.key != self._key:
                    self._make(stage, facets)
            finally:
                shutil.rmtree(stage.folder, ignore_errors=True)
            self._texts = texts

    def _write(self, stage: Stage) -> bytes:
        """Write what is to be found, a page at a time: others are answered in between."""
        for file in self._served.do(lambda model: list(model.gathered.pages)):
            for address, document in self._served.do(partial(Model.documents, file=file)):
                stage.add(address, document)
        if not stage.count:
            stage.add(*self._served.do(Model.empty_document))
        return self._served.do(lambda model: write_facets(model.gathered.state))

    def _make(self, stage: Stage, facets: bytes) -> None:
        log.info("search: making the index of %d pages …", stage.count)
        index = self._place / f"index-{self._number}"
        Run(stage.folder, index).finish(stage.key, facets)
        for old in self._indexes[1:]:
            shutil.rmtree(old, ignore_errors=True)
        self._indexes = [index, *self._indexes[:1]]
        self._key = stage.key
        log.info("search: the index is ready")
