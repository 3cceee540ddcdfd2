"""The pages of all checks, and one that lists them; for the site of Estiba itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from estiba.checks.registry import GROUPS, NAMES
from estiba.site.check_pages import KIND, publish
from estiba.site.generated import add_page
from estiba.site.listing import Listing
from estiba.site.state import state_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_FOLDER = "manual/checks"
_LIST = "checks"


@event_priority(610)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the pages, before other features add the few that they need."""
    listing = Listing(_LIST, "Checks", "What Estiba looks at in notes and in their examples.")
    add_page(files, config, f"{_FOLDER}/index", listing, in_navigation=False)
    for name in sorted(NAMES):
        publish(name, _FOLDER, files, config)


@event_priority(890)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str | None:
    """Write the list; let all of them be found by search."""
    listing = state_of(config).listings.get(page.file.src_uri)
    if listing is None or listing.kind not in (KIND, _LIST):
        return None
    page.meta.update({"search": {}, "lang": "en"})
    return _list() if listing.kind == _LIST else None


def _list() -> str:
    lines = []
    for group, checks in GROUPS:
        lines.append(f"\n## On {group}\n")
        lines += [f"- [{one.name}]({one.name}.md) ({one.severity}): {one.summary}" for one in checks]
    return "\n".join(lines) + "\n"
