"""What `estiba check` says of the notes, in MkDocs' log."""

from estiba.site.problems import on_files, on_post_build

__all__ = ["on_files", "on_post_build"]
