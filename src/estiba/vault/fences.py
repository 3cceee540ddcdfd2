"""Fenced code blocks, with their exact place in the file.

A fence is what CommonMark calls one, inside lists and quotes too, and besides
inside what Python-Markdown indents by four columns: admonitions (`!!!`, `???`),
tabs (`===`), footnotes and definitions. Code that is indented without such a
parent is no fence, and nothing inside a fence or an HTML comment is one.

Source: CommonMark 0.31.2, sections 4.5 (fenced code blocks) and 5 (containers).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from estiba.vault.cursor import TAB, Cursor

_MAX_DEPTH = 64
"""Containers within each other; what is nested deeper is text."""
_OPENING = re.compile(r"(?P<marker>`{3,})(?P<info>[^`]*)$|(?P<tildes>~{3,})(?P<tilde_info>.*)$")
LIST_MARKER = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)")
INDENTING = re.compile(r"(?:!!!|\?\?\?\+?|===[!+]?)[ \t]|\[\^[^\]]+\]:|:[ \t]")
"""What indents the lines below it by four columns: admonitions, tabs, footnotes, definitions."""
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_NO_TEXT = re.compile(r"#{1,6}(?:[ \t]|$)|[>|<]|`{3}|~{3}")


@dataclass(frozen=True, slots=True)
class Fence:
    """One fenced code block. Lines count from 1 in the file that the author edits."""

    first_line: int
    last_line: int
    """The closing line, or the last line of a block that is never closed."""
    closed: bool
    info: str
    """What stands behind the opening marker, stripped."""
    prefix: str
    """What stands before the opening marker: indentation, `>`, a list marker."""
    depth: int
    """In how many list items (and other indenting parents) the fence stands."""
    text: str
    """The author's lines without their indentation and quote marks, with LF line ends
    and one at the end; empty for an empty block."""
    widths: tuple[int, ...] = ()
    """How many characters were taken from the left of each line of `text`."""


@dataclass(slots=True)
class _Quote:
    """An open block quote."""


@dataclass(slots=True)
class _Item:
    """An open list item, admonition, tab, footnote or definition."""

    marker_column: int
    content_column: int


@dataclass(slots=True)
class _Inside:
    """The fence that is open, and what has been read of it."""

    first_line: int
    marker: str
    info: str
    prefix: str
    indent: int
    """Columns of white space before the marker, within the innermost container."""
    containers: int
    depth: int
    lines: list[str] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)


def scan_fences(lines: Sequence[str], *, first_line: int = 1) -> tuple[Fence, ...]:
    """Find the fences in `lines` (without line ends); the first is line `first_line`.

    A last line that is empty is what stands behind the last line end, and no line.
    """
    if lines and not lines[-1]:
        lines = lines[:-1]
    scanner = _Scanner()
    for number, line in enumerate(lines, first_line):
        scanner.feed(line, number)
    scanner.end(first_line + len(lines) - 1, closed=False)
    return tuple(scanner.found)


class _Scanner:
    def __init__(self) -> None:
        self.found: list[Fence] = []
        self.containers: list[_Quote | _Item] = []
        self.inside: _Inside | None = None
        self.comment: int | None = None
        """In how many containers the open HTML comment stands."""
        self.in_paragraph = False

    def feed(self, line: str, number: int) -> None:
        cursor = Cursor(line)
        kept = self.enter_containers(cursor)
        inside = self.inside
        if inside is not None:
            if kept >= inside.containers:
                self.feed_inside(inside, cursor, number)
                return
            self.end(number - 1, closed=False)
        if self.in_paragraph and kept < len(self.containers) and _is_text(cursor):
            return  # a line of the paragraph above, though it lacks the prefixes
        self.in_paragraph = False
        if not cursor.blank():
            del self.containers[kept:]
            if self.comment is not None and kept < self.comment:
                self.comment = None
        self.open_blocks(cursor, number)

    def enter_containers(self, cursor: Cursor) -> int:
        """Step over the prefixes of the open containers; count those that go on."""
        for index, container in enumerate(self.containers):
            indent = cursor.indent()
            if isinstance(container, _Quote):
                if cursor.blank() or indent > 3 or cursor.line[cursor.at + cursor.white() :][:1] != ">":
                    return index
                cursor.skip(indent)
                cursor.advance(1)
                cursor.skip(1)
            elif cursor.blank() or cursor.column + indent >= container.content_column:
                cursor.skip(container.content_column - cursor.column)
            else:
                return index
        return len(self.containers)

    def feed_inside(self, inside: _Inside, cursor: Cursor, number: int) -> None:
        indent = cursor.indent()
        marker = cursor.rest().strip(" \t")
        if indent <= 3 and len(marker) >= len(inside.marker) and set(marker) == {inside.marker[0]}:
            self.end(number, closed=True)
            return
        cursor.skip(min(indent, inside.indent))
        rest = cursor.rest()
        inside.lines.append(rest)
        inside.widths.append(len(cursor.line) - len(rest))

    def open_blocks(self, cursor: Cursor, number: int) -> None:
        """Open what begins on this line: containers, then perhaps a fence or a comment."""
        if self.comment is not None:
            self.open_comment(cursor.rest())
            return
        while not cursor.blank():
            indent = cursor.indent()
            if not self.open_container(cursor, indent):
                self.open_fence(cursor, indent, number)
                self.in_paragraph = self.inside is None and self.comment is None and _is_text(cursor)
                return

    def open_container(self, cursor: Cursor, indent: int) -> bool:
        if indent > 3 and not self.fits_four_columns(cursor.column + indent):
            return False
        if len(self.containers) >= _MAX_DEPTH:
            return False
        text = cursor.rest().lstrip(" \t")
        column = cursor.column + indent
        if text.startswith(">"):
            cursor.skip(indent)
            cursor.advance(1)
            cursor.skip(1)
            self.containers.append(_Quote())
            return True
        marker = LIST_MARKER.match(text)
        if marker and not _RULE.match(text):
            cursor.skip(indent)
            cursor.advance(marker.end())
            gap = cursor.indent()
            width = gap if 1 <= gap <= 4 and not cursor.blank() else 1
            cursor.skip(width)
            self.containers.append(_Item(column, cursor.column))
            return True
        if INDENTING.match(text):
            self.containers.append(_Item(column, column + TAB))
        return False

    def open_fence(self, cursor: Cursor, indent: int, number: int) -> None:
        text = cursor.rest().lstrip(" \t")
        if indent > 3 and not self.fits_four_columns(cursor.column + indent):
            return
        if text.startswith("<!--"):
            self.open_comment(text)
            return
        match = _OPENING.match(text)
        if match is None:
            return
        self.inside = _Inside(
            first_line=number,
            marker=match["marker"] or match["tildes"],
            info=(match["info"] or match["tilde_info"] or "").strip(),
            prefix=cursor.line[: len(cursor.line) - len(text)],
            indent=indent,
            containers=len(self.containers),
            depth=sum(isinstance(one, _Item) for one in self.containers),
        )

    def open_comment(self, text: str) -> None:
        """Go on in a comment unless it closes in `text`."""
        self.comment = None if "-->" in text else len(self.containers)

    def fits_four_columns(self, column: int) -> bool:
        """Whether Python-Markdown, which indents by four a level, sees a block here."""
        depth = sum(isinstance(one, _Item) for one in self.containers)
        return 0 <= column - TAB * depth < TAB

    def end(self, last_line: int, *, closed: bool) -> None:
        inside, self.inside = self.inside, None
        if inside is None:
            return
        text = "".join(line + "\n" for line in inside.lines)
        self.found.append(
            Fence(
                first_line=inside.first_line,
                last_line=last_line,
                closed=closed,
                info=inside.info,
                prefix=inside.prefix,
                depth=inside.depth,
                text=text,
                widths=tuple(inside.widths),
            )
        )


def _is_text(cursor: Cursor) -> bool:
    """Whether what is left of the line may be a line of a paragraph."""
    text = cursor.rest().strip(" \t")
    starts_block = _NO_TEXT.match(text) or LIST_MARKER.match(text) or INDENTING.match(text)
    return bool(text) and cursor.indent() <= 3 and not (starts_block or _RULE.match(text))
