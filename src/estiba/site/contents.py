"""A page's table of contents, safe to print under autoescape."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink


def on_page_content(html: str, page: Page, **_: object) -> None:
    """Mark the titles as the HTML that Python-Markdown made of them."""
    _mark(page.toc)


def _mark(items: Iterable[AnchorLink]) -> None:
    for item in items:
        item.title = Markup(item.title)  # nosec B704 # noqa: S704 - escaped by Python-Markdown's toc
        _mark(item.children)
