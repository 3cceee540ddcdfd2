"""Every example is a file beside its page."""

from estiba.site.examples import on_page_markdown

__all__ = ["on_page_markdown"]
