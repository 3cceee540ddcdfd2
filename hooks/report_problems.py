"""What `estiba check` says of the notes, in MkDocs' log and on their pages."""

from estiba.site.problems import on_files, on_page_content, on_page_markdown, on_post_build

__all__ = ["on_files", "on_page_content", "on_page_markdown", "on_post_build"]
