"""Tags of many notes -> one tag a meaning, with its address and its notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from estiba.folding import fold, slug, unique
from estiba.vault.note import Note


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag of the vault: the commonest of its spellings, and who has it."""

    name: str
    slug: str
    """Differs from that of every other tag; `a-z`, `0-9` and `-`."""
    notes: tuple[Note, ...]
    """By title."""


def tag_key(name: str) -> str:
    """Give what two spellings of one tag have in common: `#Configuración` is `configuracion`."""
    return fold(name.lstrip("#").strip())


def index_tags(notes: Iterable[Note]) -> dict[str, Tag]:
    """Collect the tags of `notes`: key (`tag_key`) -> tag, in the order of their keys."""
    spellings: dict[str, Counter[str]] = {}
    having: dict[str, dict[str, Note]] = {}
    for note in notes:
        for name in note.tags:
            key = tag_key(name)
            spellings.setdefault(key, Counter())[name] += 1
            having.setdefault(key, {})[note.path] = note
    taken: set[str] = set()
    return {
        key: Tag(
            name=min(spellings[key], key=lambda name: (-spellings[key][name], name)),
            slug=unique(slug(key, fallback="tag"), taken),
            notes=tuple(sorted(having[key].values(), key=title_order)),
        )
        for key in sorted(spellings)
    }


def title_order(note: Note) -> tuple[str, str]:
    """Sort notes by title as a reader would, and by path where titles agree."""
    return fold(note.title), note.path
