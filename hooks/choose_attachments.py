"""Of the files beside the notes, only those that something published uses."""

from estiba.site.attachments import on_files

__all__ = ["on_files"]
