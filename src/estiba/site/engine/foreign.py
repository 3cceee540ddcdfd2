"""Whatever is not Estiba's and has a say in a build: what it depends on, nobody knows."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_OURS = "estiba."
OF_TEXT = ("pre_page", "page_read_source", "page_markdown", "page_content")
"""Events in which a handler may look at a page on its way from Markdown to HTML, or change it."""
OF_OUTPUT = (
    *OF_TEXT,
    *("files", "nav", "env", "pre_template", "template_context", "post_template"),
    *("page_context", "post_page", "post_build"),
)
"""Events in which a handler may have a say in what is written, or read what was."""
_SHARED = frozenset(
    """
    abbr admonition attr_list codehilite def_list extra fenced_code footnotes legacy_attrs legacy_em
    md_in_html meta nl2br sane_lists smarty tables toc wikilinks estiba
    pymdownx.arithmatex pymdownx.betterem pymdownx.blocks pymdownx.caret pymdownx.critic pymdownx.details
    pymdownx.emoji pymdownx.escapeall pymdownx.extra pymdownx.fancylists pymdownx.highlight
    pymdownx.inlinehilite pymdownx.keys pymdownx.magiclink pymdownx.mark pymdownx.progressbar
    pymdownx.quotes pymdownx.saneheaders pymdownx.smartsymbols pymdownx.striphtml pymdownx.superfences
    pymdownx.tabbed pymdownx.tasklist pymdownx.tilde
    """.split()
)
"""Extensions that begin anew with each text, and look at nothing besides."""


def has_foreign_handlers(config: MkDocsConfig, events: Iterable[str]) -> bool:
    """Whether a plugin, or a hook, that is not Estiba's handles any of `events`."""
    return any(not _is_ours(handler) for event in events for handler in config.plugins.events[event])


def has_foreign_extensions(config: MkDocsConfig) -> bool:
    """Whether there is a Markdown extension that may read files, or remember the text before."""
    named = [one for one in config.markdown_extensions if isinstance(one, str)]  # a hook may add an object
    names = (name.removeprefix("markdown.extensions.") for name in named)
    return len(named) < len(config.markdown_extensions) or not _SHARED.issuperset(names)


def _is_ours(handler: object) -> bool:
    return str(getattr(inspect.unwrap(handler), "__module__", "")).startswith(_OURS)  # type: ignore[arg-type]
