"""Places in a text: lines and columns as the author's editor counts them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple


class Position(NamedTuple):
    """A place in a file: `line` and `column` count from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class LineMap:
    """Turns offsets into a text (code points, from 0) into positions.

    Only a line feed ends a line: text is given LF line ends when it is read, and
    the other characters that Unicode calls line ends are ordinary characters in
    the editors that authors use.
    """

    starts: tuple[int, ...] = field(repr=False)
    first_line: int = 1

    @classmethod
    def of(cls, text: str, *, first_line: int = 1) -> LineMap:
        """Map `text`, whose first line is line `first_line` of its file."""
        lengths = [len(line) + 1 for line in text.split("\n")]
        return cls((0, *accumulate(lengths[:-1])), first_line)

    def line(self, offset: int) -> int:
        """Give the line of the character at `offset`."""
        return bisect_right(self.starts, offset) - 1 + self.first_line

    def position(self, offset: int) -> Position:
        """Give the position of the character at `offset`."""
        index = bisect_right(self.starts, offset) - 1
        return Position(index + self.first_line, offset - self.starts[index] + 1)
