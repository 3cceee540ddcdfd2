"""The home page by `overrides/home.html`."""

from estiba.site.home import on_page_markdown

__all__ = ["on_page_markdown"]
