"""What a run of the checks found, ready to be written in any form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from estiba.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class KnownDebt:
    """What a baseline has of the files that were looked at."""

    file: str
    left_out: int
    """Problems that are known, and not among those of the result."""
    mended: int
    """Problems of the baseline that are there no more."""
    written: bool
    """Whether the baseline was written: then what is mended is out of it, and what is left out is in it."""


@dataclass(frozen=True, slots=True)
class Result:
    """Problems in the order in which they are shown, and the lines that they point at."""

    problems: tuple[Problem, ...]
    sources: Mapping[str, Sequence[str]]
    """Lines of each file that has a problem, by path."""
    notes: int
    examples: int
    known: KnownDebt | None = None

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many problems there are of each severity."""
        return Counter(problem.severity for problem in self.problems)

    def failed(self, *, strict: bool) -> bool:
        """Whether there is an error, or with `strict` a warning."""
        counts = self.counts
        return bool(counts[Severity.ERROR] or (strict and counts[Severity.WARNING]))
