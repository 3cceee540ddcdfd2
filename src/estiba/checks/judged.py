"""Examples with what the checks say of them, as readers may see them."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from estiba.checks.hiding import publishable
from estiba.checks.judge import Findings, Silenced, examples_in, judge_examples
from estiba.checks.rules import Rules
from estiba.checks.silence_comments import silences_in_text
from estiba.checks.subjects import PlacedExample
from estiba.checks.verdicts import Verdict, verdict_of
from estiba.compose.example import read_example
from estiba.problem import Problem
from estiba.vault.text.fences import Fence

Found = TypeVar("Found", Problem, Silenced)


@dataclass(frozen=True, slots=True)
class JudgedExample:
    """One example of a text."""

    shown: PlacedExample
    """As it may be published: real credentials are covered, and it was read again without them."""
    verdict: Verdict
    problems: tuple[Problem, ...] = ()
    """Those in its lines, in their order; positions are of the file."""
    silenced: tuple[Silenced, ...] = ()

    def line_of(self, problem: Problem) -> int:
        """Give the line of the example, from 1, at which `problem` is."""
        return problem.position.line - self.shown.first_line + 1


def judged_examples(
    examples: Sequence[PlacedExample], findings: Findings, rules: Rules
) -> Iterator[JudgedExample]:
    """Give each of `examples` with its part of `findings`, which are all of its file."""
    problems = sorted(findings.problems, key=lambda one: one.position)
    silenced = sorted(findings.silenced, key=lambda one: one.problem.position)
    lines = [one.position.line for one in problems]
    silenced_lines = [one.problem.position.line for one in silenced]
    for placed in examples:
        own = _between(problems, lines, placed)
        aside = _between(silenced, silenced_lines, placed)
        verdict = verdict_of(placed.example, own, [one.problem for one in aside], rules)
        yield JudgedExample(_shown(placed, findings), verdict, tuple(own), tuple(aside))


def judge_text(lines: Sequence[str], fences: Sequence[Fence], rules: Rules) -> dict[int, JudgedExample]:
    """Judge the examples in a text of which no more is known, by the line of their fence, from 1."""
    placed = list(examples_in("\n".join(lines), fences))
    silences = tuple(silences_in_text(lines, "", fences, first_line=1)) if placed else ()
    findings = judge_examples(placed, silences, rules)
    return {one.shown.first_line - 1: one for one in judged_examples(placed, findings, rules)}


def _shown(placed: PlacedExample, findings: Findings) -> PlacedExample:
    example = publishable(placed, findings.silences)
    if example is placed.example:
        return placed
    if example.text != placed.example.text:
        example = read_example(example.text, info=placed.info) or example
    return dataclasses.replace(placed, example=example)


def _between(found: list[Found], lines: list[int], placed: PlacedExample) -> list[Found]:
    first, last = placed.first_line, placed.first_line + placed.example.text.count("\n")
    return found[bisect_left(lines, first) : bisect_right(lines, last)]
