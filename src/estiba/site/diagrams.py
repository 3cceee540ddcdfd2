"""Diagrams are drawn by a script that the owner puts into the vault: `mermaid` in `estiba.toml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import InclusionLevel
from mkdocs.utils import get_relative_url

from estiba.site.scripts import module_script
from estiba.site.state import state_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_STYLE = "assets/estiba/diagrams.css"
_SCRIPT = "assets/estiba/diagram.js"


@event_priority(90)
def on_config(config: MkDocsConfig) -> None:
    """Bring our script and style, where the owner has theirs."""
    if state_of(config).policy.mermaid is None:
        return
    config.extra_javascript.insert(0, module_script(_SCRIPT))
    config.extra_css.insert(0, _STYLE)


@event_priority(-50)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """See that the script will be in the site; raises ConfigurationError."""
    path = state_of(config).policy.mermaid
    file = files.get_file_from_path(path) if path else None
    if path and (file is None or file.inclusion is InclusionLevel.EXCLUDED):
        raise ConfigurationError(
            f"estiba: estiba.toml: mermaid: there is no file '{path}' in the vault, or MkDocs leaves it out"
        )


@event_priority(900)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Tell where the script is, seen from the page."""
    state = state_of(config)
    file = files.get_file_from_path(state.policy.mermaid) if state.policy.mermaid else None
    state.markdown_page.diagram_script = get_relative_url(file.url, page.file.url) if file else ""
