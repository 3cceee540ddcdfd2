"""Lists that explain a fence: `- **ports:** …` below an example.

It is the first list below the fence, with nothing but blank lines, comments and a short
paragraph between, in the same list item, quote or admonition, or below that of the fence. An
item explains if it begins with bold words or code; so do those of lists inside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from estiba.position import Position
from estiba.vault.text.cursor import Cursor
from estiba.vault.text.fences import Fence, Item, Quote, Scanner
from estiba.vault.text.heads import Head, read_head

_LONGEST_LEAD = 400
"""Characters of the paragraph that leads from a fence to its list."""
_NOTHING = ("<!--", "<br")
"""Lines that a reader does not see."""
_FOLDED = ("!!!", "???")
"""What begins an admonition, whose title may lead to the list in it."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One item of a list that explains a fence."""

    position: Position
    """Where the item's head begins, with its marks, in the author's file."""
    head: Head


def explanations_of(
    lines: Sequence[str], fences: Sequence[Fence], *, first_line: int = 1
) -> dict[int, list[Explanation]]:
    """Find what explains `fences`, some or all of those in `lines` (without line ends).

    It is given by the first line of the fence. The first of `lines` is line `first_line` of the
    file; `scan_fences` counted likewise.
    """
    if not fences:
        return {}
    wanted = {fence.first_line for fence in fences}
    first, last = min(fences, key=lambda one: one.first_line), max(wanted)
    reader, start = _Reader(wanted), first_line
    if not first.prefix:  # it stands at the margin, and so in nothing: what is above it does not matter
        reader.waiting.append(_Below(first.first_line, []))
        start = first.last_line + 1
    for number, line in enumerate(islice(lines, start - first_line, None), start):
        reader.feed(line, number)
        if number > last and reader.inside is None and not reader.waiting:
            break
    return reader.explanations


@dataclass(slots=True)
class _Below:
    """What stands below a fence, as far as it was read."""

    fence_line: int
    around: list[Quote | Item]
    """What the fence stands in, then the list."""
    lead: int = 0
    """Characters of the paragraph above the list."""
    in_list: bool = False


class _Reader(Scanner):
    """Reads a text, and keeps the items of lists below the fences that begin on the `wanted` lines."""

    def __init__(self, wanted: set[int]) -> None:
        super().__init__()
        self.wanted = wanted
        self.explanations: dict[int, list[Explanation]] = {}
        """By the first line of the fence."""
        self.waiting: list[_Below] = []
        """Fences whose list goes on or may still come, each inside of the one before."""
        self.item_start: int | None = None
        """Where in the line the text of the innermost list item begins that it opens."""

    def feed(self, line: str, number: int) -> None:
        """Read the next line; `number` is its own in the file."""
        was_inside, was_comment, goes_on = self.inside, self.comment is not None, self.in_paragraph
        self.item_start = None
        super().feed(line, number)
        if was_inside is not None and (self.inside is was_inside or self.found[-1].last_line == number):
            return
        text = line.strip(" \t>")
        if not text or was_comment or text.startswith(_NOTHING):
            return
        while self.waiting and not self._goes_on(self.waiting[-1], text, goes_on=goes_on):
            self.waiting.pop()
        head = None if self.item_start is None else read_head(line, self.item_start)
        if self.waiting and head is not None and self.item_start is not None:
            place = Position(number, self.item_start + 1)
            explained = self.explanations.setdefault(self.waiting[-1].fence_line, [])
            explained.append(Explanation(place, head))

    def open_container(self, cursor: Cursor, indent: int, text: str) -> bool:
        """Open the container with which `text` begins, if one does; note where a list item's text begins."""
        opened = super().open_container(cursor, indent, text)
        if opened and _is_listed(self.containers[-1]):
            self.item_start = cursor.at
        return opened

    def end(self, last_line: int, *, closed: bool) -> None:
        """End the fence that is open, and wait for its list."""
        inside = self.inside
        super().end(last_line, closed=closed)
        if inside is not None and inside.first_line in self.wanted:
            self.waiting.append(_Below(inside.first_line, self.containers[: inside.containers]))

    def _goes_on(self, below: _Below, text: str, *, goes_on: bool) -> bool:
        """Whether the list below a fence goes on at this line, begins, or may still come."""
        common = _shared(below.around, self.containers)
        if below.in_list:
            inside = self.containers[common : common + 1]
            return common == len(below.around) and any(map(_is_listed, inside))
        if any(map(_is_listed, below.around[common:])):
            return False
        del below.around[common:]
        if self.inside is not None:
            return False
        opened = self.containers[common:]
        listed = next((index for index, one in enumerate(opened) if _is_listed(one)), None)
        if listed is not None:
            below.around += opened[:listed]
            below.in_list = True
            return True
        if not self.in_paragraph:
            return text.startswith(_FOLDED)
        is_second = below.lead and not goes_on
        below.lead += len(text)
        return not is_second and below.lead <= _LONGEST_LEAD


def _is_listed(container: Quote | Item) -> bool:
    return isinstance(container, Item) and container.is_listed


def _shared(first: list[Quote | Item], second: list[Quote | Item]) -> int:
    """Count the containers with which both begin."""
    number = 0
    while number < min(len(first), len(second)) and first[number] is second[number]:
        number += 1
    return number
