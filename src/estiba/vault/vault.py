"""All notes of a folder, as one object."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from estiba.config import Config
from estiba.problem import Problem
from estiba.vault.note import Note, Unreadable, read_note
from estiba.vault.tags import Tag, index_tags


@dataclass(frozen=True)
class Vault:
    """The published notes of a vault by path, what was wrong with any note, and its policy."""

    config: Config
    notes: Mapping[str, Note]
    """Published notes, in the order in which they were read."""
    withheld: frozenset[str]
    """Paths of notes that are not published, or cannot be read."""
    problems: tuple[Problem, ...]
    """What was wrong with any note, as far as reading it shows."""
    unreadable: tuple[Problem, ...] = ()
    """Those of `problems` that kept a file from being read at all."""

    @cached_property
    def tags(self) -> Mapping[str, Tag]:
        """The tags of the published notes, and those above them, by their keys."""
        return MappingProxyType(index_tags(self.notes.values(), self.config.vocabulary))

    def tags_of(self, note: Note) -> tuple[Tag, ...]:
        """Give the tags of `note` in its author's order, each once."""
        return tuple(self.tags[key] for key in dict.fromkeys(map(self.config.vocabulary.resolve, note.tags)))


def read_vault(files: Iterable[tuple[str, bytes]], config: Config, *, keep_drafts: bool = False) -> Vault:
    """Read notes, given as (path, bytes) pairs; a bad note never keeps others from being read.

    With `keep_drafts`, notes that are not published are read as if they were.
    """
    notes: dict[str, Note] = {}
    withheld: set[str] = set()
    problems: list[Problem] = []
    unreadable: list[Problem] = []
    for path, data in files:
        try:
            note = read_note(data, path, config)
        except Unreadable as error:
            withheld.add(path)
            problems.append(error.problem)
            unreadable.append(error.problem)
            continue
        problems.extend(note.problems)
        if note.published or keep_drafts:
            notes[path] = note
        else:
            withheld.add(path)
    return Vault(config, MappingProxyType(notes), frozenset(withheld), tuple(problems), tuple(unreadable))
