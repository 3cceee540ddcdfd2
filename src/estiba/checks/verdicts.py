"""What the checks say of an example as a whole."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from estiba.checks.hiding import LIVE_SECRET
from estiba.checks.on_examples import EXAMPLE_CHECKS
from estiba.checks.rules import Rules
from estiba.compose.document import Reading
from estiba.compose.example import Example
from estiba.problem import Problem, Severity

_REFUSALS = frozenset(one.name for one in EXAMPLE_CHECKS if one.severity is Severity.ERROR) - {LIVE_SECRET}
"""Checks whose problems are what Docker Compose refuses a file for."""


class Verdict(enum.StrEnum):
    """What was done with an example, and how it ended."""

    CHECKED = "checked"
    """By every check, and none found anything for which Docker Compose would refuse it."""
    PARTLY = "partly-checked"
    """Likewise, but its author or the vault's owner has put some of these checks aside."""
    FAILED = "failed"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    EXCERPT = "excerpt"
    COUNTER_EXAMPLE = "counter-example"

    @property
    def is_passed(self) -> bool:
        """Whether it can be run, as far as the checks can tell."""
        return self in (Verdict.CHECKED, Verdict.PARTLY)


def verdict_of(
    example: Example, problems: Iterable[Problem], silenced: Iterable[Problem], rules: Rules
) -> Verdict:
    """Sum up what checks by `rules` found in the lines of `example`, `silenced` aside."""
    if example.shows:
        return Verdict.COUNTER_EXAMPLE
    if example.part is not None:
        return Verdict.EXCERPT
    if example.document.reading is not Reading.READ:
        is_large = example.document.reading is Reading.TOO_LARGE
        return Verdict.TOO_LARGE if is_large else Verdict.UNREADABLE
    if any(one.severity is Severity.ERROR or _is_refusal(one, rules) for one in problems):
        return Verdict.FAILED
    all_run = all(rules.runs(name, "examples") for name in _REFUSALS)
    if not all_run or any(_is_refusal(one, rules) for one in silenced):
        return Verdict.PARTLY
    return Verdict.CHECKED


def _is_refusal(problem: Problem, rules: Rules) -> bool:
    """Whether Docker Compose refuses a file for `problem`, whatever the owner makes of that."""
    is_lowered = rules.severity(problem.check, "examples", Severity.ERROR) is not Severity.ERROR
    return problem.check in _REFUSALS and (is_lowered or problem.severity is Severity.ERROR)
