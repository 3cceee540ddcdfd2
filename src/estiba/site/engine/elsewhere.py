"""Conversions by other processes, where there are many to make."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page

from estiba.progress import with_progress
from estiba.site.engine.conversion import Conversion
from estiba.site.engine.conversions import Conversions
from estiba.site.state import keeper_of, state_of, vault_of
from estiba.workers import LEAST, in_workers

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files


class _Made(NamedTuple):
    key: bytes
    conversion: Conversion
    html: str


class ConvertedElsewhere:
    """Results of other processes; each counts if it was made of the text that MkDocs comes to here."""

    def __init__(
        self, conversions: Conversions, config: MkDocsConfig, files: Files, *, is_allowed: bool
    ) -> None:
        """Take what is known of the build; where it `is_allowed`, nobody but Estiba has a hand in texts."""
        self._conversions, self._config, self._files = conversions, config, files
        self._waiting: deque[str] = deque()
        self._coming: Iterator[_Made] | None = None
        if is_allowed:
            self._waiting.extend(file.src_uri for file in self._new())

    def take(self, page: Page, key: bytes) -> tuple[Conversion, str] | None:
        """Give what was made of `page`, if anything was, and of the text that it has here.

        Pages come in the order of MkDocs' files; the processes begin with the first.
        """
        path = page.file.src_uri
        if self._coming is None and len(self._waiting) >= LEAST:
            coming = in_workers(self._make, list(self._waiting))
            self._coming = with_progress(coming, len(self._waiting), "converting")
        while self._coming is not None and path in self._waiting:
            made = next(self._coming)
            if self._waiting.popleft() == path:
                return (made.conversion, made.html) if made.key == key else None
        return None

    def _new(self) -> list[File]:
        """Give the pages that nothing is known of, in MkDocs' order: those of notes that were read anew."""
        made = set(keeper_of(state_of(self._config)).made)
        notes = vault_of(self._config).notes
        pages = self._files.documentation_pages(inclusion=InclusionLevel.is_included)
        return [
            file
            for file in pages
            if file.src_uri in notes and (file.src_uri in made or self._conversions.is_new)
        ]

    def _make(self, path: str) -> _Made:
        config, files = self._config, self._files
        file = files.src_uris[path]
        page = file.page or Page(None, file, config)
        config._current_page = page  # noqa: SLF001 - as MkDocs does
        page = config.plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=files
        )
        key = self._conversions.key(page)
        return _Made(key, *self._conversions.make(page))
