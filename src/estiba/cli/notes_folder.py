"""The vault in which a command is called."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from estiba.cli.mkdocs_file import mkdocs_file_in
from estiba.cli.targets import CannotRun
from estiba.config import FILE_NAME


@dataclass(frozen=True, slots=True)
class NotesFolder:
    """The folder of the notes, absolute, and the language that mkdocs.yml names, or an empty text."""

    root: Path
    language: str = ""


def notes_folder_of(here: Path) -> NotesFolder:
    """Find the vault that `here` (absolute) stands in: by the nearest mkdocs.yml, else estiba.toml.

    Raises `CannotRun` where there is none.
    """
    for folder in (here, *here.parents):
        if site := mkdocs_file_in(folder):
            return NotesFolder(site.docs.resolve(), site.language)
    for folder in (here, *here.parents):
        if (folder / FILE_NAME).is_file():
            return NotesFolder(folder)
    raise CannotRun(f"no mkdocs.yml and no {FILE_NAME} in {here} or above; 'estiba init' makes a vault")
