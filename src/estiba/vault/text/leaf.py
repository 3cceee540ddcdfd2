"""A piece of a note's text that belongs together."""

from __future__ import annotations

from dataclasses import dataclass, field

from estiba.position import Position


@dataclass(slots=True)
class Leaf:
    """One paragraph, heading or the like."""

    level: int = 0
    """That of a heading; 0 for other text."""
    lines: list[str] = field(default_factory=list)
    """Without what stands to their left: indentation, quote marks, list markers."""
    starts: list[Position] = field(default_factory=list)
    """Where each line begins in the author's file."""
    last_line: int = 0
    """The last line of it; below a heading, that of its underline."""

    @property
    def first_line(self) -> int:
        """The line on which it begins."""
        return self.starts[0].line
