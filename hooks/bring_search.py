"""Search in the header's box."""

from estiba.site.search import on_config

__all__ = ["on_config"]
