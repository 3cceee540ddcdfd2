"""Fenced code blocks, with their exact place in the file.

A fence is what CommonMark calls one, inside lists and quotes too, and besides
inside what Python-Markdown indents by four columns: list items, however wide their
markers, admonitions (`!!!`, `???`), tabs (`===`), footnotes and definitions. Code that
is indented without such a parent is no fence, and nothing inside a fence or a comment
(HTML's `<!-- -->`, Obsidian's `%% %%`) is one.

Source: CommonMark 0.31.2, sections 4.5 (fenced code blocks) and 5 (containers).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from estiba.vault.text.cursor import TAB, Cursor
from estiba.vault.text.limits import MAX_DEPTH

_OPENING = re.compile(r"(?P<marker>`{3,})(?P<info>[^`]*)$|(?P<tildes>~{3,})(?P<tilde_info>.*)$")
LIST_MARKER = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)")
INDENTING = re.compile(r"(?:!!!|\?\?\?\+?|===[!+]?)[ \t]|\[\^[^\]]+\]:|:[ \t]")
"""What indents the lines below it by four columns: admonitions, tabs, footnotes, definitions."""
_NO_INTERRUPTION = re.compile(r"(?:[-+*]|\d{1,9}[.)])[ \t]*$|(?!0*1[.)])\d{1,9}[.)]")
"""A list item without text, or with another number than 1: below a paragraph it is text."""
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
"""What makes a heading of the paragraph above."""
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
OBSIDIAN = "%%"
"""What begins, and ends, a comment of Obsidian's."""
_COMMENT = re.compile(rf"<!--|{OBSIDIAN}")
_NO_TEXT = re.compile(r"#{1,6}(?:[ \t]|$)|[>|<]|`{3}|~{3}")
_PLAIN = re.compile(r"(?:\*\*)?[^\W\d_]")
"""A letter, bold or not: what begins with one opens no block, and most lines by far do."""


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
class Quote:
    """An open block quote."""

    indent: int
    """Columns of white space before its first mark."""


@dataclass(slots=True)
class Item:
    """An open list item, admonition, tab, footnote or definition."""

    content_column: int
    """Where its content begins in CommonMark."""
    inner_column: int
    """Where its content begins in Python-Markdown."""
    is_listed: bool


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

    def keep(self, line: str, width: int) -> None:
        """Keep a line of its text, before which `width` characters stand."""
        self.lines.append(line)
        self.widths.append(width)


def scan_fences(lines: Sequence[str], *, first_line: int = 1) -> tuple[Fence, ...]:
    """Find the fences in `lines` (without line ends); the first is line `first_line`.

    A last line that is empty is what stands behind the last line end, and no line.
    """
    if lines and not lines[-1]:
        lines = lines[:-1]
    scanner = Scanner()
    for number, line in enumerate(lines, first_line):
        scanner.feed(line, number)
    scanner.end(first_line + len(lines) - 1, closed=False)
    return tuple(scanner.found)


