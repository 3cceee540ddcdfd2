"""What checks look at."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from estiba.checks.silence_comments import Silence
from estiba.compose.example import Example
from estiba.compose.schema import Complaint, complaints
from estiba.compose.tree import Path, Values, read_values
from estiba.config import Config
from estiba.position import LineMap, Position
from estiba.vault.note import Note


@dataclass(frozen=True, slots=True)
class NoteInVault:
    """A note, and the policy that it is judged by."""

    note: Note
    config: Config


@dataclass(frozen=True)
class PlacedExample:
    """An example, and where it stands in the file that its author edits."""

    example: Example
    path: str
    first_line: int
    """The line of the file that holds the first line of the example's text."""
    widths: tuple[int, ...] = field(default=(), repr=False)
    """Characters to the left of each line of the example in that file."""

    def position(self, offset: int) -> Position:
        """Turn an offset into the example's text into a position in the file."""
        line, column = self._lines.position(min(offset, len(self.example.text)))
        width = self.widths[line - 1] if line <= len(self.widths) else 0
        return Position(line + self.first_line - 1, column + width)

    def value_at(self, path: Path) -> Any:
        """Give the value that `path` leads to; None where there is none."""
        value: Any = self.values.root
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    @cached_property
    def _lines(self) -> LineMap:
        return LineMap.of(self.example.text)

    @cached_property
    def values(self) -> Values:
        """The file as plain values; empty where it cannot be read."""
        root = self.example.document.root
        return read_values(root) if root is not None else Values({})

    @cached_property
    def complaints(self) -> list[Complaint]:
        """What the Compose schema has against the file."""
        return complaints(self.values.root) if self.example.document.root is not None else []


@dataclass(frozen=True, slots=True)
class UsedSilence:
    """A silence once the checks have run: which of its checks found something."""

    silence: Silence
    used: frozenset[str]
    known: frozenset[str]
    """Names of all checks."""
    off: frozenset[str]
    """Names of checks that did not run."""
    today: dt.date
