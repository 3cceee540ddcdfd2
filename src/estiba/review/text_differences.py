"""Two states of a file as bytes -> what differs in its text, as a reviewer may see it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from estiba.checks.redaction import without_secrets
from estiba.checks.subjects import PlacedExample
from estiba.review.differences import Hunk, Line, differences

LARGEST = 1_000_000
"""Bytes of a text that is compared."""
_MOST_LINES = 3_000
"""Lines of a difference that are shown."""
_LONGEST_LINE = 5_000
_LINE_END = re.compile(r"\n|(?<=\r)(?!\n)")


@dataclass(frozen=True, slots=True)
class TextDifference:
    """What differs in the text of a file."""

    hunks: tuple[Hunk, ...] = ()
    added: int = 0
    removed: int = 0
    """Lines."""
    left_out: int = 0
    """Lines of the difference that are too many to be shown."""
    reason: str = ""
    """Why there is none: a key of the catalogue below `review.difference`."""


@dataclass(frozen=True, slots=True)
class FileState:
    """The bytes of a file, None where there is none; and the examples in it."""

    data: bytes | None
    examples: Iterable[PlacedExample] = ()


def text_difference(before: FileState, after: FileState) -> TextDifference:
    """Compare two states; what looks like a real credential is covered, in both."""
    if max(len(before.data or b""), len(after.data or b"")) > LARGEST:
        return TextDifference(reason="too-large")
    try:
        old, new = (state.data.decode("utf-8") if state.data else "" for state in (before, after))
    except UnicodeDecodeError:
        return TextDifference(reason="unreadable")
    hunks = differences(*_without_last(_lines(old), _lines(new)))
    shown_old = _lines(without_secrets(old, before.examples))
    shown_new = _lines(without_secrets(new, after.examples))
    lines = [line for hunk in hunks for line in hunk.lines]
    shown = tuple(_cut(hunks, shown_old, shown_new))
    return TextDifference(
        shown,
        added=sum(line.old is None for line in lines),
        removed=sum(line.new is None for line in lines),
        left_out=len(lines) - sum(len(hunk.lines) for hunk in shown),
    )


def _lines(text: str) -> list[str]:
    r"""Part `text` at its line ends; a line keeps its `\r`, so that it can be seen."""
    return _LINE_END.split(text) if text else []


def _without_last(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """Drop what stands behind the last line end, unless only one of the two ends with one."""
    ends = [lines[-1] == "" for lines in (old, new) if lines]
    if all(ends):
        return old[:-1], new[:-1]
    return old, new


def _cut(hunks: Sequence[Hunk], old: list[str], new: list[str]) -> Iterable[Hunk]:
    left = _MOST_LINES
    for hunk in hunks:
        if left <= 0:
            return
        yield Hunk(tuple(_shown(line, old, new) for line in hunk.lines[:left]))
        left -= len(hunk.lines)


def _shown(line: Line, old: list[str], new: list[str]) -> Line:
    text = new[line.new - 1] if line.new is not None else old[(line.old or 1) - 1]
    if len(text) > _LONGEST_LINE:
        text = f"{text[:_LONGEST_LINE]}…"
    return dataclasses.replace(line, text=text)
