"""Markdown files that programs keep in a vault beside the notes: drawings, and templates of notes."""

from __future__ import annotations

from collections.abc import Container

from estiba.folding import fold

_DRAWING = ".excalidraw.md"
_DRAWING_KEY = "excalidraw-plugin"
_TEMPLATES = frozenset("templates template _templates plantillas plantilla _plantillas".split())
_PLACES = ("{{", "<%")
"""How Obsidian's templates, and those of Templater, mark what is filled in."""


def is_material(path: str, keys: Container[str], text: str, template: str | None = None) -> bool:
    """Whether the file at `path`, with `keys` in its front matter, is no note of its owner's.

    A drawing of Excalidraw is none, nor is a file in a folder of templates, or the owner's `template`, in
    which something is to be filled in.
    """
    if path.lower().endswith(_DRAWING) or _DRAWING_KEY in keys:
        return True
    folders = map(fold, path.split("/")[:-1])
    is_template = path == template or not _TEMPLATES.isdisjoint(folders)
    return is_template and any(mark in text for mark in _PLACES)
