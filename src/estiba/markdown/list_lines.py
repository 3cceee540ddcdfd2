"""Lines -> lists and their items, as CommonMark has them, and what Python-Markdown's authors indent by four.

The content of an item begins where its text does; where all that begins below it is indented
by four columns or more, as Python-Markdown asks for, it begins at the fourth.

Source: CommonMark 0.31.2, sections 5.2 (list items) and 5.3 (lists).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from estiba.markdown.text_lines import (
    Marker,
    indent_of,
    is_placeholder,
    is_text,
    leaves_open,
    not_underline,
    read_marker,
)
from estiba.vault.text.cursor import TAB

_ADDED = 2
"""Blank lines that Python-Markdown puts below a block of HTML."""


class Below(str):
    """A block of lines with a blank line above it."""

    __slots__ = ()


class Glued(str):
    """A block of lines with none above it."""

    __slots__ = ()


@dataclass(slots=True)
class ListItem:
    """One item, while it is read."""

    column: int
    """Where its content begins in CommonMark."""
    lines: list[str]
    """The text behind its marker, then the lines below it as they were written."""
    least: int | None = None
    """The smallest indentation of what begins below its marker."""
    lazy: set[int] = field(default_factory=set)
    """Indices of lines that go on with a paragraph of its, though they are not indented."""

    @property
    def inside(self) -> int:
        """The column from which a line belongs to it."""
        return min(self.column, TAB)

    @property
    def is_empty(self) -> bool:
        """Whether nothing but its marker has been read of it."""
        return not self.lines[0] and len(self.lines) == 1

    def blocks(self) -> list[str]:
        """Give its content in blocks for Python-Markdown, each `Below` or `Glued` to what is above it."""
        least = self.column if self.least is None else self.least
        by_four = least >= TAB > self.column and read_marker(self.lines[0]) is None
        step = TAB if by_four or least < self.column else self.column
        cuts = (0 if number in self.lazy or not number else step for number in range(len(self.lines)))
        pairs = zip(self.lines, cuts, strict=True)
        return _blocks([line[min(indent_of(line), cut) :] for line, cut in pairs])


@dataclass(slots=True)
class ReadList:
    """One list."""

    kind: str
    number: int | None
    items: list[ListItem] = field(default_factory=list)
    is_loose: bool = False
    """Whether a blank line stands between two of its items."""


class ListReader:
    """Takes the lines of a list, and of lists that follow it at once."""

    def __init__(self) -> None:
        self.lists: list[ReadList] = []
        self.are_apart = False
        """Whether a blank line stands between two of the lists."""
        self._blank = 0
        """Blank lines since the last other line."""
        self._shift = 0
        """White space that Python-Markdown has left on a line above the HTML that stood behind it."""
        self._open = False
        """Whether a paragraph is open."""
        self._ended = False
        """Whether the last item is one without text, and a blank line below it."""

    def take(self, lines: Sequence[str]) -> int:
        """Take `lines` as far as they belong to the lists; give how many do."""
        for number, line in enumerate(lines):
            if not self._take(line):
                return number
        return len(lines)

    def _take(self, line: str) -> bool:
        if not line.strip(" "):
            if line:
                self._shift = len(line)
            else:
                self._blank += 1
                self._ended = self._ended or self._item.is_empty
            return True
        if self._shift and is_placeholder(line):
            line = " " * self._shift + line
        self._shift = 0
        if self.lists and self._blank >= _ADDED and is_placeholder(self._item.lines[-1]):
            self._blank -= _ADDED
        if self.lists and not self._ended and indent_of(line) >= self._item.inside:
            self._go_on(line)
        elif marker := read_marker(line):
            self._begin(marker)
        elif self._open and not self._blank and is_text(line):
            self._item.lazy.add(len(self._item.lines))
            self._item.lines.append(not_underline(line))
        else:
            return False
        return True

    @property
    def _item(self) -> ListItem:
        return self.lists[-1].items[-1]

    def _go_on(self, line: str) -> None:
        """Take a line that is indented so far that it belongs to the last item."""
        item, indent = self._item, indent_of(line)
        text = line[indent:]
        was_open = self._open and not self._blank
        if not was_open or read_marker(text) or not is_text(text):
            item.least = indent if item.least is None else min(indent, item.least)
        item.lines += [""] * self._blank
        item.lines.append(line)
        is_code = not was_open and indent >= item.inside + TAB
        self._open = not is_code and leaves_open(line, was_open=was_open)
        self._blank = 0

    def _begin(self, marker: Marker) -> None:
        """Begin an item, and a list if it does not go on with the last one."""
        if not self.lists or self.lists[-1].kind != marker.kind:
            self.are_apart = self.are_apart or self._blank > 0
            self.lists.append(ReadList(marker.kind, marker.number))
        elif self._blank:
            self.lists[-1].is_loose = True
        self.lists[-1].items.append(ListItem(marker.column, [marker.content]))
        self._open = indent_of(marker.content) < TAB and leaves_open(marker.content, was_open=False)
        self._blank, self._ended = 0, False


def _blocks(lines: Sequence[str]) -> list[str]:
    """Divide `lines` at blank lines, and around placeholders."""
    blocks: list[str] = []
    is_below = False
    for part in _parts(lines):
        is_below = is_below or not part[0]
        for block in "\n".join(part).rstrip("\n").split("\n\n"):
            blocks.append(Below(block) if is_below else Glued(block))
            is_below = True
        is_below = not part[-1]
    return blocks


def _parts(lines: Sequence[str]) -> Iterator[list[str]]:
    part: list[str] = []
    for line in lines:
        if is_placeholder(line) and indent_of(line) < TAB:
            yield from filter(None, (part, [line]))
            part = []
        else:
            part.append(line)
    if part:
        yield part
