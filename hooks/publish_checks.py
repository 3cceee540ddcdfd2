"""The pages of all checks in the manual of this site."""

from estiba.site.all_check_pages import on_files, on_page_markdown

__all__ = ["on_files", "on_page_markdown"]
