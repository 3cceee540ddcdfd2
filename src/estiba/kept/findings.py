"""One note, read and judged by itself: what a run wants to know of it, and need not find out again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from estiba.checks.judge import examples_of, find_alone
from estiba.checks.judged import JudgedExample, judged_examples
from estiba.checks.rules import Rules
from estiba.checks.silence_comments import Silence
from estiba.checks.telling import told_of
from estiba.checks.verdicts import Verdict
from estiba.problem import Problem
from estiba.vault.note import Note


@dataclass(frozen=True, slots=True)
class NoteFindings:
    """What the checks say of one note."""

    problems: tuple[Problem, ...]
    """In the order of its lines."""
    examples: int
    told: frozenset[str]
    """Names of the checks that readers of its examples are told of."""
    verdicts: tuple[Verdict, ...]
    """Those on its examples, in their order."""
    ends: tuple[dt.date, ...]
    """The last days of its silences."""
    day: dt.date
    """The day on which it was judged."""

    @property
    def is_checked(self) -> bool:
        """Whether it has an example that somebody can run, with no error."""
        return any(one.is_passed for one in self.verdicts)

    def hold_on(self, day: dt.date) -> bool:
        """Whether they are the same on `day`: no silence ends between the two."""
        return all((end < self.day) == (end < day) for end in self.ends)


NO_FINDINGS = NoteFindings((), 0, frozenset(), (), (), dt.date.min)
"""Of what was not judged."""


@dataclass(frozen=True, slots=True)
class JudgedNote:
    """A note's findings, and its examples with theirs."""

    findings: NoteFindings
    examples: tuple[JudgedExample, ...]


def judge_alone(note: Note, rules: Rules, among: Sequence[Problem] = ()) -> JudgedNote:
    """Judge `note`; `among` is what was found wrong with how it stands among the other notes.

    The result depends on nothing else, but for the day, as far as `NoteFindings.hold_on` says.
    """
    placed = list(examples_of(note))
    found = find_alone(note, rules, placed, among)
    examples = tuple(judged_examples(placed, found, rules))
    findings = NoteFindings(
        tuple(found.problems),
        len(placed),
        frozenset(one.problem.check for example in examples for one in told_of(example)),
        tuple(one.verdict for one in examples),
        _ends(found.silences),
        rules.today,
    )
    return JudgedNote(findings, examples)


def _ends(silences: Iterable[Silence]) -> tuple[dt.date, ...]:
    return tuple(sorted({one.until for one in silences if one.until is not None}))
