"""The ground that the other features stand on: policy, theme, language, escaping."""

from __future__ import annotations

from importlib.resources import files as package_files
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import event_priority
from mkdocs.theme import Theme

import estiba
from estiba.catalogue import catalogue_for
from estiba.config import FILE_NAME, load_config
from estiba.markdown.page import Page as MarkdownPage
from estiba.policy_table import ConfigError
from estiba.site.log_lines import guard_log
from estiba.site.page_addresses import PageAddresses
from estiba.site.page_parts import PageParts
from estiba.site.scripts import module_script
from estiba.site.state import SiteState, open_state, state_of
from estiba.site.view import View

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig

_MATERIAL = "material"
_MATERIAL_FONT = {"text": "Roboto", "code": "Roboto Mono"}
_FEATURES = (
    "content.action.edit",
    "content.code.copy",
    "navigation.footer",
    "navigation.path",
    "navigation.top",
    "toc.follow",
)
_UNSAFE_FEATURES = frozenset({"content.tooltips"})
"""Runs script out of a link's title."""
_STYLES = (
    "assets/estiba/estiba.css",
    "assets/estiba/example/example.css",
    "assets/estiba/vault.css",
    "assets/estiba/tags.css",
    "assets/estiba/home.css",
    "assets/estiba/lists.css",
    "assets/estiba/backlinks.css",
    "assets/estiba/preview.css",
    "assets/estiba/formulas.css",
    "assets/estiba/search.css",
)
_SCRIPTS = (
    "assets/estiba/example/copy.js",
    "assets/estiba/example/explain.js",
    "assets/estiba/example/form.js",
    "assets/estiba/preview.js",
    "assets/estiba/tag_filter.js",
    "assets/estiba/search/entry.js",
)


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Read the policy, and give the owner's configuration what it leaves open."""
    _refuse_both(config)
    try:
        policy = load_config(_policy_path(config))
    except ConfigError as error:
        raise ConfigurationError(f"estiba: {error}") from None
    _set_theme(config, policy.language)
    catalogue = catalogue_for(config.theme["language"])
    if not config.theme.get("palette"):
        config.theme["palette"] = [
            _palette("light", "default", "material/weather-night", catalogue.text("palette.dark")),
            _palette("dark", "slate", "material/weather-sunny", catalogue.text("palette.light")),
        ]
    if config.copyright:
        config.copyright = Markup(config.copyright)  # nosec B704 # noqa: S704 - the owner's HTML, not a note's
    config.extra_css[:0] = _STYLES
    config.extra_javascript[:0] = map(module_script, _SCRIPTS)
    if _policy_path(config).is_file():
        config.watch.append(str(_policy_path(config)))
    guard_log()
    open_state(config, SiteState(policy, catalogue, MarkdownPage(catalogue)))


@event_priority(100)
def on_env(env: jinja2.Environment, config: MkDocsConfig, **_: object) -> None:
    """Escape everything that a template prints; MkDocs and Material escape nothing.

    Besides what they know, templates get `estiba`, `parts` and a filter `url` that does less work.
    """
    env.autoescape = True
    addresses = PageAddresses()
    env.filters["url"] = addresses.url
    env.globals["estiba"] = View(state_of(config))
    env.globals["parts"] = PageParts(addresses)


def _policy_path(config: MkDocsConfig) -> Path:
    base = Path(config.config_file_path).parent if config.config_file_path else Path()
    return base / FILE_NAME


def _refuse_both(config: MkDocsConfig) -> None:
    ours = {name for name, plugin in config.plugins.items() if _is_ours(plugin)}
    if "estiba" in ours and len(ours) > 1:
        hooks = ", ".join(sorted(ours - {"estiba"}))
        raise ConfigurationError(
            f"estiba: mkdocs.yml lists the plugin 'estiba' and hooks"
            f" that do the same ({hooks}); keep one of the two"
        )


def _is_ours(plugin: object) -> bool:
    if not isinstance(plugin, ModuleType):
        return type(plugin).__module__.startswith(f"{estiba.__name__}.")
    return any(
        getattr(value, "__module__", "").startswith(f"{estiba.__name__}.site.")
        for name, value in vars(plugin).items()
        if name.startswith("on_")
    )


def _set_theme(config: MkDocsConfig, language: str | None) -> None:
    if config.theme.name == "mkdocs":  # what MkDocs takes where no theme is named
        config.theme = Theme(name=_MATERIAL)
    if config.theme.name != _MATERIAL:
        raise ConfigurationError(f"estiba: needs the theme 'material', not '{config.theme.name}'")
    own = str(package_files("estiba") / "theme")
    if own not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, own)
    if config.theme.get("font") == _MATERIAL_FONT:
        config.theme["font"] = False
    if language and config.theme["language"] == "en":
        config.theme["language"] = language
    features = config.theme.get("features") or list(_FEATURES)
    config.theme["features"] = [one for one in features if one not in _UNSAFE_FEATURES]


def _palette(media: str, scheme: str, icon: str, name: str) -> dict[str, Any]:
    return {
        "media": f"(prefers-color-scheme: {media})",
        "scheme": scheme,
        "primary": "indigo",
        "accent": "indigo",
        "toggle": {"icon": icon, "name": name},
    }
