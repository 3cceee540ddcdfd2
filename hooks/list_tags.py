"""The index of all tags."""

from estiba.site.tags.index import on_files

__all__ = ["on_files"]
