"""Notes instead of files: Estiba reads each once, MkDocs gets what Estiba read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority
from mkdocs.structure.files import InclusionLevel

from estiba.build_day import build_day
from estiba.catalogue import own_catalogue
from estiba.checks.rules import Rules
from estiba.kept.keeper import Keeper, Made
from estiba.progress import with_progress
from estiba.site.attachments import named_in_config
from estiba.site.finding import VaultFile
from estiba.site.home import is_home
from estiba.site.invocation import invocation
from estiba.site.places import place
from estiba.site.publishing import say_publishing
from estiba.site.state import state_of, vault_of
from estiba.site.vault_files import is_attachment
from estiba.vault.files.addresses import TakenPlaces
from estiba.vault.files.finding import FoundFiles, Refusal
from estiba.vault.note import Note
from estiba.vault.values import Value
from estiba.vault.vault import read_vault

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

_EMPTY_META = "---\n{}\n---\n"
"""Leaves MkDocs nothing to read in its own way."""
_HIDEABLE = ("navigation", "toc", "path", "footer", "tags", "feedback")
_THEME_KEYS = frozenset(
    """
    template icon status search social hide canonical_url edit_url subtitle encrypted robots image
    comments revision_date git_revision_date_localized git_creation_date_localized
    """.split()
)
"""Keys by which a page steers the theme or MkDocs: never straight out of a note."""


@event_priority(1000)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Read the vault, and take out of the site what is not published."""
    state = state_of(config)
    pages = {file.src_uri: file for file in files.documentation_pages() if file.abs_src_path}
    beside = {file.src_uri for file in files if is_attachment(file, config)}
    named = set(named_in_config(beside, config))
    found = FoundFiles(Path(config.docs_dir), refused=state.refused)
    keeper = state.keeper = Keeper(state.store, Rules(state.policy, build_day()), state.basis, watch=_watch)
    state.vault = read_vault(
        keeper.take(_contents(pages, state.refused)),
        state.policy,
        read=keeper.read,
        keep_drafts=invocation().drafts,
        attachments=beside,
        flat=not config.use_directory_urls,
        refused=state.refused,
        is_active=lambda path: path not in named and found.is_active(path),
    )
    say_publishing(state.vault)
    for path in (*state.vault.withheld, *(pages.keys() & state.refused.keys())):
        files.remove(pages.pop(path))
    state.files = pages
    place(files, state.vault, config)
    state.taken = TakenPlaces(file.dest_uri for file in files)
    for path, note in state.vault.notes.items():
        hand_over(pages[path], note)
        if note.unlisted and not is_home(pages[path]):
            pages[path].inclusion = InclusionLevel.NOT_IN_NAV


@event_priority(1000)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str | None:
    """Give the page the note's fields and text."""
    note = vault_of(config).notes.get(page.file.src_uri)
    if note is None:
        return None
    page.meta = _meta(note)
    give_title(page, note.title)
    state = state_of(config)
    if state.changed:
        page.update_date = state.update_date(note.path)
    state.markdown_page.heading = note.heading_to_lift
    state.markdown_page.catalogue = own_catalogue(note.language) or state.catalogue
    return note.body


@event_priority(1000)
def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> None:
    """Keep the id of the heading that became the title."""
    state = state_of(config)
    if state.markdown_page.anchor:
        state.anchors[page.file.src_uri] = state.markdown_page.anchor
    state.markdown_page.heading = None
    state.markdown_page.catalogue = state.catalogue


def _watch(made: Iterator[Made], total: int) -> Iterator[Made]:
    return with_progress(made, total, "reading")


def _contents(pages: dict[str, File], refused: dict[str, Refusal]) -> Iterator[tuple[str, bytes]]:
    for path, file in pages.items():
        try:
            data = file.content_bytes
        except OSError:
            refused[path] = Refusal.DENIED
        else:
            yield path, data


def hand_over(file: File, note: Note) -> None:
    """Let MkDocs find in `file` what Estiba read there."""
    if isinstance(file, VaultFile):
        file.text = lambda: _EMPTY_META + note.body
        return
    source = file.abs_src_path
    file.content_string = _EMPTY_META + note.body
    file.abs_src_path = source  # the setter above clears it, and with it the edit link


def give_title(page: Page, title: str) -> None:
    """Call `page` so, unless `nav:` in mkdocs.yml gives it a title."""
    if page.title != title and "title" not in vars(page):
        page.title = title


def _meta(note: Note) -> dict[str, Value]:
    """Give what templates find as `page.meta`: known keys in known types, and the owner's own."""
    meta = {key: entry.value for key, entry in note.extra.items() if key not in _THEME_KEYS}
    meta |= {"title": note.title, "description": note.description, "tags": list(note.tags)}
    hide, search = (note.extra[key].value if key in note.extra else None for key in ("hide", "search"))
    if isinstance(hide, list):
        meta["hide"] = [one for one in hide if one in _HIDEABLE]
    if note.unlisted or (isinstance(search, dict) and search.get("exclude") is True):
        meta["search"] = {"exclude": True}
    return meta
