"""A page for each check, out of its file; for the site of Estiba itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from estiba.checks.registry import GROUPS, NAMES, checks_called
from estiba.site.generated import add_page
from estiba.site.listing import Listing
from estiba.site.state import state_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

FOLDER = "manual/checks"
_FENCE = re.compile(r"^(?P<mark>`{3,})[^\n]*\n(?P<code>.*?)^(?P=mark)$", re.MULTILINE | re.DOTALL)


@event_priority(600)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the pages, and one that lists them."""
    listing = Listing("checks", "Checks", "What Estiba looks at in notes and in their examples.")
    add_page(files, config, f"{FOLDER}/index", listing, in_navigation=False)
    for name in sorted(NAMES):
        summaries = " ".join(f"{check.summary}." for check in checks_called(name))
        page = Listing("check", name, summaries)
        add_page(files, config, f"{FOLDER}/{name}", page, in_navigation=False)


@event_priority(900)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str | None:
    """Write the page of a check, or the list of all."""
    listing = state_of(config).listings.get(page.file.src_uri)
    if listing is None or listing.kind not in ("check", "checks"):
        return None
    page.meta.update({"search": {}, "lang": "en"})
    return _list() if listing.kind == "checks" else check_markdown(listing.title)


def check_markdown(name: str) -> str:
    """Write the page of the checks called `name`.

    Its examples are indented: they are shown as code, not as examples of this site.
    """
    parts = []
    for check in checks_called(name):
        text = check.page.partition("\n\n")[2]
        parts.append(f"## On {check.group}: {check.severity}\n\n{_FENCE.sub(_indented, text)}\n")
    return "\n".join(parts)


def _indented(match: re.Match[str]) -> str:
    return "".join(f"    {line}\n" if line else "\n" for line in match["code"].splitlines())


def _list() -> str:
    lines = []
    for group, checks in GROUPS:
        lines.append(f"\n## On {group}\n")
        lines += [f"- [{one.name}]({one.name}.md) ({one.severity}): {one.summary}" for one in checks]
    return "\n".join(lines) + "\n"
