"""The tags page."""

from estiba.site.tag_list import on_files

__all__ = ["on_files"]
