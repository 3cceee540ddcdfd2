"""The new site takes the place of the last one at once, or not at all."""

from estiba.site.output.output import on_config

__all__ = ["on_config"]
