"""A page for each tag."""

from estiba.site.tags.pages import on_files

__all__ = ["on_files"]
