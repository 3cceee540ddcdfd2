"""From the site to the forge that keeps the vault."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from mkdocs.plugins import event_priority

from estiba.forge import places_in
from estiba.site.examples.shown import shown_examples
from estiba.site.forge.pages import find_forge
from estiba.site.scripts import module_script
from estiba.site.state import SiteState, state_of, vault_of
from estiba.writing.places import TemplateFault
from estiba.writing.vault_template import template_of

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

_STYLE = "assets/estiba/forge.css"
_SCRIPT = "assets/estiba/report.js"


@event_priority(70)
def on_config(config: MkDocsConfig) -> None:
    """Find the forge, and bring our style and script where there is one."""
    state = state_of(config)
    state.forge = find_forge(state.policy.forge, config)
    if state.forge is None:
        return
    config.extra_css.insert(0, _STYLE)
    if "report" in state.forge.patterns:
        config.extra_javascript.insert(0, module_script(_SCRIPT))


def on_env(env: jinja2.Environment, config: MkDocsConfig, **_: object) -> None:
    """Read what a new note begins with."""
    state = state_of(config)
    if state.forge is not None and "template" in places_in(state.forge.patterns.get("propose", "")):
        with suppress(TemplateFault):
            state.note_template = template_of(
                Path(config.docs_dir), state.policy, state.catalogue.language
            ).text


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> None:
    """Give the theme the address at which the note is edited."""
    path = page.file.src_uri
    if path in vault_of(config).notes:
        page.edit_url = _edit_url(state_of(config), page, config)


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> None:
    """Keep the lines at which the note's examples begin, by their ids on the page."""
    state, path = state_of(config), page.file.src_uri
    lines = {
        f"estiba-example-{number}": one.line
        for number, one in enumerate(shown_examples(state, path), start=1)
        if one.line is not None
    }
    if state.forge is not None and lines:
        state.example_lines[path] = lines


def _edit_url(state: SiteState, page: Page, config: MkDocsConfig) -> str | None:
    """Give `[forge] edit`, else what `mkdocs.yml` says, else what the forge has."""
    forge, edit = state.forge, state.policy.forge.patterns.get("edit")
    if forge is not None and "edit" in forge.patterns:
        return forge.address("edit", {"path": forge.path(page.file.src_uri)})
    return _encoded(page, config) if edit is None else None


def _encoded(page: Page, config: MkDocsConfig) -> str | None:
    """Give the address that MkDocs makes of `edit_uri`, with the path encoded, which MkDocs does not."""
    path = quote(page.file.src_uri, errors="replace")
    if not page.edit_url or config.edit_uri_template or path == page.file.src_uri:
        return page.edit_url
    address = f"{config.edit_uri}{path}"
    base = config.repo_url or ""
    return urljoin(base if not base or address.startswith(("?", "#")) else f"{base.rstrip('/')}/", address)
