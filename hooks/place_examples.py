"""Every example is a file beside its page, and so is the `.env` that it asks for."""

from estiba.site.examples.files import on_page_markdown, on_pre_build

__all__ = ["on_page_markdown", "on_pre_build"]
