"""Which names are those of notes, and which of other files."""

from __future__ import annotations

import posixpath

NOTE_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""Those that MkDocs takes for Markdown."""
_MEDIA = frozenset(
    """
    .avif .bmp .gif .jpeg .jpg .png .svg .webp .flac .m4a .mp3 .ogg .wav .3gp .mkv .mov .mp4 .ogv .webm
    .pdf .canvas .base
    """.split()
)
"""Those that Obsidian knows, besides notes."""


def without_suffix(path: str) -> str:
    """Give the path of a note without the suffix that makes it one; another's is left."""
    plain, suffix = posixpath.splitext(path)
    return plain if suffix.lower() in NOTE_SUFFIXES else path


def names_file(name: str) -> bool:
    """Whether `name` ends as files do that are no notes; `Node.js` does not."""
    return posixpath.splitext(name)[1].lower() in _MEDIA
