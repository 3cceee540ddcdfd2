"""The Markdown that notes may use, Compose examples among it."""

from estiba.site.contents import on_page_content
from estiba.site.extensions import on_config

__all__ = ["on_config", "on_page_content"]
