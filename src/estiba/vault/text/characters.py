"""Characters that no editor shows, and that have no business in a note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from estiba.position import LineMap, Position
from estiba.problem import Problem, Severity

_CONTROLS = (*map(chr, range(0x09)), *map(chr, range(0x0B, 0x20)), "\x7f")
_CONTROL = re.compile(f"[{''.join(_CONTROLS)}]")
_DIRECTIONS = tuple("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
_DIRECTION = re.compile(f"[{''.join(_DIRECTIONS)}]")
"""Those that begin a turn; what ends one harms nobody alone."""
_MOST = 20
"""Problems of one kind that are reported of one file."""


def hidden_characters(text: str, path: str) -> Iterator[Problem]:
    """Report control characters and turns of the writing direction in the text of a file."""
    if _DIRECTION.search(path):
        yield _problem("hidden-direction", path, Position(1, 1), "name", _DIRECTION.findall(path)[0])
    for check, pattern, characters in (
        ("control-character", _CONTROL, _CONTROLS),
        ("hidden-direction", _DIRECTION, _DIRECTIONS),
    ):
        if not any(map(text.__contains__, characters)):  # five times as quick as the pattern
            continue
        lines = LineMap.of(text)
        for match in islice(pattern.finditer(text), _MOST):
            yield _problem(check, path, lines.position(match.start()), "text", match[0])


def without_controls(text: str) -> str:
    """Give `text` without control characters other than tab and line feed."""
    return _CONTROL.sub("", text)


def _problem(check: str, path: str, position: Position, variant: str, char: str) -> Problem:
    values = {"char": f"U+{ord(char):04X}"}
    return Problem(check, Severity.WARNING, path, position, variant, values)
