"""What every page of a build depends on: the configuration, and the files that it names."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from mkdocs.theme import Theme

from estiba.markdown.page import Page as MarkdownPage
from estiba.site.state import SiteState
from estiba.store.digests import Unstable, digest, stable_digest

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_NOT_IN_PAGES = frozenset("config_file_path site_dir docs_dir watch strict dev_addr plugins hooks".split())
"""Keys that say where things lie on this machine, or are looked at below."""
_TEMPLATES = frozenset({".html", ".htm", ".xml", ".txt", ".js", ".json"})
_AROUND = re.compile(
    rb"\{[{%](?:(?![%}]\}).)*?\b(?:parent|children|ancestors|(?:previous|next)_page|homepage|pages|nav|note"
    rb"|build_date_utc)\b",
    re.DOTALL,
)
"""Words by which a template comes from its page to others, or to the day."""


def basis_of(config: MkDocsConfig, state: SiteState) -> bytes:
    """Give the digest of the configuration, once every feature has set it up, of the policy and the programs.

    Empty where there is something in it that nobody can compare with what it was in another process.
    """
    values = {key: _plain(value) for key, value in config.items() if key not in _NOT_IN_PAGES}
    plugins = {
        name: _plain(dict(plugin.config))
        for name, plugin in config.plugins.items()
        if hasattr(plugin, "config")
    }
    try:
        return digest(
            state.basis,
            stable_digest(state.policy),
            stable_digest(values),
            stable_digest(plugins),
            *_contents(config),
        )
    except Unstable:
        return b""


def looks_around(config: MkDocsConfig) -> bool:
    """Whether a template of the owner's may read of other pages what no page's facts tell."""
    custom = config.theme.custom_dir
    files = (path for path in Path(custom).rglob("*") if path.is_file()) if custom else ()
    return any(_AROUND.search(path.read_bytes()) for path in files if path.suffix in _TEMPLATES)


def _plain(value: Any) -> Any:
    """Make of MkDocs' own objects what they hold."""
    if isinstance(value, Theme):
        return _plain(
            {**value, "name": value.name, "locale": str(value.locale), "static": value.static_templates}
        )
    if isinstance(value, Markup | MarkdownPage):
        return str(value) if isinstance(value, Markup) else "the page"
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, types.MethodType):
        return _plain(value.__func__)
    return value


def _contents(config: MkDocsConfig) -> Iterator[bytes]:
    """Give the contents of files that are no notes and no program's: hooks, and the owner's templates."""
    folder = Path(config.config_file_path).parent if config.config_file_path else Path()
    for name in config.hooks:
        yield name.encode() + b"\0" + (folder / name).read_bytes()
    if config.theme.custom_dir:
        custom = Path(config.theme.custom_dir)
        paths = sorted(custom.rglob("*"))
        if any(path.is_symlink() and path.is_dir() for path in paths):
            raise Unstable("a folder that a link leads to, which is not looked into")
        for file in (path for path in paths if path.is_file()):
            yield file.relative_to(custom).as_posix().encode() + b"\0" + file.read_bytes()
