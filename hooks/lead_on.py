"""Old addresses of notes lead on to the new ones."""

from estiba.site.redirects import on_env, on_files

__all__ = ["on_env", "on_files"]
