"""Whether places lie in a text."""

from __future__ import annotations

from collections.abc import Iterable

from estiba.position import Position
from estiba.problem import Problem


def check_places(problems: Iterable[Problem], text: str, read: str | None = None) -> None:
    """Fail unless each of `problems`, and what mends it, stands in the file with the text `text`.

    `read` is what was read of it, without control characters: those are problems at their own places.
    """
    lines = text.split("\n")
    for one in problems:
        check_place(one.position, lines)
        if one.fix is not None and read in (None, text):
            check_place(one.fix.position, lines)
            row, column = one.fix.position
            assert "\n".join(lines[row - 1 :])[column - 1 :].startswith(one.fix.old), one


def check_place(place: Position, lines: list[str]) -> None:
    """Fail unless `place` is in, or behind the last character of, one of `lines`."""
    assert 1 <= place.line <= len(lines), place
    assert 1 <= place.column <= len(lines[place.line - 1]) + 1, place
