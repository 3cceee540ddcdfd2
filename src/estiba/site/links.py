"""Links between notes: what the extension is told of the vault, and of the site's addresses."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from markdown import Markdown
from mkdocs.plugins import event_priority
from mkdocs.utils import get_relative_url

from estiba.markdown.embedding import Embedder
from estiba.markdown.page import Page as MarkdownPage
from estiba.site.html_anchors import forgive
from estiba.site.state import state_of, vault_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_SAID_BY_CHECKS = ("not_found", "absolute_links", "unrecognized_links", "anchors")


@event_priority(80)
def on_config(config: MkDocsConfig) -> None:
    """Keep MkDocs from saying of links what the checks say of them, with their lines, and from stopping."""
    forgive()
    for name in _SAID_BY_CHECKS:
        config.validation.links[name] = logging.DEBUG
    state_of(config).markdown_page.embedder = Embedder(MarkdownPage, lambda page: _converter(page, config))


@event_priority(940)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Tell the page where links lead."""
    state, path = state_of(config), page.file.src_uri
    vault = vault_of(config)

    def url_of(target: str) -> str:
        file = files.get_file_from_path(target)
        return get_relative_url(file.url, page.file.url) if file else ""

    def tag_path(name: str) -> str:
        file = state.tag_pages.get(vault.config.vocabulary.resolve(name))
        return file.src_uri if file else ""

    shown = state.markdown_page
    shown.path, shown.vault = path, vault if path in vault.notes else None
    shown.url_of, shown.tag_path = url_of, tag_path
    shown.is_page = lambda target: files.get_file_from_path(target) is not None


def _converter(page: MarkdownPage, config: MkDocsConfig) -> Markdown:
    """Make a converter as MkDocs makes its own, for what is shown within `page`."""
    configs = {**config.mdx_configs, "estiba": {**config.mdx_configs.get("estiba", {}), "page": page}}
    return Markdown(extensions=config.markdown_extensions, extension_configs=configs)
