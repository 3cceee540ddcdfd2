"""An index for every folder, and a page of all notes."""

from estiba.site.generated import on_page_markdown
from estiba.site.note_lists import on_files

__all__ = ["on_files", "on_page_markdown"]
