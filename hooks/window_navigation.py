"""Navigation of the same size in a vault of any size."""

from estiba.site.navigation import on_env, on_nav

__all__ = ["on_env", "on_nav"]
