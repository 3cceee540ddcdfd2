"""A file as the checks see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from estiba.checks.judge import examples_of, find_in_note, judge_example
from estiba.checks.rules import Rules
from estiba.checks.subjects import PlacedExample
from estiba.compose.example import read_file
from estiba.problem import Fix, Problem
from estiba.vault.note import Note, read_note, read_text


@dataclass(frozen=True, slots=True)
class JudgedFile:
    """What a file says, and what is wrong with it."""

    data: bytes = field(repr=False)
    note: Note | None
    """None for a Compose file of its own."""
    examples: tuple[PlacedExample, ...] = field(repr=False)
    problems: tuple[Problem, ...]

    @property
    def fixes(self) -> list[Fix]:
        """What is offered to mend it, each once, in the order of its lines."""
        offered = {problem.fix for problem in self.problems if problem.fix is not None}
        return sorted(offered, key=lambda fix: (fix.position, fix.old))


Judge = Callable[[bytes], JudgedFile]
"""Reads and judges the bytes of one file; raises `Unreadable`."""


def judge_of_note(path: str, rules: Rules) -> Judge:
    """Make the function that judges the note at `path`, whatever its bytes are by then."""

    def judge(data: bytes) -> JudgedFile:
        note = read_note(data, path, rules.config)
        examples = tuple(examples_of(note))
        return JudgedFile(data, note, examples, tuple(find_in_note(note, rules, examples).problems))

    return judge


def judge_of_compose_file(path: str, rules: Rules) -> Judge:
    """Make the function that judges the Compose file at `path`."""

    def judge(data: bytes) -> JudgedFile:
        example = PlacedExample(read_file(read_text(data, path)), path, 1)
        return JudgedFile(data, None, (example,), tuple(judge_example(example, rules)))

    return judge
