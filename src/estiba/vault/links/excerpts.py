"""A part of a note: what an embed shows."""

from __future__ import annotations

from typing import NamedTuple

from estiba.vault.links.targets import Target
from estiba.vault.note import Note


class Excerpt(NamedTuple):
    """Lines of a note, in its author's file."""

    path: str
    first_line: int
    last_line: int


def excerpt_of(note: Note, target: Target) -> Excerpt:
    """Give the part of `note` that a link with `target` means: a section, a block, or all of it."""
    part = target.section or target.block
    if part is not None:
        return Excerpt(note.path, part.first_line, part.last_line)
    return whole(note)


def whole(note: Note) -> Excerpt:
    """Give all of the note's text."""
    return Excerpt(note.path, note.body_line, note.body_line + note.body.count("\n"))


def text_of(note: Note, excerpt: Excerpt) -> str:
    """Give the lines of the excerpt."""
    lines = note.body.split("\n")
    return "\n".join(lines[excerpt.first_line - note.body_line : excerpt.last_line - note.body_line + 1])
