"""Notes are read by Estiba; MkDocs gets what Estiba read."""

from estiba.site.finding import on_pre_build
from estiba.site.notes import on_files, on_page_content, on_page_markdown

__all__ = ["on_files", "on_page_content", "on_page_markdown", "on_pre_build"]
