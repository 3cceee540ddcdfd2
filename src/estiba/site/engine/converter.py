"""Markdown to HTML as MkDocs does it, with one Python-Markdown for all pages of a build.

MkDocs 1.6.1 (`structure/pages.py`, `Page.render`) makes a new one for each. What it would look for
besides, anchors that links lead to, is the checks' business here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from markdown import Markdown
from mkdocs.structure import pages

from estiba.site.engine.asking import Questions
from estiba.site.engine.foreign import has_foreign_extensions
from estiba.site.state import state_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


class Converted(NamedTuple):
    """What came of a text."""

    html: str
    contents: list[Any]
    """The table of contents, as the extension `toc` gives it."""
    title: str | None
    """The first heading, if the text begins with it."""


class Converter:
    """Converts page after page."""

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        self._config, self._files = config, files
        self._is_shared = not has_foreign_extensions(config)
        self._made: _Made | None = None

    def convert(self, page: Page, questions: Questions) -> Converted:
        """Convert the text of `page`; `questions` hear which files its links lead to."""
        if self._made is None or not self._is_shared:
            self._made = _Made(self._config, self._files, page)
        converted = self._made.convert(page, questions)
        if state_of(self._config).markdown_page.stopped is not None:  # what it was at may be left half done
            self._made = None
        return converted

    def address(self, page: Page, url: str) -> str:
        """Give what becomes of the address `url` of a link in `page`."""
        return _Addresses(page.file, self._files, self._config).path_to_url(url)


class _Made:
    def __init__(self, config: MkDocsConfig, files: Files, page: Page) -> None:
        self._md = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {})
        self._addresses = _Addresses(page.file, files, config)
        self._addresses._register(self._md)  # noqa: SLF001 - MkDocs offers no other way
        self._title = pages._ExtractTitleTreeprocessor()  # noqa: SLF001
        self._title._register(self._md)  # noqa: SLF001

    def convert(self, page: Page, questions: Questions) -> Converted:
        self._md.reset()
        self._title.title = None
        self._addresses.file, self._addresses.questions = page.file, questions
        self._addresses.links_to_anchors.clear()
        html = self._md.convert(page.markdown or "")
        return Converted(html, getattr(self._md, "toc_tokens", []), self._title.title)


class _Addresses(pages._RelativePathTreeprocessor):  # noqa: SLF001
    questions: Questions | None = None

    def path_to_url(self, url: str) -> str:
        """Give the address on the page of what `url` leads to in the vault."""
        found = super().path_to_url(url)
        if self.questions is not None:
            self.questions.note("address", (url,), found)
        return found
