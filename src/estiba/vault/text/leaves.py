"""Lines of a note that hold text, in pieces that belong together: paragraphs, headings, rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from operator import is_

from estiba.position import Position
from estiba.vault.text.cursor import Cursor
from estiba.vault.text.fences import INDENTING, LIST_MARKER, OBSIDIAN, Fence, Item, Quote, Scanner
from estiba.vault.text.formulas import block_formula
from estiba.vault.text.leaf import Leaf
from estiba.vault.text.limits import refuse_size, too_deep
from estiba.vault.text.marks import Comment
from estiba.vault.text.verbatim import verbatim_behind

_ATX = re.compile(r"(?P<marks>#{1,6})(?:[ \t]+|$)")
_UNDERLINE = re.compile(r"(?P<mark>=+|-+)[ \t]*$")


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lines of a note are divided."""

    fences: tuple[Fence, ...]
    leaves: tuple[Leaf, ...]
    comments: tuple[Comment, ...]
    """Those of Obsidian's that hold whole lines."""
    raw: tuple[Leaf, ...] = ()
    """Lines of HTML that hold no Markdown."""


def read_layout(lines: Sequence[str], *, first_line: int = 1) -> Layout:
    """Divide `lines` (without line ends), of which the first is line `first_line` of the file.

    Raises `TooMuch` where they are too many, or too much stands in one another.
    """
    refuse_size(lines, first_line)
    if lines and not lines[-1]:
        lines = lines[:-1]
    reader = _Reader(lines, first_line)
    for number, line in enumerate(lines, first_line):
        reader.feed(line, number)
    last = first_line + len(lines) - 1
    reader.end(last, closed=False)
    if reader.hidden_from is not None:
        end = Position(last, len(lines[-1]) + 1)
        reader.comments.append(Comment(reader.hidden_from, end, closed=False))
    return Layout(tuple(reader.found), tuple(reader.leaves), tuple(reader.comments), tuple(reader.raw))


class _Reader(Scanner):
    """Keeps the text that it passes."""

    def __init__(self, lines: Sequence[str], first_line: int) -> None:
        super().__init__()
        self.lines = lines
        self.first_line = first_line
        self.formula_end = 0
        """The last line of the formula that stands on lines of its own."""
        self.leaves: list[Leaf] = []
        self.comments: list[Comment] = []
        self.hidden_from: Position | None = None
        """Where the comment over whole lines begins that is open."""
        self.verbatim = ""
        """The element of HTML that is open and holds no Markdown."""
        self.raw: list[Leaf] = []
        self.number = first_line
        self.was_in_paragraph = False
        self.was_in: list[Quote | Item] = []

    def feed(self, line: str, number: int) -> None:
        """Read the next line; `number` is its own in the file."""
        self.number = number
        self.was_in_paragraph, self.was_in = self.in_paragraph, list(self.containers)
        was_hidden = self.hidden_from
        super().feed(line, number)
        if was_hidden is not None and self.comment is None:
            self.hidden_from = None
            end = line.find(OBSIDIAN) + len(OBSIDIAN)
            self.comments.append(Comment(was_hidden, Position(number, end + 1)))
            if line[end:].strip():
                self.leaves.append(Leaf(0, [line[end:]], [Position(number, end + 1)], number))

    def read_too_deep(self, cursor: Cursor, text: str) -> None:
        """Refuse what would open one more container."""
        if text.startswith(">") or LIST_MARKER.match(text) or INDENTING.match(text):
            raise too_deep(Position(self.number, cursor.text_at() + 1))

    def open_fence(self, cursor: Cursor, indent: int, number: int) -> None:
        """Open the fence or the comment that begins here, if one does."""
        super().open_fence(cursor, indent, number)
        if self.comment is not None and self.comment_end == OBSIDIAN:
            self.hidden_from = Position(number, cursor.text_at() + 1)

    def read_text(self, cursor: Cursor, number: int, *, goes_on: bool) -> None:
        """Keep a line of text."""
        text = cursor.text()
        at = len(cursor.line) - len(text)
        if self._is_verbatim(text, Position(number, at + 1)) or self._is_formula(text, number):
            return
        if not goes_on and cursor.indent() > 3 and not self._is_nested(cursor):
            return
        goes_on = goes_on or (self.was_in_paragraph and self.in_paragraph and self._stays())
        goes_on = goes_on and bool(self.leaves) and self.leaves[-1].last_line == number - 1
        if goes_on and not self.in_paragraph and _UNDERLINE.match(text):
            self._underline(text, number)
            return
        if goes_on:
            leaf = self.leaves[-1]
            leaf.lines.append(text)
            leaf.starts.append(Position(number, at + 1))
            leaf.last_line = number
            return
        level = 0
        if heading := _ATX.match(text):
            level, at, text = len(heading["marks"]), at + heading.end(), text[heading.end() :]
        self.leaves.append(Leaf(level, [text], [Position(number, at + 1)], number))

    def _is_verbatim(self, text: str, start: Position) -> bool:
        """Whether the line stands in HTML whose text is no Markdown, or opens such over several lines."""
        before = self.verbatim
        if before or text.startswith(("<", ">")):
            self.verbatim = verbatim_behind(text, before)
        if not before and not self.verbatim:
            return False
        if not before:
            self.raw.append(Leaf())
        self.raw[-1].lines.append(text)
        self.raw[-1].starts.append(start)
        return True

    def _is_formula(self, text: str, number: int) -> bool:
        """Whether the line is one of a formula on lines of its own."""
        if "$$" in text and number > self.formula_end and text.strip() == "$$":
            below = islice(self.lines, number - self.first_line, None)
            formula = block_formula(line.lstrip("> \t") for line in below)
            self.formula_end = number - 1 + formula[1] if formula else 0
        return number <= self.formula_end

    def _underline(self, text: str, number: int) -> None:
        """Make a heading of the line above; of more lines, Python-Markdown makes none."""
        leaf = self.leaves[-1]
        if len(leaf.lines) == 1:
            leaf.level = 1 if text.startswith("=") else 2
            leaf.last_line = number

    def _is_nested(self, cursor: Cursor) -> bool:
        return self.item_around(cursor.column + cursor.indent(), len(self.containers)) is not None

    def _stays(self) -> bool:
        """Whether the line stands in just what the one above stood in."""
        now, before = self.containers, self.was_in
        return len(now) == len(before) and all(map(is_, now, before))
