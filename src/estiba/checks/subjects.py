"""What checks look at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

from estiba.checks.note_code import NoteCode
from estiba.checks.silence_comments import Silence
from estiba.compose.example import Example
from estiba.compose.project.model import Model, read_model
from estiba.compose.project.service import Service
from estiba.compose.reading.schema import Complaint
from estiba.compose.reading.source_map import source_offsets
from estiba.compose.reading.tree import Path, Values
from estiba.compose.term_reading import terms_of
from estiba.compose.terms import Terms
from estiba.compose.variables.candidates import Candidate, candidates_of
from estiba.compose.variables.exposure import LiveSecret, live_secrets_of
from estiba.compose.variables.variables import ExampleVariable, variables_of
from estiba.config import Config
from estiba.position import LineMap, Position
from estiba.problem import Problem, ProblemValue, Severity
from estiba.vault.note import Note
from estiba.vault.text.explanations import Explanation
from estiba.vault.vault import Vault
from estiba.yaml_tree import Scalar


@dataclass(frozen=True, slots=True)
class NoteInVault:
    """A note, and the policy that it is judged by."""

    note: Note
    config: Config
    vault: Vault | None = None
    """All of its vault; None where not all of it was read."""


@dataclass(frozen=True)
class PlacedExample:
    """An example, and where it stands in the file that its author edits."""

    example: Example
    path: str
    first_line: int
    """The line of the file that holds the first line of the example's text."""
    widths: tuple[int, ...] = field(default=(), repr=False)
    """Characters to the left of each line of the example in that file."""
    variables: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Variables that the note gives values to, in an `.env` beside the example."""
    in_note: bool = False
    """Whether it is one of a note, whose reader sets the variables and brings the files."""
    info: str = ""
    """What stands behind the opening marker of its fence."""
    explanations: tuple[Explanation, ...] = field(default=(), repr=False)
    """Items of the list below it in the note, which say what it has."""
    beside: NoteCode = field(default_factory=NoteCode, repr=False)
    """All that stands in the fences of the note."""
    lines: Sequence[str] = field(default=(), repr=False)
    """The lines of the note; empty for a file of its own."""

    def __getstate__(self) -> dict[str, Any]:
        """Give what it was made of, for a copy of it: what was found out since can be found out again."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    def position(self, offset: int) -> Position:
        """Turn an offset into the example's text into a position in the file."""
        line, column = self._lines.position(min(offset, len(self.example.text)))
        width = self.widths[line - 1] if line <= len(self.widths) else 0
        return Position(line + self.first_line - 1, column + width)

    def problem(
        self,
        check: str,
        severity: Severity,
        path: Path,
        variant: str = "",
        *,
        at_key: bool = False,
        offset: int | None = None,
        **values: ProblemValue,
    ) -> Problem:
        """Make the problem of `check` with the value at `path`, or its key.

        `offset` is the index of the character in that value that the problem is about; None means
        the value as a whole, with its quotes.
        """
        place = self.values.place(path)
        position = self.position(place.key) if at_key else self.place_of(path, offset)
        used = self.position(place.used).line if place.used is not None else position.line
        if used != position.line:
            values["brought_in"] = used
        return Problem(check, severity, self.path, position, variant, values)

    def problem_at(
        self, check: str, severity: Severity, offset: int, variant: str = "", **values: ProblemValue
    ) -> Problem:
        """Make the problem of `check` with what stands at `offset` of the example's text."""
        return Problem(check, severity, self.path, self.position(offset), variant, values)

    def place_of(self, path: Path, offset: int | None = None) -> Position:
        """Give the position of the value at `path`, or of the character at `offset` of it as written."""
        place = self.values.place(path)
        if offset is not None and isinstance(place.node, Scalar):
            offsets = source_offsets(self.example.text, place.node)
            return self.position(offsets[min(offset, len(offsets) - 1)])
        return self.position(place.value)

    def where(self, path: Path) -> str:
        """Name `path` as the author of the example would: `services.web.ports`."""
        return ".".join(map(str, path[self.example.above :]))

    def value_at(self, path: Path) -> Any:
        """Give the value that `path` leads to; None where there is none."""
        return self.model.value_at(path)

    @property
    def is_excerpt(self) -> bool:
        """Whether it is a part of a file, and judged as one."""
        return self.example.part is not None

    @cached_property
    def model(self) -> Model:
        """The file as Compose sees it; empty where it cannot be read."""
        return read_model(self.example.document, self.variables, reader_sets_variables=self.in_note)

    @cached_property
    def live_secrets(self) -> tuple[LiveSecret, ...]:
        """What looks like a real credential in it."""
        return live_secrets_of(self.example.text, self.model, self._candidates)

    @cached_property
    def example_variables(self) -> tuple[ExampleVariable, ...]:
        """What its reader fills in."""
        return variables_of(self.example.text, self.model, self._candidates)

    @cached_property
    def _candidates(self) -> tuple[Candidate, ...]:
        return tuple(candidates_of(self.model))

    @cached_property
    def terms(self) -> Terms:
        """What its words are, and where they stand."""
        return terms_of(self.example, self.variables)

    @property
    def services(self) -> dict[str, Service]:
        """The services of the file, by name."""
        return self.model.services

    @property
    def values(self) -> Values:
        """The file as plain values."""
        return self.model.values

    @property
    def complaints(self) -> list[Complaint]:
        """What the Compose schema has against the file."""
        return self.model.complaints if self.example.document.roots else []

    @cached_property
    def _lines(self) -> LineMap:
        return LineMap.of(self.example.text)


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
