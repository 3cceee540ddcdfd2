"""When each note changed last, for lists, feeds and the sitemap."""

from estiba.site.changes.days import on_files

__all__ = ["on_files"]
