"""Small changes of a text, all of them made at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """What stands from offset `start` to `end` becomes `new`."""

    start: int
    end: int
    new: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Make `edits`, which do not overlap but may be there twice.

    Where nothing comes to the end of a line, the spaces before it go too.
    """
    parts: list[str] = []
    done = 0
    for start, end, new in sorted(set(edits)):
        before = text[done:start]
        if not new and before.endswith(" ") and text[end : end + 1] in ("", "\n"):
            before = before.rstrip(" ")
        parts += (before, new)
        done = end
    return "".join((*parts, text[done:]))
