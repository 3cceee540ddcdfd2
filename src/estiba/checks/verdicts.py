"""What the checks say of an example as a whole."""

from __future__ import annotations

from collections.abc import Iterable

from estiba.checks.subjects import PlacedExample
from estiba.compose.document import Reading
from estiba.problem import Problem, Severity


def passes(example: PlacedExample, problems: Iterable[Problem]) -> bool:
    """Whether somebody can run `example` and `problems`, all of its file, has no error in its lines."""
    if not example.example.is_to_run or example.example.document.reading is not Reading.READ:
        return False
    last_line = example.first_line + example.example.text.count("\n")
    return not any(
        problem.severity is Severity.ERROR and example.first_line <= problem.position.line <= last_line
        for problem in problems
    )
