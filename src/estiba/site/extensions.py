"""The Markdown extensions of a site; what the owner has set up is left as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority, get_plugin_logger
from pymdownx.slugs import slugify

from estiba.markdown.standard import STANDARD
from estiba.site.state import state_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("estiba")
_READERS = ("pymdownx.snippets", "pymdownx.b64", "markdown_include.include", "mdx_include")
"""Extensions that put files of the machine, or of the net, into a page where its text names them."""


@event_priority(90)
def on_config(config: MkDocsConfig) -> None:
    """Add the extensions, ours last."""
    state = state_of(config)
    _refuse_readers(config)
    for name, options in STANDARD.items():
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        configured = config.mdx_configs.setdefault(name, {})
        for option, value in options.items():
            configured.setdefault(option, value)
    toc = config.mdx_configs["toc"]
    toc.setdefault("permalink", True)
    toc.setdefault("permalink_title", state.catalogue.text("toc.permalink"))
    toc.setdefault("slugify", slugify(case="lower"))
    footnotes = config.mdx_configs["footnotes"]
    footnotes.setdefault("BACKLINK_TITLE", state.catalogue.texts["footnotes.back"].replace("{number}", "{}"))
    if "estiba" not in config.markdown_extensions:
        config.markdown_extensions.append("estiba")
    config.mdx_configs.setdefault("estiba", {})["page"] = state.markdown_page


def _refuse_readers(config: MkDocsConfig) -> None:
    """Take out what would let a note that is not trusted publish files of the machine, `.git/config` too."""
    trust = state_of(config).policy.trust
    if set(trust.values()) == {trust.get("")} == {"trusted"}:
        return
    for name in _READERS:
        if name in config.markdown_extensions:
            config.markdown_extensions.remove(name)
            log.warning(
                "mkdocs.yml lists '%s', by which a note could publish files that lie here, so it is left out;"
                " take it out, or write 'trust = \"trusted\"' in estiba.toml where all notes are your own",
                name,
            )
