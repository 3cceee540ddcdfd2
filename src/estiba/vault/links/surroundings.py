"""What stands around the links of a note, in plain words; what comments hold is never among them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from estiba.position import Position
from estiba.vault.note import Note
from estiba.vault.text.leaf import Leaf
from estiba.vault.text.marks import Comment, Link, LinkKind
from estiba.vault.text.prose import plain_text, without_closing
from estiba.vault.text.sentences import Sentence, sentence_around

_AROUND = 400
"""Characters on each side of a link that are looked at."""
_HIDDEN = "\x01"
"""Stands for each character of a comment; notes are read without control characters."""
_LINK = "\x02"
"""Stands for the link while the text around it is read."""
_COMMENT = re.compile(r"%%.*?%%", re.DOTALL)
_HTML_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BLOCK_ID = re.compile(r"(?:^|[ \t])\^[A-Za-z0-9-]+[ \t]*$")
_MARKER = re.compile(r"(?:\[[ xX]\]|\[![\w-]+\][+-]?|\[\^[^\[\]\s]+\]:|:)[ \t]+")
_BAR = re.compile(r"(?<!\\)\|")
_RULE = frozenset("|:- \t")
"""What the line below the head of a table is made of."""


class Surroundings:
    """The text of one note, around its links."""

    def __init__(self, note: Note) -> None:
        self._leaves = note.marks.leaves
        self._starts = [leaf.starts[0] for leaf in self._leaves]
        self._comments = note.marks.comments
        self._comment_starts = [comment.position for comment in self._comments]
        self._texts: dict[int, _Text] = {}

    def sentence(self, link: Link) -> Sentence | None:
        """Give the sentence around `link`; in a table, that of its cell.

        None where nothing but the link stands there, or where a reader does not see it.
        """
        index = bisect_right(self._starts, link.position) - 1
        if index < 0 or link.kind is LinkKind.DEFINITION:
            return None
        if index not in self._texts:
            self._texts[index] = self._read(self._leaves[index])
        before, mark, after = plain_text(self._texts[index].around(link)).partition(_LINK)
        if not mark:
            return None
        found = sentence_around(before, shown_words(link), after)
        return found if re.search(r"\w", found.before + found.after) else None

    def _read(self, leaf: Leaf) -> _Text:
        first = bisect_right(self._comment_starts, Position(leaf.first_line, 0))
        last = bisect_right(self._comment_starts, Position(leaf.starts[-1].line + 1, 0))
        return _read_text(leaf, self._comments[first:last])


@dataclass(frozen=True, slots=True)
class _Text:
    """The text of a leaf, with comments blacked out."""

    text: str
    starts: list[Position]
    offsets: list[int]
    """Where each line begins in `text`."""
    is_table: bool

    def offset(self, place: Position) -> int:
        """Give where `place` is in the text."""
        row = max(0, bisect_right(self.starts, Position(place.line + 1, 0)) - 1)
        end = self.offsets[row + 1] - 1 if row + 1 < len(self.offsets) else len(self.text)
        return min(self.offsets[row] + max(0, place.column - self.starts[row].column), end)

    def around(self, link: Link) -> str:
        """Give what stands around `link`, which is marked in it; without a mark where it is hidden."""
        start, end = self.offset(link.position), self.offset(link.end)
        if self.text[start : start + 1] == _HIDDEN:
            return ""
        first, last = max(0, start - _AROUND), end + _AROUND
        if first:
            first = self.text.find(" ", first, start) + 1 or first
        if last < len(self.text):
            last = max(self.text.rfind(" ", end, last), end)
        before, after = self.text[first:start], self.text[end:last]
        if self.is_table:
            before, after = before.rpartition("\n")[2], after.partition("\n")[0]
            bars = [match.end() for match in _BAR.finditer(before)]
            before, after = before[bars[-1] if bars else 0 :], _BAR.split(after, maxsplit=1)[0]
            before, after = before.replace("\\|", "|"), after.replace("\\|", "|")
        return (before + _LINK + after).replace(_HIDDEN, "")


def _read_text(leaf: Leaf, comments: tuple[Comment, ...]) -> _Text:
    text = "\n".join(leaf.lines)
    offsets = list(accumulate((len(line) + 1 for line in leaf.lines[:-1]), initial=0))
    is_table = text.startswith("|") or (len(leaf.lines) > 1 and {"|", "-"} <= set(leaf.lines[1]) <= _RULE)
    found = _Text(text, leaf.starts, offsets, is_table)
    spans = [(found.offset(one.position), found.offset(one.end)) for one in comments]
    spans += [match.span() for match in _HTML_COMMENT.finditer(text)]
    spans += [match.span() for match in _BLOCK_ID.finditer(text)]
    marker = _MARKER.match(text)
    spans += [marker.span()] if marker else []
    spans += [(len(without_closing(text)), len(text))] if leaf.level else []
    if not spans:
        return found
    characters = list(text)
    for start, end in spans:
        characters[start:end] = _HIDDEN * (end - start)
    return _Text("".join(characters), leaf.starts, offsets, is_table)


def shown_words(link: Link) -> str:
    """Give the words of a link, as a page shows them; a Markdown link without any has none."""
    if link.is_obsidian and not link.text:
        return link.words
    return " ".join(_COMMENT.sub("", link.text).split())
