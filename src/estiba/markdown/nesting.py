"""What a line stands in, and how far in it is indented code there.

CommonMark lets the content of a list item begin two or three columns in; what is
written for Python-Markdown nests by four columns a level, whatever the width of the marker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from estiba.vault.text.cursor import TAB
from estiba.vault.text.fences import INDENTING, LIST_MARKER

_QUOTES = re.compile(r"[> ]*> ?")


@dataclass(frozen=True, slots=True)
class Parent:
    """What indents the lines below it: a list item, an admonition, a tab, a footnote."""

    column: int
    """Where it begins, from 0, behind any quote marks."""
    line: int
    is_item: bool

    @property
    def inside(self) -> int:
        """The column at which Python-Markdown looks for what stands inside."""
        return self.column - self.column % TAB + TAB


@dataclass(frozen=True, slots=True)
class Place:
    """Where one line goes that stands for several of the author's."""

    quote: str
    """The quote marks before it, with the white space between them."""
    head: str
    """What stands behind those: white space, or the marker of a list item."""
    column: int
    """The column at which the author's first line begins, behind the quote marks."""
    parent: Parent | None
    tight: bool
    """In a list item without blank lines: one more would make Python-Markdown end the list."""

    @property
    def is_code(self) -> bool:
        """Whether the author's line stands so far in that it is indented code."""
        return self.column - (self.parent.inside if self.parent else 0) >= TAB

    def lines(self, text: str, *, before: str, after: str) -> list[str]:
        """Give the line with `text`, set off from the lines `before` and `after` it."""
        mark = self.quote.rstrip()
        lines = [self.quote + self.head + text]
        if not self.tight and before.strip("> \t"):
            lines.insert(0, mark)
        if after.strip("> \t") and not (self.tight and self._goes_on(after)):
            lines.append(mark if after.startswith(mark) else "")
        return lines

    def below(self) -> Place:
        """Give the place of a further line, under this one."""
        head = " " * self.column if self.parent else self.head
        return replace(self, head=head)

    def dedented(self, source: Sequence[str]) -> list[str]:
        """Give the author's lines from `column` on; the first without all that stands before it."""
        first, *others = (split_quotes(line)[1] for line in source)
        cut = (rest[min(self.column, indent(rest)) :] for rest in others)
        return [first[self.column :], *(line if line.strip(" ") else "" for line in cut)]

    def _goes_on(self, after: str) -> bool:
        """Whether the list, in which this is, goes on with the line `after`."""
        quote, rest = split_quotes(after)
        inside = self.parent is not None and indent(rest) > self.parent.column
        return quote.rstrip() == self.quote.rstrip() and (inside or bool(LIST_MARKER.match(rest.lstrip(" "))))


class Nesting:
    """Follows the lines of a page that are not inside code."""

    def __init__(self) -> None:
        self._open: list[Parent] = []
        self._blank = 0

    def feed(self, line: str, number: int) -> None:
        """Go on to `line`, which is line `number`."""
        _, rest = split_quotes(line)
        text = rest.lstrip(" ")
        if not text:
            self._blank = number
            return
        column = indent(rest)
        is_item = bool(LIST_MARKER.match(text))
        opens = is_item or bool(INDENTING.match(text))
        if opens or self._blank == number - 1:
            while self._open and self._open[-1].column >= column:
                self._open.pop()
        if opens:
            self._open.append(Parent(column, number, is_item))

    def place(self, prefix: str, *, nested: bool) -> Place:
        """Find the place of what stands behind `prefix` on the line that was fed last.

        `nested` tells that it may have a parent.
        """
        quote, head = split_quotes(prefix)
        column = len(head)
        parent = self._parent_of(column) if nested else None
        tight = parent is not None and parent.is_item and parent.line > self._blank
        return Place(quote, head, column, parent, tight)

    def _parent_of(self, column: int) -> Parent | None:
        return next((one for one in reversed(self._open) if one.column < column), None)


def split_quotes(line: str) -> tuple[str, str]:
    """Split `line` behind its last quote mark, of which there may be none; tabs become spaces."""
    line = line.expandtabs(TAB)
    marks = _QUOTES.match(line)
    end = marks.end() if marks else 0
    return line[:end], line[end:]


def indent(text: str) -> int:
    """Count the spaces with which `text` begins."""
    return len(text) - len(text.lstrip(" "))
