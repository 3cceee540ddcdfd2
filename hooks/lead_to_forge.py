"""Each note leads to its file, its history and its issues at the forge; a folder to a new note."""

from estiba.site.forge.forge import on_config, on_env, on_page_content, on_page_markdown

__all__ = ["on_config", "on_env", "on_page_content", "on_page_markdown"]
