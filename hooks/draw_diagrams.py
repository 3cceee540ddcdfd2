"""Diagrams are drawn by the script that the vault's policy names."""

from estiba.site.diagrams import on_config, on_files, on_page_markdown

__all__ = ["on_config", "on_files", "on_page_markdown"]
