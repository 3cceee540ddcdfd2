"""Links of every kind lead where their author meant."""

from estiba.site.links import on_config, on_page_markdown

__all__ = ["on_config", "on_page_markdown"]
