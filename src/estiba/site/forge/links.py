"""What pages say of the forge: change this note, see how it changed, say what is wrong, send another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from estiba.forge import fill, fill_text
from estiba.site.home import outermost
from estiba.vault.text.prose import shorten
from estiba.writing.places import TemplateFault
from estiba.writing.template import fill as fill_template
from estiba.writing.values import NoteValues

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

    from estiba.site.state import SiteState
    from estiba.vault.note import Note

LIMIT = 8000
"""Characters of an address: GitHub answers no longer ones."""
_TITLE_LIMIT = 120


@dataclass(frozen=True, slots=True)
class ForgeLinks:
    """Where a note leads to at the forge; what is empty leads nowhere."""

    edit: str
    history: str
    report: str
    """With the line at which the note's text begins."""
    report_at: str
    """With the place `{line}`, for a script to fill in; empty where the report names none."""
    lines: dict[str, int]
    """The line of the author's file at which each heading and example begins, by its id on the page."""


def forge_links(state: SiteState, page: Page) -> ForgeLinks | None:
    """Give where the note that `page` shows leads to; None for other pages, and for what is not published."""
    note = state.vault.notes.get(page.file.src_uri) if state.vault else None
    forge = state.forge
    if forge is None or note is None or not note.published:
        return None
    values = {"path": forge.path(note.path)}
    report_at = _report(state, note, page.canonical_url or page.url)
    links = ForgeLinks(
        edit=page.edit_url or "",
        history=forge.address("history", values),
        report=fill(report_at, {"line": str(_first_line(note))}),
        report_at=report_at if "{line}" in report_at else "",
        lines=_lines(state, note),
    )
    return links if links.edit or links.history or links.report else None


def proposal(state: SiteState, page: Page | None) -> str:
    """Give where somebody can send a new note for the folder that `page` lists; empty where nobody can.

    Of the pages that list no folder, that of all notes and those that are none know of it.
    """
    path = page.file.src_uri if page else None
    file = state.notes_page
    if path in state.folder_at:
        folder = state.folder_at[path] or outermost(state).path
    elif page is None or (file and path == file.src_uri):
        folder = outermost(state).path
    else:
        return ""
    if state.forge is None:
        return ""
    name = state.catalogue.text("forge.filename")
    values = {
        "folder": state.forge.path(folder),
        "filename": name,
        "path": state.forge.path(f"{folder}/{name}".lstrip("/")),
    }
    whole = state.forge.address("propose", {**values, "template": _new_note(state, f"{folder}/{name}")})
    return whole if len(whole) <= LIMIT else state.forge.address("propose", {**values, "template": ""})


def _new_note(state: SiteState, path: str) -> str:
    """Fill in the vault's template for a new note at `path`, of which nothing is known yet."""
    policy = state.policy
    try:
        return fill_template(
            state.note_template,
            NoteValues(),
            config=policy,
            language=state.catalogue.language,
            wanted=policy.required_in(path.lstrip("/")),
        )
    except TemplateFault:
        return ""


def _report(state: SiteState, note: Note, url: str) -> str:
    if state.forge is None:
        return ""
    path, title = state.forge.path(note.path), shorten(note.title, limit=_TITLE_LIMIT)
    texts = state.catalogue.texts
    known = {"path": path, "title": title, "url": url}
    text = fill_text(texts["forge.report-text"] + "\n\n", known)
    subject = fill_text(texts["forge.report-subject"], known)
    return state.forge.address("report", known, {"text": text, "subject": subject})


def _first_line(note: Note) -> int:
    text = note.body.lstrip()
    return note.body_line + note.body[: len(note.body) - len(text)].count("\n") if text else 1


def _lines(state: SiteState, note: Note) -> dict[str, int]:
    lines = {section.id: section.first_line for section in note.marks.sections}
    return lines | state.example_lines.get(note.path, {})
