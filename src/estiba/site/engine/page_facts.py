"""What a template can read of a page, besides what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from estiba.store.digests import digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation


class PageFacts:
    """The facts of the pages of one build."""

    def __init__(self, basis: bytes, nav: Navigation) -> None:
        """Take what all pages depend on."""
        self._basis, self._home = basis, (_link(nav.homepage), bool(nav.items))
        self._sections: dict[int, object] = {}

    def digest(self, page: Page, html: bytes) -> bytes:
        """Give the digest of the facts of `page`, whose content has the digest `html`."""
        file = page.file
        facts = (
            (file.src_uri, file.dest_uri, file.url, file.name, file.inclusion.name),
            (page.canonical_url, page.abs_url, page.edit_url, page.update_date, page.is_homepage),
            (str(page.title), page.meta, self._home),
            (_link(page.previous_page), _link(page.next_page)),
            [self._section(one) for one in page.ancestors],
            _contents(page.toc),
        )
        return digest(self._basis, html, repr(facts).encode("utf-8", "surrogatepass"))

    def _section(self, item: StructureItem) -> object:
        if id(item) not in self._sections:
            self._sections[id(item)] = (str(item.title), item.is_section, _first_link(item))
        return self._sections[id(item)]


def _link(page: Page | None) -> tuple[str, str, bool] | None:
    return None if page is None else (str(page.title), page.url, page.is_homepage)


def _first_link(item: StructureItem) -> object:
    """Give what a link to a section leads to: the first page in it."""
    while isinstance(item, Section) and item.children:
        item = item.children[0]
    return _link(item) if isinstance(item, Page) else (str(item.title), getattr(item, "url", None))


def _contents(items: Iterable[Any]) -> list[Any]:
    return [(item.title, item.id, item.level, _contents(item.children)) for item in items]
