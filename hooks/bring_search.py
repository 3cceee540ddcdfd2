"""Search: an index by Pagefind, made while the site is built."""

from estiba.site.search_index.indexing import on_env, on_files, on_post_build, on_pre_build
from estiba.site.search_index.others import on_config
from estiba.site.search_index.pages import on_page_content
from estiba.site.search_index.serving import on_serve

__all__ = [
    "on_config",
    "on_env",
    "on_files",
    "on_page_content",
    "on_post_build",
    "on_pre_build",
    "on_serve",
]
