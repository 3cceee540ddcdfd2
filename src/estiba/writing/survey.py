"""A folder that is to become a vault: which notes are there already, and where."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from estiba.folding import fold
from estiba.vault.files.attachments import OF_PROGRAMS
from estiba.vault.links.note_names import NOTE_SUFFIXES

DOCS = "docs"
_OBSIDIAN = ".obsidian"
_NO_NOTES = OF_PROGRAMS | {"site", "venv", "__pycache__"}
_PAPERS = frozenset(
    """
    readme license licence contributing changelog changes history authors security support governance
    code_of_conduct code-of-conduct citation
    """.split()
)
"""Markdown files at the top of a repository that are about it."""


class NoPlace(Exception):
    """A folder that cannot become a vault as it is; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Survey:
    """The folder of the notes, as a path from that of the vault, and whether notes are in it."""

    docs: str
    has_notes: bool


def survey(folder: Path, named: str | None = None) -> Survey:
    """Find the notes in `folder`, which need not exist: those in `named`, if that is given; else in
    `docs`, else in the only folder that has some. Without any, they will be in `docs`.

    Raises `NoPlace` where they stand in `folder` itself, of which MkDocs makes no site, or in several.
    """
    if named is not None:
        docs = _inside(named)
        return Survey(docs, has_notes_in(folder / docs))
    if has_notes_in(folder / DOCS):
        return Survey(DOCS, has_notes=True)
    if not folder.is_dir():
        return Survey(DOCS, has_notes=False)
    lone = _lone_note(folder)
    if lone is not None:
        raise NoPlace(
            f"'{lone}' stands in {folder} itself, and MkDocs takes notes from a folder below its mkdocs.yml;"
            f" put them into {folder / DOCS}, or begin one folder above: estiba init .. --notes {folder.name}"
        )
    found = [one for one in _folders(folder) if has_notes_in(folder / one)]
    of_obsidian = [one for one in found if (folder / one / _OBSIDIAN).is_dir()]
    if len(found) > 1 and len(of_obsidian) != 1:
        listed = ", ".join(found[:3]) + (" …" if len(found) > 3 else "")
        raise NoPlace(
            f"notes are in several folders ({listed}), and MkDocs takes one; name it: --notes {found[0]}"
        )
    chosen = of_obsidian if len(of_obsidian) == 1 else found
    return Survey(chosen[0], has_notes=True) if chosen else Survey(DOCS, has_notes=False)


def has_notes_in(folder: Path) -> bool:
    """Whether a note stands in `folder`, at any depth; links of the system are not followed."""
    for _, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if one not in _NO_NOTES and not one.startswith(".")]
        if any(_is_note(name) for name in names):
            return True
    return False


def _inside(named: str) -> str:
    path = PurePosixPath(Path(named).as_posix())
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise NoPlace(f"'{named}' is no folder below the vault's; write its name, like {DOCS}")
    return path.as_posix()


def _lone_note(folder: Path) -> str | None:
    """Give a file at the top that is a note, or what says that the folder is a vault of Obsidian."""
    names = sorted(one.name for one in folder.iterdir())
    if _OBSIDIAN in names:
        return _OBSIDIAN
    notes = (name for name in names if _is_note(name) and (folder / name).is_file())
    return next((name for name in notes if fold(name.partition(".")[0]) not in _PAPERS), None)


def _folders(folder: Path) -> list[str]:
    names = sorted(one.name for one in folder.iterdir() if one.is_dir() and not one.is_symlink())
    return [name for name in names if name not in _NO_NOTES and not name.startswith(".")]


def _is_note(name: str) -> bool:
    return name.lower().endswith(NOTE_SUFFIXES) and not name.startswith(".")
