"""Each page says what it may run, and ask for. What templates need is seen in a page without a note."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from mkdocs.commands.build import get_context
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_relative_url

from estiba.config import FILE_NAME
from estiba.report.printable import printable
from estiba.site.invocation import invocation
from estiba.site.security.content_policy import content_policy
from estiba.site.security.template_sources import Sources, hash_of, runs, script_elements, sources_of
from estiba.site.state import SiteState, state_of

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

log = get_plugin_logger("estiba")
_EMPTY_PAGE = '{% extends "main.html" %}{% block content %}{% endblock %}{% block site_nav %}{% endblock %}'
"""The templates without a word of a note: what stands in it is its owner's, and the theme's."""
_HEAD = re.compile(r"<head(?:\s[^<>]*)?>(?:\s*<meta\s+charset=[^<>]*>)?", re.IGNORECASE)
_DRAWING = {"style-src": ("'unsafe-inline'",)}
"""Mermaid measures what it draws in the page, with styles that it puts there."""


@event_priority(90)
def on_config(config: MkDocsConfig) -> None:
    """Have Material's first script be the same on pages at any depth; it names what a browser keeps."""
    path = urlsplit(config.site_url or "").path or "/"
    config.extra.setdefault("scope", quote(path, safe="/%"))


@event_priority(20)
def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Write the policy, once templates escape what they print."""
    state = state_of(config)
    if not state.policy.security.csp:
        return
    template = env.from_string(_EMPTY_PAGE)
    bases = {get_relative_url(".", file.url) for file in files.documentation_pages()}
    bases.add(urlsplit(config.site_url or "/").path or "/")
    needed = [_needed(template, config, base) for base in sorted(bases)]
    drawing = _DRAWING if state.policy.mermaid else {}
    state.content_policy = content_policy(*needed, drawing, state.policy.security.sources)


@event_priority(-1000)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put the policy into a page, after everybody who changes it."""
    return _with_policy(output, page.file.dest_uri, state_of(config))


@event_priority(-1000)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Put the policy into a page that is no note's: that for what is not found."""
    if not template_name.endswith((".html", ".htm")):
        return output_content
    return _with_policy(output_content, template_name, state_of(config))


@event_priority(-900)
def on_post_build(config: MkDocsConfig) -> None:
    """Say which scripts the policy keeps from running."""
    refused = state_of(config).refused_scripts
    for source, names in sorted(refused.items(), key=lambda one: one[1]):
        log.warning(
            "%s",
            printable(
                f"{names[0]}: a script within the page will not run{_and_others(names)}: put it into a file,"
                f' or allow it in {FILE_NAME}: script-src = ["{source}"] in [security.sources]'
            ),
        )


def _and_others(names: Iterable[str]) -> str:
    number = len(set(names)) - 1
    return f" (nor on {number} other pages)" if number else ""


def _needed(template: jinja2.Template, config: MkDocsConfig, base: str) -> Sources:
    context = get_context(Navigation([], []), [], config, base_url=base)
    return sources_of(template.render(context))


def _with_policy(page: str, name: str, state: SiteState) -> str:
    policy = state.content_policy
    if not policy.text:
        return page
    for attributes, code in script_elements(page):
        if attributes in policy.data or code in policy.known:
            continue
        if not runs(attributes):
            policy.data.add(attributes)
        elif (source := hash_of(code)) in policy.scripts:
            policy.known.add(code)
        else:
            state.refused_scripts.setdefault(source, []).append(name)
    if invocation().command == "serve" and not invocation().in_memory:
        # MkDocs puts a script of its own into each page that it sends
        return page
    return _HEAD.sub(lambda head: f"{head[0]}\n{policy.meta}", page, count=1)
