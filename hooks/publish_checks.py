"""The checks' pages in the manual of this site."""

from estiba.site.check_pages import on_files, on_page_markdown

__all__ = ["on_files", "on_page_markdown"]
