"""What the reader of an example is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from estiba.checks.judge import Silenced
from estiba.checks.judged import JudgedExample
from estiba.checks.on_examples import EXAMPLE_CHECKS
from estiba.problem import Severity

TOLD = (Severity.ERROR, Severity.WARNING, Severity.ADVICE)
"""What readers are told of, the worst first."""
_OF_EXAMPLES = frozenset(check.name for check in EXAMPLE_CHECKS)


def told_of(judged: JudgedExample) -> Iterator[Silenced]:
    """Give the problems that readers of an example are told of; those with a reason were silenced."""
    if judged.shown.example.shows:
        return
    open_problems = (Silenced(problem, "") for problem in judged.problems)
    for one in chain(open_problems, judged.silenced):
        if one.problem.severity in TOLD and one.problem.check in _OF_EXAMPLES:
            yield one
