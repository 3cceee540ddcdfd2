"""Every page that can be found, as a document for Pagefind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from estiba.site.examples.shown import shown_examples
from estiba.site.folders import parent
from estiba.site.formulas import with_latex
from estiba.site.note_lists import page_title
from estiba.site.search_index.document import SearchDocument, inner_words
from estiba.site.state import SiteState, state_of
from estiba.vault.note import Note, language_tag

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

_OTHER_IDS = re.compile(r'<span class="estiba-anchor" id="[^"<>]*"></span>')
"""What lets other spellings of a heading's id live: the search knows the id itself."""


@event_priority(-90)
def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> None:
    """Put the page where Pagefind will read it, now that its text is final."""
    state = state_of(config)
    if state.search.stage is None or (page.meta.get("search") or {}).get("exclude"):
        return
    note = state.vault.notes.get(page.file.src_uri) if state.vault else None
    if note is not None:
        document = _of_note(note, html, state)
    elif page.file.src_uri in state.listings:
        document = SearchDocument(
            language=(language_tag(page.meta.get("lang")) or state.catalogue.language).lower(),
            title=state.listings[page.file.src_uri].title,
            content=html,
        )
    else:
        return
    state.search.stage.add(page.file.dest_uri, document.html())


def _of_note(note: Note, html: str, state: SiteState) -> SearchDocument:
    own = state.vault.tags_of(note) if state.vault else ()
    vocabulary, tags = state.policy.vocabulary, state.vault.tags if state.vault else {}
    above = dict.fromkeys(key for tag in own for key in vocabulary.ancestors(tag.key))
    return SearchDocument(
        language=(note.language or state.catalogue.language).lower(),
        title=note.title,
        content=_OTHER_IDS.sub("", with_latex(html)),
        lead="\n".join(filter(None, (note.subtitle, note.description if note.described else ""))),
        folders=_folders(note.path, state),
        tags=tuple((tag.slug, tag.label(state.catalogue.language)) for tag in own),
        tags_above=tuple(tags[key].slug for key in above if tags[key] not in own),
        words=inner_words(example.text for example in shown_examples(state, note.path)),
        is_checked=state.is_checked(note.path),
    )


def _folders(path: str, state: SiteState) -> tuple[tuple[str, str], ...]:
    found = []
    if path in state.folder_at:  # the page of a folder is found in it
        path = f"{state.folder_at[path]}/"
    while path := parent(path):
        folder = state.folders.get(path)
        if folder is not None and folder.index is not None:
            found.append((path, page_title(state, folder.index)))
    return tuple(reversed(found))
