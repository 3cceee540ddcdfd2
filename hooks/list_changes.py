"""The page of what changed last."""

from estiba.site.changes.page import on_files

__all__ = ["on_files"]
