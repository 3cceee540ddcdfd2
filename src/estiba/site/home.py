"""The home page: the owner's template `home.html`, if there is one, and what it shows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from estiba.folding import fold
from estiba.site.note_lists import FolderLink, page_title
from estiba.site.state import SiteState

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page

    from estiba.site.folders import Folder

TEMPLATE = "home.html"
_ADDRESS = "index.html"


@event_priority(-90)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> None:
    """Draw the page at the site's root with `home.html`, where a folder of the theme holds one.

    It is as wide as the site, unless the note there says what it hides.
    """
    if not is_home(page.file):
        return
    if any((Path(folder) / TEMPLATE).is_file() for folder in config.theme.dirs):
        page.meta["template"] = TEMPLATE
        page.meta.setdefault("hide", ["navigation", "toc"])


def is_home(file: File) -> bool:
    """Whether `file` is the page at the site's root."""
    return file.dest_uri == _ADDRESS


def is_own_home(state: SiteState, page: Page) -> bool:
    """Whether `page` is the home page of a vault that has none."""
    path = page.file.src_uri
    return path in state.listings and path == state.folders[""].index


def list_home_folders(state: SiteState) -> list[FolderLink]:
    """List the outermost folders, by title; instead of an only one without notes, those in it."""
    shown = [state.folders[path] for path in outermost(state).folders]
    links = [
        FolderLink(page_title(state, one.index), state.files[one.index].url, one.count)
        for one in shown
        if one.index is not None
    ]
    return sorted(links, key=lambda link: fold(link.title))


def outermost(state: SiteState) -> Folder:
    """Give the folder whose folders are the outermost: the vault, or an only one without notes in it."""
    folder = state.folders[""]
    while len(folder.folders) == 1:
        inner = state.folders[folder.folders[0]]
        if inner.notes:
            break
        folder = inner
    return folder
