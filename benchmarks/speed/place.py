"""A vault on the disk, and the program that builds it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generated_vault import note_path

from speed.processes import run
from speed.programs import Program


@dataclass(frozen=True, slots=True)
class Place:
    """Where one program builds a vault of so many notes."""

    program: Program
    root: Path
    notes: int
    words: Iterator[str]

    @property
    def site(self) -> Path:
        """The folder of the site."""
        return self.root / self.program.site

    @property
    def note(self) -> str:
        """The note that is edited, below the notes' folder: the one in the middle."""
        return note_path(self.notes // 2)

    def set_up(self) -> None:
        """Write the vault, if it is not there."""
        if not self.root.exists():
            self.program.set_up(self.root, self.notes)

    def build(self, *, watch_memory: bool = False) -> tuple[float, int]:
        """Build the site; gives the seconds, and the bytes of memory."""
        ran = run(self.program.build, self.root, watch_memory=watch_memory)
        return ran.seconds, ran.together

    def have_site(self) -> None:
        """Build the site, if it is not there."""
        if not self.site.is_dir():
            self.build()


def words() -> Iterator[str]:
    """Give words, none of which has been there."""
    return (f"palabra{number:06}" for number in itertools.count())


def page_of(note: str) -> str:
    """Give where the page of a note stands in a site; it is the same in all of them."""
    return f"{note.removesuffix('.md')}/index.html"
