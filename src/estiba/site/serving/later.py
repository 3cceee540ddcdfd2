"""Files of a site that hang on the texts of many pages, and pages that are no note's: made when asked for."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from mkdocs.commands import build
from mkdocs.structure.files import Files

from estiba.site.examples import index as example_index
from estiba.site.feeds import feeds
from estiba.site.output.epoch import PACKED_SITEMAP
from estiba.site.serving.pages import Pages

if TYPE_CHECKING:
    from mkdocs.structure.files import File

    from estiba.site.serving.gathering import Gathered

_SITEMAP = "sitemap.xml"


class LaterFiles:
    """Makes them, and keeps them until a text has changed."""

    def __init__(self, gathered: Gathered, pages: Pages) -> None:
        self._gathered, self._state, self._pages = gathered, gathered.state, pages
        self._made: dict[str, bytes] = {}
        self._makers: dict[str, Callable[[], Iterable[tuple[str, bytes]]]] = {}
        if not gathered.is_whole:
            self._makers |= dict.fromkeys((feed.path for feed in self._state.feeds.values()), self._feeds)
            self._makers[self._state.examples_uri] = self._examples
        config = gathered.config
        self._makers |= {name: partial(self._template, name) for name in config.theme.static_templates}
        if _SITEMAP in self._makers:
            self._makers[PACKED_SITEMAP] = self._packed_sitemap

    def forget(self) -> None:
        """Let all be made anew."""
        self._made.clear()

    def needs(self, place: str) -> list[File]:
        """Give the pages on whose texts the file at `place` of the site hangs."""
        if self._gathered.is_whole or place in self._made:
            return []
        if place == self._state.examples_uri:
            return list(self._gathered.pages)
        if any(feed.path == place for feed in self._state.feeds.values()):
            return [self._state.files[path] for path in self._state.feed_texts]
        return []

    def get(self, place: str) -> bytes | None:
        """Give the file at `place` of the site; None where that is none of these."""
        if place not in self._made and place in self._makers:
            self._made.update(self._makers[place]())
        return self._made.get(place)

    def _feeds(self) -> Iterable[tuple[str, bytes]]:
        for path in self._state.feed_texts:
            self._pages.convert(self._state.files[path])
        made = Files([])
        feeds.on_env(env=self._gathered.env, config=self._gathered.config, files=made)
        return [(file.dest_uri, file.content_bytes) for file in made]

    def _examples(self) -> Iterable[tuple[str, bytes]]:
        for file in self._gathered.pages:
            self._pages.convert(file)
        self._state.examples = [one for file in self._gathered.pages for one in self._pages.entries(file)]
        made = Files([])
        example_index.on_env(env=self._gathered.env, config=self._gathered.config, files=made)
        return [(file.dest_uri, file.content_bytes) for file in made]

    def _template(self, name: str) -> Iterable[tuple[str, bytes]]:
        gathered = self._gathered
        template = gathered.env.get_template(name)
        text = build._build_template(name, template, gathered.files, gathered.config, gathered.nav)  # noqa: SLF001
        return [(name, text.encode("utf-8"))] if text.strip() else []

    def _packed_sitemap(self) -> Iterable[tuple[str, bytes]]:
        sitemap, packed = self.get(_SITEMAP), io.BytesIO()
        if sitemap is None:
            return []
        with gzip.GzipFile(filename=PACKED_SITEMAP, mode="wb", fileobj=packed, mtime=0) as file:
            file.write(sitemap)
        return [(PACKED_SITEMAP, packed.getvalue())]
