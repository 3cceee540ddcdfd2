"""Safe fixes, put into the bytes of a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from estiba.problem import Fix

_LINE = re.compile(r"(?P<text>[^\r\n]*)(?P<end>\r\n|\r|\n|\Z)")


def mend(data: bytes, fixes: Iterable[Fix]) -> tuple[bytes, int]:
    """Put `fixes` into the file with the bytes `data`; gives the new bytes, and how many were put in.

    Whatever no fix names stays byte for byte, line ends among it. A fix whose `old` does not stand
    where it should, or that touches another one, is left out. Bytes that are no UTF-8 are given back
    as they are.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data, 0
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = _Lines(text.removeprefix(mark))
    done, free = 0, (len(lines.texts) + 1, 0)
    for fix in sorted(set(fixes), key=lambda one: (one.position, one.old), reverse=True):
        start = fix.position.line - 1, fix.position.column - 1
        end = _end(start, fix.old)
        if end <= free and start < free and lines.between(start, end) == fix.old:
            lines.put(start, end, fix.new)
            free = start
            done += 1
    return (mark + str(lines)).encode("utf-8"), done


_Place = tuple[int, int]
"""Row and column, from 0."""


def _end(start: _Place, text: str) -> _Place:
    """Give where `text` ends that begins at `start`."""
    row, column = start
    breaks = text.count("\n")
    return (row + breaks, len(text) - text.rfind("\n") - 1) if breaks else (row, column + len(text))


class _Lines:
    """A text as lines, each with its own end."""

    def __init__(self, text: str) -> None:
        found = list(_LINE.finditer(text))
        self.texts = [match["text"] for match in found]
        self.ends = [match["end"] for match in found]

    def __str__(self) -> str:
        return "".join(text + end for text, end in zip(self.texts, self.ends, strict=True))

    def between(self, start: _Place, end: _Place) -> str | None:
        """Give what stands between two places, with LF line ends; None where no such line is."""
        (first, left), (last, right) = start, end
        if last >= len(self.texts) or not all(self.ends[first:last]):
            return None
        if first == last:
            return self.texts[first][left:right]
        return "\n".join((self.texts[first][left:], *self.texts[first + 1 : last], self.texts[last][:right]))

    def put(self, start: _Place, end: _Place, new: str) -> None:
        """Put `new` between two places."""
        (first, left), (last, right) = start, end
        old = self.between(start, end) or ""
        ends = _ends(old.split("\n"), new.split("\n"), self.ends[first:last], self._usual(first))
        texts = (self.texts[first][:left] + new + self.texts[last][right:]).split("\n")
        self.texts[first : last + 1] = texts
        self.ends[first : last + 1] = [*ends, self.ends[last]]

    def _usual(self, row: int) -> str:
        """Give how a line behind `row` would end: as its neighbours do."""
        return self.ends[row] or (self.ends[row - 1] if row else "\n")


def _ends(old: Sequence[str], new: Sequence[str], ends: Sequence[str], usual: str) -> list[str]:
    """Give the ends of the lines of `new` but for the last, which take the place of `old` with its `ends`.

    Of lines that only lose some of them, each keeps its own.
    """
    if len(new) < len(old):
        rows = iter(range(len(ends)))
        kept = [next((row for row in rows if old[row] == line), None) for line in new[:-1]]
        if None not in kept:
            return [ends[row] for row in kept if row is not None]
    return [ends[row] if row < len(ends) else usual for row in range(len(new) - 1)]
