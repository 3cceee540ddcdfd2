"""The pages of a model: converted, and rendered, when somebody asks for them.

Source: MkDocs 1.6.1, `commands/build.py`, `_build_page`.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from typing import TYPE_CHECKING

from mkdocs.commands import build

from estiba.site.page_folder import folder_of
from estiba.site.search_index import pages as search_pages
from estiba.site.serving.documents import Documents
from estiba.site.serving.gathering import page_of
from estiba.site.serving.page_places import PagePlaces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.structure.files import File

    from estiba.site.engine.conversion import Conversion
    from estiba.site.examples.entry import Entry
    from estiba.site.serving.gathering import Gathered

_MOST = 200
"""Pages that are kept as they were rendered."""
_DRAFT = (
    '<div class="mkdocs-draft-marker" title="This page will not be included into the built site.">DRAFT</div>'
)
"""What MkDocs writes above a page that `draft_docs` in mkdocs.yml names."""


class Pages:
    """Converts and renders the pages of one model."""

    def __init__(self, gathered: Gathered) -> None:
        self._gathered, self._state = gathered, gathered.state
        self._neighbours: defaultdict[str, list[File]] = defaultdict(list)
        """The pages by their folders, in their order: they share the places of the files of examples."""
        for file in gathered.pages:
            self._neighbours[folder_of(file)].append(file)
        self._taken = gathered.state.taken
        self._done: dict[str, Conversion | None] = dict(gathered.conversions)
        """What came of the texts of pages, by their paths."""
        self._rendered: OrderedDict[str, bytes] = OrderedDict()

    def in_folder(self, folder: str) -> Sequence[File]:
        """Give the pages whose files stand in `folder`."""
        return self._neighbours.get(folder, ())

    def rendered(self, path: str) -> bytes | None:
        """Give the page at `path` if it was rendered already."""
        if path in self._rendered:
            self._rendered.move_to_end(path)
        return self._rendered.get(path)

    def forget(self, path: str) -> None:
        """Let the page at `path` be made anew when somebody asks for it."""
        self._rendered.pop(path, None)
        if file := self._state.files.get(path):
            for one in self._neighbours[folder_of(file)]:
                self._take_back(one.src_uri)

    def convert(self, file: File) -> None:
        """Have all that comes of the text of a page, but for its HTML."""
        if self._is_own(file) and file.src_uri not in self._done:
            self._convert(folder_of(file))
            self._put_away(file)

    def entries(self, file: File) -> list[Entry]:
        """Give what `/examples.json` says of the page, which was converted."""
        done = self._done[file.src_uri]
        return [one.entry for one in done.placed if one.entry is not None] if done else []

    def documents(self, file: File) -> Sequence[tuple[str, str]]:
        """Give what the search is to find of a page, with the address: one document, or none."""
        if not self._is_own(file):
            return ()
        html, search = self._html(file), self._state.search
        self._state.conversion = self._done[file.src_uri]
        search.stage = found = Documents()
        try:
            search_pages.on_page_content(html, page=page_of(file), config=self._gathered.config)
        finally:
            search.stage = None
            self._put_away(file)
        return found.found

    def render(self, file: File) -> bytes:
        """Give the page as a build would write it."""
        gathered, config, page = self._gathered, self._gathered.config, page_of(file)
        page.content = html = self._html(file)
        config._current_page = page  # noqa: SLF001 - as MkDocs does
        try:
            page.active = True
            context = build.get_context(gathered.nav, gathered.pages, config, page)
            template = gathered.env.get_template(page.meta.get("template", "main.html"))
            context = config.plugins.on_page_context(context, page=page, config=config, nav=gathered.nav)
            if file.inclusion.is_excluded():  # type: ignore[no-untyped-call]
                page.content = f"{_DRAFT}{html}"
            output = template.render(context)
            output = config.plugins.on_post_page(output, page=page, config=config)
        finally:
            page.active, config._current_page = False, None  # noqa: SLF001
            page.content = html
            self._put_away(file)
        self._rendered[file.src_uri] = rendered = output.encode("utf-8", errors="xmlcharrefreplace")
        if len(self._rendered) > _MOST:
            self._rendered.popitem(last=False)
        return rendered

    def _is_own(self, file: File) -> bool:
        """Whether `file` is of this model, and not of one before, which somebody still goes through."""
        return self._gathered.files.src_uris.get(file.src_uri) is file

    def _html(self, file: File) -> str:
        page = page_of(file)
        if file.src_uri not in self._done:
            self._convert(folder_of(file))
        if page.content is None and self._state.engine is not None:
            self._state.engine.fill(page)
        return page.content or ""

    def _put_away(self, file: File) -> None:
        """Let go of the HTML of a text that can be had again."""
        if self._state.engine is not None and not self._gathered.is_whole:
            self._state.engine.put_away(page_of(file))

    def _convert(self, folder: str) -> None:
        """Convert the pages of a folder, mostly one: each takes the places that are left."""
        config, state, files = self._gathered.config, self._state, self._gathered.files
        for file in self._neighbours[folder]:
            self._take_back(file.src_uri)
        state.taken = PagePlaces(self._taken)
        for file in self._neighbours[folder]:
            state.conversion, state.examples = None, []
            build._populate_page(page_of(file), config, files)  # noqa: SLF001 - MkDocs offers no other way
            self._done[file.src_uri] = state.conversion

    def _take_back(self, path: str) -> None:
        """Take the files of a page's examples out of the site."""
        files = self._gathered.files
        for one in done.placed if (done := self._done.pop(path, None)) else ():
            for place in (one.file, one.env_file):
                if place is not None and place in files.src_uris:
                    files.remove(files.src_uris[place])
