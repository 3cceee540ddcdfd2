"""The same for every file of the site, in the headers that a server sends."""

from estiba.site.security.headers import on_env, on_files

__all__ = ["on_env", "on_files"]
