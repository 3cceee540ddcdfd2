"""Which examples of a note are new, changed or gone, and what the checks say of them."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass

from estiba.checks.judged import JudgedExample
from estiba.checks.verdicts import Verdict
from estiba.git.changes import ChangeKind

_MOST = 50
"""Examples of one note that are told of."""


@dataclass(frozen=True, slots=True)
class ShownVariable:
    """A value that a reader of an example fills in."""

    name: str
    role: str
    default: str
    """What stands there; empty for secrets and for what nobody can leave as it is."""
    is_required: bool


@dataclass(frozen=True, slots=True)
class ExampleChange:
    """One example that is not what it was."""

    kind: ChangeKind
    name: str
    """The file name that its bar shows."""
    line: int
    """The first of its lines in the note; of one that is gone, where it stood."""
    verdict: Verdict | None
    """None where it is gone."""
    old_verdict: Verdict | None
    variables: tuple[ShownVariable, ...]
    fault_line: int
    """The line of the example at which it stops being YAML; 0 where it does not."""


def changed_examples(
    before: Sequence[JudgedExample], after: Sequence[JudgedExample]
) -> tuple[ExampleChange, ...]:
    """Hold the examples of a note against those that it had; those that stay as they are, are left out.

    One that changed is held against the first old one of its name that is not there any more.
    """
    same = Counter(map(_identity, before)) & Counter(map(_identity, after))
    had: dict[str, deque[JudgedExample]] = {}
    for one in _without(before, same):
        had.setdefault(_name(one), deque()).append(one)
    found = []
    for one in _without(after, same)[:_MOST]:
        old = had.get(_name(one))
        found.append(_change(one, old.popleft() if old else None))
    gone = sorted((one for left in had.values() for one in left), key=lambda one: one.shown.first_line)
    return (*found, *map(_gone, gone))[:_MOST]


def _name(judged: JudgedExample) -> str:
    return judged.shown.example.shown_name


def _gone(judged: JudgedExample) -> ExampleChange:
    return ExampleChange(
        ChangeKind.REMOVED,
        _name(judged),
        judged.shown.first_line,
        verdict=None,
        old_verdict=judged.verdict,
        variables=(),
        fault_line=0,
    )


def _identity(judged: JudgedExample) -> tuple[str, str, Verdict]:
    return _name(judged), judged.shown.example.text, judged.verdict


def _without(
    examples: Sequence[JudgedExample], same: Counter[tuple[str, str, Verdict]]
) -> list[JudgedExample]:
    left, kept = Counter(same), []
    for one in examples:
        if left[_identity(one)]:
            left[_identity(one)] -= 1
        else:
            kept.append(one)
    return kept


def _change(example: JudgedExample, old: JudgedExample | None) -> ExampleChange:
    return ExampleChange(
        ChangeKind.ADDED if old is None else ChangeKind.CHANGED,
        _name(example),
        example.shown.first_line,
        verdict=example.verdict,
        old_verdict=old.verdict if old else None,
        variables=_variables(example),
        fault_line=example.shown.example.fault_line or 0,
    )


def _variables(judged: JudgedExample) -> tuple[ShownVariable, ...]:
    if not judged.shown.example.is_to_run:
        return ()
    return tuple(
        ShownVariable(
            one.name,
            one.role,
            "" if one.is_secret or one.is_placeholder else one.default or "",
            one.must_be_set or one.is_placeholder,
        )
        for one in judged.shown.example_variables
    )
