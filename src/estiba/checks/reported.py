"""Checks whose problems the reader of notes finds while it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from estiba.checks.subjects import NoteInVault
from estiba.problem import Problem


def reported(check: str) -> Callable[[NoteInVault], Iterator[Problem]]:
    """Make the function of the check that passes on what the reader said under this name."""

    def find(subject: NoteInVault) -> Iterator[Problem]:
        return (problem for problem in subject.note.problems if problem.check == check)

    return find
