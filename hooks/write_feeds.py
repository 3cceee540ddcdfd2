"""Atom feeds of the site and of each tag."""

from estiba.site.feeds.feeds import on_env, on_files, on_page_content

__all__ = ["on_env", "on_files", "on_page_content"]
