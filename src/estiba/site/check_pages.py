"""A page for each check that readers are told of under an example, out of the check's file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority
from mkdocs.utils import get_relative_url

from estiba.checks.registry import checks_called
from estiba.site.generated import add_page
from estiba.site.listing import Listing
from estiba.site.state import SiteState, state_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

KIND = "check"
_FENCE = re.compile(r"^(?P<mark>`{3,})[^\n]*\n(?P<code>.*?)^(?P=mark)$", re.MULTILINE | re.DOTALL)


@event_priority(600)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the pages that are not there yet."""
    state = state_of(config)
    folder = state.catalogue.text("checks.address")
    for name in sorted(_named(state) - state.check_pages.keys()):
        publish(name, folder, files, config)


@event_priority(900)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str | None:
    """Write the page of a check; tell any other where these pages are."""
    state = state_of(config)

    def check_url(name: str) -> str:
        file = state.check_pages.get(name)
        return get_relative_url(file.url, page.file.url) if file else ""

    state.markdown_page.check_url = check_url
    listing = state.listings.get(page.file.src_uri)
    if listing is None or listing.kind != KIND:
        return None
    page.meta["lang"] = "en"
    return check_markdown(listing.title)


def publish(name: str, folder: str, files: Files, config: MkDocsConfig) -> None:
    """Add the page of the checks called `name` to the folder of that address."""
    summaries = " ".join(f"{check.summary}." for check in checks_called(name))
    listing = Listing(KIND, name, summaries)
    state_of(config).check_pages[name] = add_page(
        files, config, f"{folder}/{name}", listing, in_navigation=False
    )


def check_markdown(name: str) -> str:
    """Write the page of the checks called `name`.

    Its examples are indented: they are shown as code, not as examples of this site.
    """
    parts = []
    for check in checks_called(name):
        text = check.page.partition("\n\n")[2]
        parts.append(f"## On {check.group}: {check.severity}\n\n{_FENCE.sub(_indented, text)}\n")
    return "\n".join(parts)


def _named(state: SiteState) -> set[str]:
    return {name for findings in state.findings.values() for name in findings.told}


def _indented(match: re.Match[str]) -> str:
    return "".join(f"    {line}\n" if line else "\n" for line in match["code"].splitlines())
