"""One example, as `/examples.json` tells programs of it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from estiba.checks.judged import JudgedExample
from estiba.compose.project.summary.summary import summarise
from estiba.compose.variables.env_example import OF_SHELL
from estiba.compose.variables.exposure import MASK
from estiba.compose.variables.variables import ExampleVariable
from estiba.site.state import vault_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

Entry = dict[str, Any]
"""What `json` writes."""


def entry_of(
    judged: JudgedExample, page: Page, config: MkDocsConfig, *, compose: str, env: str | None
) -> Entry:
    """Tell of `judged`, which is on `page` and has its files at `compose` and `env` of the site.

    Addresses are absolute where the site has one of its own, else relative to its root.
    """
    shown, vault = judged.shown, vault_of(config)
    note = vault.notes.get(page.file.src_uri)
    services = summarise(shown.model).services
    language = (note.language if note else "") or config.theme["language"]
    return {
        "title": note.title if note else str(page.title),
        "page": _address(page.file.url, config),
        "file": _address(compose, config),
        "env": None if env is None else _address(env, config),
        "name": shown.example.shown_name,
        "tags": [tag.key for tag in vault.tags_of(note)] if note else [],
        "language": language,
        "services": [{"name": one.name, "image": one.origin.image or None} for one in services],
        "images": sorted({one.origin.image for one in services if one.origin.image}),
        "variables": [_variable(one) for one in shown.example_variables if one.name not in OF_SHELL],
        "verdict": str(judged.verdict),
        "sha256": hashlib.sha256(shown.example.text.encode()).hexdigest(),
    }


def _variable(variable: ExampleVariable) -> Entry:
    default = variable.default
    is_hidden = variable.is_secret or default is None or MASK in default
    return {
        "name": variable.name,
        "role": str(variable.role),
        "required": variable.must_be_set or variable.is_placeholder,
        "secret": variable.is_secret,
        "default": None if is_hidden else default,
    }


def _address(url: str, config: MkDocsConfig) -> str:
    return urljoin(config.site_url, url) if config.site_url else url
