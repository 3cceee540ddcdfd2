"""A new note: what its values are, what it still lacks, and the file itself."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from estiba.config import Config
from estiba.vault.note import Note, is_placeholder, read_note
from estiba.vocabulary import Vocabulary
from estiba.yaml_tree import Scalar

ASKED = ("title", "description", "tags", "aliases")
"""Fields that only the author can give; the others have a day or a default."""


def lacking(text: str, path: str, config: Config) -> list[str]:
    """Give the fields of `ASKED` that the note at `path` must have, and has not in `text`."""
    note = read_note(text.encode(), path, config)
    return [name for name in ASKED if name in config.required_in(path) and not _has(note, name)]


def left_empty(text: str, path: str, config: Config) -> list[str]:
    """Give the fields of `ASKED` that the template has a place for, and `text` has nothing in."""
    note = read_note(text.encode(), path, config)
    return [name for name in ASKED if name in note.entries and not _has(note, name)]


def _has(note: Note, name: str) -> bool:
    entry = note.entries.get(name)
    if entry is None or entry.value in (None, "", []):
        return False
    return not (isinstance(entry.node, Scalar) and is_placeholder(entry.node.text))


def unknown_tags(tags: Iterable[str], vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Give the tags that a closed vocabulary has not, with the one that each resembles, or an empty text."""
    if not vocabulary.closed:
        return []
    found = []
    for tag in tags:
        key = vocabulary.resolve(tag)
        if key not in vocabulary.terms:
            names = vocabulary.near(key)
            near = vocabulary.terms[vocabulary.names[names[0]]].name if names else ""
            found.append((tag, near))
    return found


def write_new(root: Path, path: str, text: str) -> Path:
    """Write the note `text` to `path` in the vault at `root`, and the folders on the way; gives its file.

    Raises OSError, FileExistsError where something is there already, be it a link that leads nowhere.
    """
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as opened:
        opened.write(text)
    return file
