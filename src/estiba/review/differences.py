"""Two texts -> the lines that differ, with the lines around them, and the words that differ within."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from estiba.review.line_matching import matching_lines

_AROUND = 3
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_LONGEST = 1_000
"""Characters of a line whose words are compared."""
_MOST_TOKENS = 200
_MOST_LINES = 500
"""Pairs of lines of one text whose words are compared."""
_ALIKE = 0.4
"""Lines with less in common are two lines, not one that changed."""

Span = tuple[int, int]


class Sign(enum.StrEnum):
    """What became of a line."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a difference, with its numbers from 1 before and after."""

    sign: Sign
    old: int | None
    new: int | None
    text: str
    spans: tuple[Span, ...] = ()
    """What of its text differs from the line that it came from, or became."""


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines that differ, and a few that stay around them."""

    lines: tuple[Line, ...]


@dataclass(slots=True)
class _Stretch:
    removed: list[Line] = field(default_factory=list)
    added: list[Line] = field(default_factory=list)


def differences(before: Sequence[str], after: Sequence[str]) -> tuple[Hunk, ...]:
    """Give what differs between two texts, given as lines, in their order."""
    lines = list(_marked(_lines(before, after)))
    hunks: list[Hunk] = []
    start = end = 0
    for at, line in enumerate(lines):
        if line.sign is Sign.KEPT:
            continue
        if end and at - _AROUND > end:
            hunks.append(Hunk(tuple(lines[start:end])))
        if not end or at - _AROUND > end:
            start = max(at - _AROUND, 0)
        end = at + 1 + _AROUND
    return (*hunks, Hunk(tuple(lines[start:end]))) if end else ()


def _lines(before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
    """Give all lines of both texts: of what changed, first those that are gone."""
    old = new = 0
    for same_old, same_new in [*matching_lines(before, after), (len(before), len(after))]:
        yield from (Line(Sign.REMOVED, at + 1, None, before[at]) for at in range(old, same_old))
        yield from (Line(Sign.ADDED, None, at + 1, after[at]) for at in range(new, same_new))
        if same_old < len(before):
            yield Line(Sign.KEPT, same_old + 1, same_new + 1, before[same_old])
        old, new = same_old + 1, same_new + 1


def _marked(lines: Iterator[Line]) -> Iterator[Line]:
    """Pass on `lines`, those that changed with the spans that did."""
    left = _MOST_LINES
    stretch = _Stretch()
    for line in lines:
        if line.sign is Sign.REMOVED:
            stretch.removed.append(line)
        elif line.sign is Sign.ADDED:
            stretch.added.append(line)
        else:
            left -= len(stretch.removed)
            yield from _with_spans(stretch, is_compared=left > 0)
            stretch = _Stretch()
            yield line
    yield from _with_spans(stretch, is_compared=left > len(stretch.removed))


def _with_spans(stretch: _Stretch, *, is_compared: bool) -> list[Line]:
    removed, added = stretch.removed, stretch.added
    if is_compared:
        pairs = [_compared(old, new) for old, new in zip(removed, added, strict=False)]
        removed = [old for old, _ in pairs] + removed[len(pairs) :]
        added = [new for _, new in pairs] + added[len(pairs) :]
    return [*removed, *added]


def _compared(old: Line, new: Line) -> tuple[Line, Line]:
    old_spans, new_spans = changed_spans(old.text, new.text)
    return (
        Line(old.sign, old.old, None, old.text, old_spans),
        Line(new.sign, None, new.new, new.text, new_spans),
    )


def changed_spans(old: str, new: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Give which characters of each of two lines the other has not; none where they have little in common."""
    if max(len(old), len(new)) > _LONGEST:
        return (), ()
    one, other = _TOKEN.findall(old), _TOKEN.findall(new)
    if max(len(one), len(other)) > _MOST_TOKENS:
        return (), ()
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    same = sum(len("".join(one[at : at + size]).strip()) for at, _, size in matcher.get_matching_blocks())
    if same < _ALIKE * max(len(old.strip()), len(new.strip())):
        return (), ()
    codes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return (
        _spans(one, [(start, end) for _, start, end, _, _ in codes]),
        _spans(other, [(start, end) for _, _, _, start, end in codes]),
    )


def _spans(tokens: list[str], ranges: list[Span]) -> tuple[Span, ...]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return tuple((starts[start], starts[end]) for start, end in ranges if start < end)
