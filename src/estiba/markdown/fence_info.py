"""What stands behind the opening marker of a fence, as superfences reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from estiba.compose.labels import read_options

_NUMBERS = re.compile(r"\d{1,5}(?:-\d{1,5})?")
_MAX_LINES = 10_000


@dataclass(frozen=True, slots=True)
class FenceInfo:
    """The options of a fence that change how its code is shown."""

    hl_lines: tuple[int, ...] = ()
    """Lines to mark, from 1."""
    linenums: int | None = None
    """The number of the first line, where lines are numbered."""


def read_info(info: str, *, lines: int) -> FenceInfo:
    """Read `yaml hl_lines="2 4-6" linenums="1"`, in braces or not, of a fence of `lines` lines."""
    options = read_options(info)
    start = options.get("linenums", "").split(" ")[0]
    return FenceInfo(
        hl_lines=_lines(options.get("hl_lines", ""), min(lines, _MAX_LINES)),
        linenums=int(start) if start.isascii() and start.isdigit() and len(start) <= 6 else None,
    )


def _lines(text: str, last: int) -> tuple[int, ...]:
    marked: set[int] = set()
    for part in text.replace(",", " ").split():
        if _NUMBERS.fullmatch(part):
            first, _, end = part.partition("-")
            marked.update(range(max(int(first), 1), min(int(end or first), last) + 1))
    return tuple(sorted(marked))
