"""A page for each check that readers are told of."""

from estiba.site.check_pages import on_files, on_page_markdown

__all__ = ["on_files", "on_page_markdown"]
