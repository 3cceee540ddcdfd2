"""One build: which pages are made, by whom, and out of what."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mkdocs.plugins import get_plugin_logger

from estiba.listing import files_of
from estiba.site.engine.asked_view import AskedView
from estiba.site.engine.basis import basis_of, looks_around
from estiba.site.engine.conversion import Conversion
from estiba.site.engine.conversions import Conversions
from estiba.site.engine.copying import copy_files
from estiba.site.engine.elsewhere import ConvertedElsewhere
from estiba.site.engine.foreign import OF_OUTPUT, OF_TEXT, has_foreign_extensions, has_foreign_handlers
from estiba.site.engine.outputs import Outputs
from estiba.site.engine.page_facts import PageFacts
from estiba.site.engine.rendering import Rendering
from estiba.site.engine.shortcut import pages_to_make, surroundings_of
from estiba.site.invocation import invocation
from estiba.site.notes import give_title
from estiba.site.state import keeper_of, state_of, vault_of

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from estiba.site.view import View

log = get_plugin_logger("estiba")


class Session:
    """What stands in for MkDocs in one build."""

    def __init__(self, config: MkDocsConfig, nav: Navigation, files: Files) -> None:
        """Look at what is known; the notes are read and judged, and every page has its place."""
        self.config, self.nav, self._files = config, nav, files
        self._state = state = state_of(config)
        self._basis = b"" if has_foreign_extensions(config) else basis_of(config, state)
        is_foreign = has_foreign_handlers(config, OF_OUTPUT) or looks_around(config)
        self._is_ours = bool(self._basis) and not is_foreign
        self._conversions = Conversions(state.store, self._basis, config, files)
        self._outputs = Outputs(state.store, state)
        self._done: dict[str, Conversion] = {}
        self._only: set[str] | None = None
        self.rendering: Rendering | None = None
        self._converted = 0
        vault = vault_of(config)
        self._outputs.is_ours = self._is_ours and not has_foreign_handlers(config, config.plugins.events)
        if self._is_ours:
            self._outputs.surroundings = surroundings_of(self._basis, state, vault, files)
            self._only = pages_to_make(self._outputs, state, vault, config)
        if self._only is not None:
            state.is_partial = True
            config.theme.static_templates.clear()
        self._elsewhere = ConvertedElsewhere(
            self._conversions,
            config,
            files,
            is_allowed=not (invocation().in_memory or has_foreign_handlers(config, OF_TEXT)),
        )

    def is_untouched(self, folder: str) -> bool:
        """Whether the last site has in `folder` what the last build, if it is known, has left there."""
        return self._outputs.is_untouched_in(folder)

    def is_made(self, page: Page) -> bool:
        """Whether `page` may come out otherwise than in the last build."""
        return self._only is None or page.file.src_uri in self._only

    def render(self, page: Page, *_: object) -> None:
        """Do what `Page.render` does."""
        conversions = self._conversions
        key = conversions.key(page)
        conversion, html = conversions.find(page, key), None
        is_made_here = False
        if conversion is not None:
            html = conversions.html(conversion)
        if conversion is None or html is None:
            made = self._elsewhere.take(page, key)
            is_made_here = made is None
            conversion, html = made or conversions.make(page)
            conversions.keep(key, conversion, html)
            self._converted += 1
        conversions.settle(page, conversion, is_made_here=is_made_here)
        self._done[page.file.src_uri] = conversion
        if conversion.stopped is not None:
            self._outputs.stopped.add(page.file.src_uri)
        page.content = html

    def leave_out(self, page: Page) -> None:
        """Give a page that is not made what others show of it."""
        path = page.file.src_uri
        note, listing = vault_of(self.config).notes.get(path), self._state.listings.get(path)
        if note is not None:
            give_title(page, note.title)
        elif listing is not None:
            page.title = listing.title

    def put_away(self, page: Page) -> None:
        """Let go of the text of `page`, and of its HTML until it is rendered, where that is kept."""
        if self._is_ours and self._state.store.keeps:
            page.content, page.markdown = None, ""

    def start_rendering(self, env: jinja2.Environment) -> None:
        """Let pages be rendered in the engine's own way, where nobody else has a hand in that."""
        if not self._is_ours:
            return
        config, state = self.config, self._state
        pages = {file.src_uri: file.page for file in self._files if file.page is not None}
        view = AskedView(
            cast("View", env.globals["estiba"]), pages, vault_of(config).notes, keeper_of(state).keys
        )
        env.globals["estiba"] = view
        facts = PageFacts(self._basis, self.nav)
        self._files.copy_static_files = partial(copy_files, self._files, self._outputs)  # type: ignore[method-assign]
        self.rendering = Rendering(self, view, self._outputs, facts)

    def finish(self) -> None:
        """Take over what need not be made, now that all else is written; say how much that is."""
        self._say()
        if self._only is not None:
            self._outputs.keep_rest(files_of(Path(self.config.site_dir)))

    def _say(self) -> None:
        if self.rendering is None:
            return
        pages, rendered = len(self._outputs.pages), self.rendering.rendered
        log.info(
            "notes read anew: %d; pages converted: %d, rendered: %d, as they were: %d",
            len(keeper_of(self._state).made),
            self._converted,
            rendered,
            pages - rendered,
        )

    def content_of(self, page: Page) -> bytes:
        """Give the digest of the HTML of `page`."""
        return self._done[page.file.src_uri].html

    def fill(self, page: Page) -> None:
        """Have the HTML of `page` there."""
        if page.content is None:
            page.content = self._conversions.html(self._done[page.file.src_uri])
        if page.content is None:  # somebody else has used the store, and thrown it out
            page.content = self._conversions.again(page)
