"""An author's edit: a sentence at the end of a note, with a word that is nowhere else."""

from __future__ import annotations

from pathlib import Path

_BEGIN = "\nMedido: "


def edit(note: Path, word: str) -> None:
    """Put the sentence with `word` at the end of `note`, in the place of that of an earlier edit."""
    text = note.read_text("utf-8").partition(_BEGIN)[0]
    note.write_text(f"{text}{_BEGIN}{word}.\n", "utf-8")


def shows(page: Path, word: str) -> bool:
    """Whether the page of a site has the word."""
    return word in page.read_text("utf-8")
