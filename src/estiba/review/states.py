"""One state of a note: its article, and how much of a reader's line and of the search it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from estiba.git.tree import TreeFile
from estiba.markdown.searched_text import searched_text
from estiba.review.rendering import NotShown, Renderer
from estiba.review.sanitising import sanitised
from estiba.vault.files.used_attachments import uses
from estiba.vault.note import Note
from estiba.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes."""

    article: int
    """Of the HTML that the note is turned into."""
    attachments: int
    """Of the pictures and other files that it shows, each once."""
    search: int
    """Of the words that the search reads."""


@dataclass(frozen=True, slots=True)
class NoteState:
    """A note before the change, or after it."""

    note: Note | None
    """None where it cannot be read."""
    article: str = ""
    """Clean HTML; the ids in it begin with a prefix of their own."""
    reason: str = ""
    """Why there is no article: a key of the catalogue below `review.article`."""
    sizes: Sizes | None = None


def note_state(
    note: Note | None, renderer: Renderer, files: Mapping[str, TreeFile], prefix: str
) -> NoteState:
    """Look at a note of the snapshot that `renderer` shows; `files` are those of the vault then."""
    if note is None:
        return NoteState(None, reason="unreadable")
    try:
        html = renderer.article(note)
    except NotShown as error:
        return NoteState(note, reason=error.reason)
    article = sanitised(html, prefix)
    words = "\n".join(filter(None, (note.title, note.subtitle, note.description, searched_text(article))))
    return NoteState(
        note,
        article,
        sizes=Sizes(
            article=len(html.encode("utf-8", "replace")),
            attachments=_shown(note, renderer.snapshot.vault, files),
            search=len(words.encode("utf-8", "replace")),
        ),
    )


def _shown(note: Note, vault: Vault, files: Mapping[str, TreeFile]) -> int:
    paths = {target.path for link, target in uses(vault, note) if link.is_embed}
    return sum(files[path].size for path in paths if path in files)
