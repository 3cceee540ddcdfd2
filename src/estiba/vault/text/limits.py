"""How much a note may hold, so that no note keeps a build from its end.

What turns Markdown into HTML takes time by the square of some things: of brackets that stay open, of
tags without an end, of footnotes. Each limit leaves real notes ten times the most that was seen in 900
of them. The slowest that was found to keep to all of them, a million characters of `**a*b`, takes 37 seconds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from estiba.position import Position

MAX_CHARACTERS = 1_000_000
"""Characters below the front matter."""
MAX_LINES = 200_000
MAX_DEPTH = 64
"""Lists, quotes, callouts and the like within one another."""
MAX_BRACKETS = 64
"""Square brackets of one paragraph that are open at once."""
MOST: Mapping[str, int] = MappingProxyType(
    {
        "tags": 200,
        "destinations": 200,
        "footnotes": 1_000,
        "abbreviations": 200,
        "blocks": 1_000,
    }
)
"""How many a note may have: tags without `>`, links without `)`, references to footnotes, abbreviations,
and headings, rules and the like that follow one another without a blank line."""


@dataclass(frozen=True, slots=True)
class Excess:
    """What a note has too much of."""

    kind: str
    """`characters`, `lines`, `depth`, `brackets`, or a key of `MOST`."""
    position: Position
    """Where it becomes too much, in the author's file."""
    most: int
    """How much it may be."""


class TooMuch(Exception):
    """A text that is not read on: it has too much of something."""

    def __init__(self, excess: Excess) -> None:
        super().__init__(excess)
        self.excess = excess


@dataclass(slots=True)
class Counts:
    """How often things that have a limit were seen in a note."""

    seen: dict[str, int] = field(default_factory=dict)
    last_line: int = 0
    """That of the piece of text that was seen last."""

    def go_on(self, first_line: int, last_line: int) -> None:
        """Hear of the next piece of text; one behind a blank line begins the count of `blocks` anew."""
        if first_line > self.last_line + 1:
            self.seen["blocks"] = 0
        self.last_line = last_line

    def add(self, kind: str, position: Position) -> None:
        """Count one more of `kind`, a key of `MOST`; raises `TooMuch`."""
        self.seen[kind] = self.seen.get(kind, 0) + 1
        if self.seen[kind] > MOST[kind]:
            raise TooMuch(Excess(kind, position, MOST[kind]))


def refuse_size(lines: Sequence[str], first_line: int) -> None:
    """Raise `TooMuch` where `lines`, the first of which is line `first_line` of its file, are too many."""
    if len(lines) > MAX_LINES + 1:
        raise TooMuch(Excess("lines", Position(first_line + MAX_LINES, 1), MAX_LINES))
    left = MAX_CHARACTERS
    for number, line in enumerate(lines, first_line):
        if len(line) > left:
            raise TooMuch(Excess("characters", Position(number, left + 1), MAX_CHARACTERS))
        left -= len(line) + 1


def refuse_brackets(count: int, position: Position) -> None:
    """Raise `TooMuch` where `count` brackets that are open at `position` are too many."""
    if count > MAX_BRACKETS:
        raise TooMuch(Excess("brackets", position, MAX_BRACKETS))


def too_deep(position: Position) -> TooMuch:
    """Make what is raised where something stands in too many others."""
    return TooMuch(Excess("depth", position, MAX_DEPTH))
