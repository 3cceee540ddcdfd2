"""What a note's text holds besides words -> edits of the author's lines that put a word in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from estiba.markdown.inline_footnotes import InlineFootnotes
from estiba.position import Position
from estiba.vault.text.marks import BlockId, InlineTag, Link, Marks


class Edit(NamedTuple):
    """Within one line: what stands from `start` to `end`, columns from 0, becomes `text`."""

    start: int
    end: int
    text: str
    hides: bool = False
    """Whether it takes away what no reader sees."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One thing of the text that a word stands for."""

    content: Link | InlineTag | BlockId
    source: str
    """As its author wrote it."""


@dataclass(slots=True)
class Edits:
    """The edits of a text, by the index of the line."""

    by_line: dict[int, list[Edit]] = field(default_factory=dict)

    def add(self, line: int, edit: Edit) -> None:
        """Add an edit of the line with the index `line`."""
        self.by_line.setdefault(line, []).append(edit)

    def applied(self, line: int, text: str) -> str | None:
        """Give `text`, which is the line, edited; None where nothing is left for anybody to see."""
        edits = self.by_line.get(line)
        if not edits:
            return text
        parts, at = [], 0
        for edit in sorted(edits):
            if edit.start < at:
                continue
            parts += [text[at : edit.start], edit.text]
            at = edit.end
        new = "".join([*parts, text[at:]])
        is_hidden = any(edit.hides for edit in edits) and not new.strip()
        return None if is_hidden else new


@dataclass(frozen=True, slots=True)
class Marker:
    """Makes edits of a text."""

    lines: Sequence[str]
    first_line: int
    """What the first of `lines` is called in the places that it is told."""
    word: Callable[[Marked], str]
    """Keeps something, and gives the word that stands for it."""
    footnotes: InlineFootnotes

    def edits(self, marks: Marks, *, links: bool) -> Edits:
        """Give what `marks` ask for; without `links`, links and tags stay what they are."""
        edits = Edits()
        for index, edit in self._edits(marks, links=links):
            edits.add(index, edit)
        return edits

    def _edits(self, marks: Marks, *, links: bool) -> Iterator[tuple[int, Edit]]:
        for comment in marks.comments:
            yield from self._cut(comment.position, comment.end)
        for link in marks.links if links else ():
            if link.is_obsidian or (link.is_embed and (link.size or link.to.path.endswith(".md"))):
                yield from self._replaced(link, link.position, link.end)
        for tag in marks.tags if links else ():
            yield from self._replaced(tag, tag.position, _behind(tag.position, tag.name))
        for note in marks.footnotes if self.footnotes.is_on else ():
            opening, closing = self.footnotes.words()
            yield self._at(note.position, opening, 2)
            yield self._at(Position(note.end.line, note.end.column - 1), closing, 1)
        for block in marks.blocks:
            yield from self._replaced(block, block.position, _behind(block.position, block.name))

    def _replaced(
        self, content: Link | InlineTag | BlockId, start: Position, end: Position
    ) -> Iterator[tuple[int, Edit]]:
        if start.line == end.line:
            index = start.line - self.first_line
            source = self.lines[index][start.column - 1 : end.column - 1]
            yield index, Edit(start.column - 1, end.column - 1, self.word(Marked(content, source)))

    def _at(self, place: Position, text: str, length: int) -> tuple[int, Edit]:
        return place.line - self.first_line, Edit(place.column - 1, place.column - 1 + length, text)

    def _cut(self, start: Position, end: Position) -> Iterator[tuple[int, Edit]]:
        for number in range(start.line, end.line + 1):
            index = number - self.first_line
            begins = start.column - 1 if number == start.line else 0
            ends = end.column - 1 if number == end.line else len(self.lines[index])
            yield index, Edit(begins, ends, "", hides=True)


def _behind(start: Position, name: str) -> Position:
    return Position(start.line, start.column + 1 + len(name))
