"""What is wrong, and where: the one form in which every part of Estiba says it."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from estiba.position import Position


@dataclass(frozen=True, slots=True)
class Terms:
    """Words that the catalogue has, by their keys: any of them."""

    keys: tuple[str, ...]


ProblemValue = str | int | Terms
_NO_VALUES: Mapping[str, ProblemValue] = MappingProxyType({})


class Severity(enum.StrEnum):
    """How bad a problem is, worst first."""

    ERROR = "error"
    """The note, or a part of it, cannot be used as it is written."""

    WARNING = "warning"
    """It is used, but hardly as its author meant it."""

    ADVICE = "advice"
    """It works; copying it is risky."""

    INFO = "info"
    """Said, not judged."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that mends a problem and alters nothing else that the file means."""

    position: Position
    """Where `old` stands in the author's file."""
    old: str
    """As the file has it, but with LF line ends; it may span lines."""
    new: str
    """What stands there then, with LF line ends; a new line ends as the one that it takes the place of."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a check found in one file.

    It carries no sentence: `check` names the text in the catalogue, `variant` one
    of several texts of that check, and `values` what the text speaks of. It becomes
    words where it is shown (`estiba.catalogue.Catalogue.problem`).
    """

    check: str
    severity: Severity
    path: str
    """The file, relative to the vault, with `/` between its parts."""
    position: Position
    variant: str = ""
    values: Mapping[str, ProblemValue] = field(default_factory=lambda: _NO_VALUES)
    fix: Fix | None = None
    """Where one is safe."""

    @property
    def place(self) -> str:
        """`path:line:column`, as editors and terminals make it clickable."""
        return f"{self.path}:{self.position.line}:{self.position.column}"