class Scanner:
    """Reads a text line by line, and knows what each stands in. Lines have no line ends."""

    def __init__(self) -> None:
        self.found: list[Fence] = []
        self.containers: list[Quote | Item] = []
        self.inside: _Inside | None = None
        self.comment: int | None = None
        """In how many containers the open comment stands; one of Obsidian's, in none."""
        self.comment_end = "-->"
        """What ends that comment."""
        self.in_paragraph = False
        self.left = 0
        """The column behind the quote marks of the line, from which Python-Markdown counts."""

    def feed(self, line: str, number: int) -> None:
        """Read the next line; `number` is its own in the file."""
        inside = self.inside
        if inside is None and self.comment is None:
            if not line:
                self.in_paragraph = False
                return
            if not self.containers and _PLAIN.match(line):
                self.in_paragraph = True
                self.read_text(Cursor(line), number, goes_on=False)
                return
        elif inside is not None and not inside.prefix and not line.lstrip(" \t").startswith(inside.marker):
            inside.keep(line, 0)
            return
        cursor = Cursor(line)
        kept = self.enter_containers(cursor)
        if inside is not None:
            if kept >= inside.containers:
                self.feed_inside(inside, cursor, number)
                return
            self.end(number - 1, closed=False)
        if self.in_paragraph and self.is_of_paragraph(cursor, kept):
            self.in_paragraph = kept < len(self.containers) or not _UNDERLINE.match(cursor.rest())
            self.read_text(cursor, number, goes_on=True)
            return
        self.in_paragraph = False
        if cursor.text():
            del self.containers[kept:]
            if self.comment is not None and kept < self.comment:
                self.comment = None
        self.open_blocks(cursor, number)

    def enter_containers(self, cursor: Cursor) -> int:
        """Step over the prefixes of the open containers; count those that go on."""
        self.left = 0
        for index, container in enumerate(self.containers):
            indent = cursor.indent()
            if isinstance(container, Quote):
                if indent > max(3, container.indent) or not cursor.text().startswith(">"):
                    return index
                self.skip_quote_mark(cursor, indent)
                continue
            if cursor.column + indent < container.content_column and cursor.text():
                in_block = self.inside is not None or self.comment is not None
                if in_block or cursor.column + indent < container.inner_column:
                    return index
                container.content_column = container.inner_column
            cursor.skip(container.content_column - cursor.column)
        return len(self.containers)

    def skip_quote_mark(self, cursor: Cursor, indent: int) -> None:
        """Step over white space of `indent` columns, a quote mark and the space behind it."""
        cursor.skip(indent)
        cursor.advance(1)
        cursor.skip(1)
        self.left = cursor.column

    def is_of_paragraph(self, cursor: Cursor, kept: int) -> bool:
        """Whether the line goes on with the paragraph above: as text that lacks the prefixes
        of the containers, or that only looks like code or like a list item.
        """
        text = cursor.text()
        if not text:
            return False
        indent = cursor.indent()
        item = self.item_around(cursor.column + indent, kept)
        if indent > 3 and item is None:
            return True
        if kept < len(self.containers):
            return _is_text(text)
        may_nest = item is not None and item.is_listed
        is_text = _NO_INTERRUPTION.match(text) and not may_nest
        return bool(is_text or _UNDERLINE.match(cursor.rest()))

    def feed_inside(self, inside: _Inside, cursor: Cursor, number: int) -> None:
        """Keep the line for the fence that is open, or end it."""
        marker = cursor.text()
        closes = marker.startswith(inside.marker) and not marker.rstrip(" \t").strip(inside.marker[0])
        if closes and cursor.indent() <= max(3, inside.indent):
            self.end(number, closed=True)
            return
        cursor.skip(inside.indent)
        rest = cursor.rest()
        inside.keep(rest, len(cursor.line) - len(rest))

    def open_blocks(self, cursor: Cursor, number: int) -> None:
        """Open what begins on this line: containers, then perhaps a fence or a comment."""
        if self.comment is not None:
            self.open_comment(cursor.rest())
            return
        while text := cursor.text():
            indent = cursor.indent()
            is_plain = _PLAIN.match(text) is not None
            if is_plain or not self.open_container(cursor, indent, text):
                if not is_plain:
                    self.open_fence(cursor, indent, number)
                is_block = self.inside is not None or self.comment is not None
                self.in_paragraph = indent <= 3 and not is_block and (is_plain or _is_text(text))
                if not is_block:
                    self.read_text(cursor, number, goes_on=False)
                return

    def read_text(self, cursor: Cursor, number: int, *, goes_on: bool) -> None:
        """Hear of a line that is neither blank nor of a fence or comment; `cursor` is behind its containers.

        `goes_on` tells that it goes on with the paragraph above. Does nothing here.
        """

    def read_too_deep(self, cursor: Cursor, text: str) -> None:
        """Hear of `text`, which stands in as many containers as there may be. Does nothing here."""

    def open_container(self, cursor: Cursor, indent: int, text: str) -> bool:
        """Open the container with which `text` begins; say whether something else may follow on the line."""
        column = cursor.column + indent
        if indent > 3 and not self.item_around(column, len(self.containers)):
            return False
        if len(self.containers) >= MAX_DEPTH:
            self.read_too_deep(cursor, text)
            return False
        if text.startswith(">"):
            self.skip_quote_mark(cursor, indent)
            self.containers.append(Quote(indent))
            return True
        marker = LIST_MARKER.match(text)
        if marker and not _RULE.match(text):
            cursor.skip(indent)
            cursor.advance(marker.end())
            gap = cursor.indent()
            inner_column = column + TAB - (column - self.left) % TAB
            width = gap if 1 <= gap <= 4 and cursor.text() else 1
            self.containers.append(Item(cursor.column + width, inner_column, is_listed=True))
            cursor.skip(width)
            return True
        if INDENTING.match(text):
            self.containers.append(Item(column + TAB, column + TAB, is_listed=False))
        return False

    def open_fence(self, cursor: Cursor, indent: int, number: int) -> None:
        """Open the fence or the comment that begins here, if one does."""
        text = cursor.text()
        if indent > 3 and not self.item_around(cursor.column + indent, len(self.containers)):
            return
        comment = _COMMENT.match(text)
        if comment is not None:
            self.comment_end = OBSIDIAN if comment[0] == OBSIDIAN else "-->"
            self.open_comment(text[comment.end() :])
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
            depth=sum(isinstance(one, Item) for one in self.containers),
        )

    def open_comment(self, text: str) -> None:
        """Go on in a comment unless it closes in `text`."""
        depth = len(self.containers) if self.comment_end == "-->" else 0
        self.comment = None if self.comment_end in text else depth

    def item_around(self, column: int, kept: int) -> Item | None:
        """Give the last of the `kept` containers if Python-Markdown sees a block of it, not
        code in it, at `column`.
        """
        item = self.containers[kept - 1] if kept else None
        if isinstance(item, Item) and 0 <= column - item.inner_column < TAB:
            return item
        return None

    def end(self, last_line: int, *, closed: bool) -> None:
        """End the fence that is open, if there is one."""
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


def _is_text(text: str) -> bool:
    """Whether `text`, which is left of the line and not empty, may be a line of a paragraph."""
    if _PLAIN.match(text):
        return True
    text = text.rstrip(" \t")
    starts_block = _NO_TEXT.match(text) or LIST_MARKER.match(text) or INDENTING.match(text)
    return not (starts_block or _RULE.match(text))
