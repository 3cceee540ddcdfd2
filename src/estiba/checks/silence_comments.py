"""Silences that authors write beside what they allow.

In YAML, behind the line or alone above it: `# estiba: allow floating-tag -- our own image`.
In text, above the thing or behind its line:
`<!-- estiba: allow placeholder-text -- a template, until 2027-06 -->`.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from estiba.position import Position
from estiba.vault.text.fences import Fence

_NAME = "[a-z][a-z-]*"
_WORDS = re.compile(
    rf"estiba:[ \t]*allow[ \t]+(?P<checks>{_NAME}(?:[ \t]*,[ \t]*{_NAME})*)(?:[ \t]+--(?P<reason>[^\n]*))?"
)
_UNTIL = re.compile(r"\buntil[ \t]+(?P<day>\d{4}-\d{2}(?:-\d{2})?)[ \t]*$")
_IN_YAML = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*(?=estiba:)")
_IN_TEXT = re.compile(r"<!--[ \t]*(?P<words>estiba:.*)-->[ \t]*")
_LEFT = " \t>"
"""What may stand to the left of a comment that stands alone."""

_OF_NOTES = frozenset({"missing-field"})
"""Checks whose problems stand at no line of their own."""


@dataclass(frozen=True, slots=True)
class Silence:
    """One comment that allows problems of some checks on some lines of its file."""

    path: str
    position: Position
    checks: tuple[str, ...]
    reason: str
    until: dt.date | None
    """The last day on which it holds."""
    first_line: int
    last_line: int
    of_note: bool = False
    """Written where it may speak of the note as a whole: in its front matter or above its text."""
    judged: bool = True
    """False: it stands in YAML that cannot be read, so nobody knows whether it is of use."""
    is_counter_example: bool = False
    """Said by a fence of the example that it holds: `bad="bad-port"`."""

    def covers(self, check: str, line: int) -> bool:
        """Whether a problem of `check` at `line` is allowed."""
        if check not in self.checks:
            return False
        return self.first_line <= line <= self.last_line or (self.of_note and check in _OF_NOTES)


def silences_in_yaml(
    lines: Sequence[str],
    path: str,
    *,
    first_line: int = 1,
    widths: Sequence[int] = (),
    of_note: bool = False,
    judged: bool = True,
) -> Iterator[Silence]:
    """Find the silences in lines of YAML; the first is line `first_line` of the file.

    `widths` are the characters to the left of each line in that file.
    """
    below: list[int] = []
    for number, line in enumerate(lines, first_line):
        match = _IN_YAML.search(line) if "estiba:" in line else None
        words = _read_words(line[match.end() :]) if match else None
        if match and words:
            index = number - first_line
            is_alone = not line[: match.start()].strip(" \t-")
            below = below or _next_ones([not one.lstrip(" \t").startswith("#") for one in lines])
            target = below[index + 1] + first_line if is_alone else number
            column = match.start() + 1 + (widths[index] if index < len(widths) else 0)
            place = Position(number, column)
            yield _silence(words, path, place, (target, target), of_note=of_note, judged=judged)


def silences_in_text(
    lines: Sequence[str], path: str, fences: Sequence[Fence], *, first_line: int
) -> Iterator[Silence]:
    """Find the silences in a note's text, outside of fences."""
    read = {index: found for index, line in enumerate(lines) if (found := _in_text(line))}
    if not read:
        return
    alone = {index for index, (at, _) in read.items() if not lines[index][:at].strip(_LEFT)}
    is_blank = [not line.strip() for line in lines]
    texts = _next_ones([not blank and index not in alone for index, blank in enumerate(is_blank)])
    blanks, first = _next_ones(is_blank), is_blank.index(False)
    ends = {fence.first_line: fence.last_line for fence in fences}
    inside = {number for fence in fences for number in range(fence.first_line, fence.last_line + 1)}
    for index, (at, words) in read.items():
        number = index + first_line
        if number in inside:
            continue
        place = Position(number, at + 1)
        if index not in alone:
            yield _silence(words, path, place, (number, number))
            continue
        start = texts[index + 1]
        end = max(blanks[min(start + 1, len(lines))] - 1, start)
        lines_below = start + first_line, ends.get(start + first_line) or end + first_line
        yield _silence(words, path, place, lines_below, of_note=index <= first)


def counter_example(checks: tuple[str, ...], path: str, first_line: int, count: int) -> Silence:
    """Allow in an example of `count` lines, the first of which is `first_line`, what it is there to show."""
    return Silence(
        path=path,
        position=Position(first_line - 1, 1),
        checks=checks,
        reason="a counter-example",
        until=None,
        first_line=first_line,
        last_line=first_line + count - 1,
        is_counter_example=True,
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """What a silence says."""

    checks: tuple[str, ...]
    reason: str
    until: dt.date | None


def _read_words(text: str) -> _Words | None:
    """Read `estiba: allow odd-tag, unknown-tag -- the reason, until 2027-06`; None for something else."""
    until = _UNTIL.search(text)
    if until:
        text = text[: until.start()].rstrip(" \t").removesuffix(",")
    match = _WORDS.fullmatch(text.rstrip(" \t"))
    if match is None:
        return None
    checks = tuple(name.strip() for name in match["checks"].split(","))
    return _Words(checks, (match["reason"] or "").strip(" \t,"), _day(until["day"]) if until else None)


def _silence(
    words: _Words,
    path: str,
    position: Position,
    lines: tuple[int, int],
    *,
    of_note: bool = False,
    judged: bool = True,
) -> Silence:
    return Silence(
        path=path,
        position=position,
        checks=words.checks,
        reason=words.reason,
        until=words.until,
        first_line=lines[0],
        last_line=lines[1],
        of_note=of_note,
        judged=judged,
    )


def _day(text: str) -> dt.date:
    """Read a month (its last day) or a day; what is past the end is the end."""
    year, month, *rest = map(int, text.split("-"))
    year, month = max(year, 1), min(max(month, 1), 12)
    last = calendar.monthrange(year, month)[1]
    return dt.date(year, month, min(max(rest[0], 1), last) if rest else last)


def _next_ones(marks: Sequence[bool]) -> list[int]:
    """Give for each place the first, from itself on, that has a mark; where none has, the end of `marks`.

    The end has a value too. It is one pass, however many silences ask.
    """
    found = [len(marks)] * (len(marks) + 1)
    for index in range(len(marks) - 1, -1, -1):
        found[index] = index if marks[index] else found[index + 1]
    return found


def _in_text(line: str) -> tuple[int, _Words] | None:
    """Read the silence that ends a line of text, and where it begins."""
    at = line.rfind("<!--") if "estiba:" in line else -1
    match = _IN_TEXT.fullmatch(line, at) if at >= 0 else None
    words = _read_words(match["words"]) if match else None
    return (at, words) if words else None
