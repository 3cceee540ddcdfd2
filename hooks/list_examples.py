"""Every example of the site in `/examples.json`."""

from estiba.site.examples.index import on_env, on_files

__all__ = ["on_env", "on_files"]
