"""The problem of a value that is written in a small language, and cannot be read in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from estiba.checks.subjects import PlacedExample
from estiba.compose.formats.fault import FormatFault
from estiba.compose.reading.tree import Path
from estiba.problem import Problem, ProblemValue, Severity

_LONGEST = 40
_IN_THE_TEXT = frozenset("quote backquote parenthesis backslash spaced-name name".split())
"""Faults that are there whatever a variable is set to."""


def misread(
    subject: PlacedExample,
    check: str,
    path: Path,
    fault: FormatFault,
    variant: str = "",
    **words: ProblemValue,
) -> Iterator[Problem]:
    """Make the error of `check` at the place of the fault.

    The words are `value` (what is wrong, shortened), `where`, and those given. Where a variable
    without a value is to blame, the variant is `unset`, and `name` that variable. There is no
    problem where the variables of the value cannot be read: that is another check's.
    """
    values = subject.values
    if any(one.path == path for one in values.misread_templates):
        return
    known: dict[str, Any] = {"value": shortened(fault.detail), "where": subject.where(path)} | words
    unset = values.unset.get(path)
    if unset and fault.kind not in _IN_THE_TEXT:
        yield subject.problem(check, Severity.ERROR, path, "unset", **known, name=unset[0])
        return
    offset = 0 if path in values.templates else fault.offset
    yield subject.problem(check, Severity.ERROR, path, variant or fault.kind, offset=offset or None, **known)


def shortened(text: str) -> str:
    """Cut a long text at its end, and at the end of its first line."""
    first, newline, _ = text.partition("\n")
    return first[: _LONGEST - 1] + "…" if newline or len(first) > _LONGEST else first
