"""Silences that authors write beside what they allow.

In YAML, behind the line or alone above it: `# estiba: allow floating-tag -- our own image`.
In text, above the thing: `<!-- estiba: allow placeholder-text -- a template, until 2027-06 -->`.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from estiba.position import Position
from estiba.vault.fences import Fence

_WORDS = (
    r"estiba:[ \t]*allow[ \t]+(?P<checks>[a-z][a-z-]*(?:[ \t]*,[ \t]*[a-z][a-z-]*)*)"
    r"(?:[ \t]+--[ \t]*(?P<reason>[^\n]*?))?"
    r"(?:,?[ \t]*\buntil[ \t]+(?P<until>\d{4}-\d{2}(?:-\d{2})?))?[ \t]*"
)
_IN_YAML = re.compile(rf"(?:^|(?<=[ \t]))#[ \t]*{_WORDS}$")
_IN_TEXT = re.compile(rf"[ \t]*<!--[ \t]*{_WORDS}-->[ \t]*")


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

    def covers(self, check: str, line: int) -> bool:
        """Whether a problem of `check` at `line` is allowed."""
        return check in self.checks and self.first_line <= line <= self.last_line


def silences_in_yaml(lines: Sequence[str], path: str, *, first_line: int = 1) -> Iterator[Silence]:
    """Find the silences in lines of YAML; the first is line `first_line` of the file."""
    for number, line in enumerate(lines, first_line):
        match = _IN_YAML.search(line) if "estiba:" in line else None
        if match:
            target = number if line[: match.start()].strip(" \t-") else number + 1
            yield _silence(match, path, number, target, target)


def silences_in_text(
    lines: Sequence[str], path: str, fences: Sequence[Fence], *, first_line: int
) -> Iterator[Silence]:
    """Find the silences in a note's text, outside of fences."""
    ends = {fence.first_line: fence.last_line for fence in fences}
    until = 0
    for number, line in enumerate(lines, first_line):
        until = max(until, ends.get(number, 0))
        match = _IN_TEXT.fullmatch(line) if number > until and "estiba:" in line else None
        if match:
            start = _next_text(lines, number - first_line + 1) + first_line
            end = ends.get(start) or _end_of_block(lines, start - first_line) + first_line
            yield _silence(match, path, number, start, end)


def _silence(match: re.Match[str], path: str, line: int, first: int, last: int) -> Silence:
    names = tuple(name.strip() for name in match["checks"].split(","))
    position = Position(line, match.start() + 1)
    return Silence(
        path, position, names, (match["reason"] or "").strip(" ,"), _day(match["until"]), first, last
    )


def _day(text: str | None) -> dt.date | None:
    if not text:
        return None
    year, month, *rest = map(int, text.split("-"))
    try:
        return dt.date(year, month, rest[0] if rest else calendar.monthrange(year, month)[1])
    except (ValueError, calendar.IllegalMonthError):
        return dt.date.min


def _next_text(lines: Sequence[str], index: int) -> int:
    while index < len(lines) and not lines[index].strip():
        index += 1
    return index


def _end_of_block(lines: Sequence[str], index: int) -> int:
    while index + 1 < len(lines) and lines[index + 1].strip():
        index += 1
    return index
