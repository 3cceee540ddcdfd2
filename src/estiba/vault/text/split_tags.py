"""HTML tags over several lines that no paragraph holds together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from estiba.position import Position
from estiba.vault.text.leaf import Leaf
from estiba.vault.text.marks import RefusedHtml
from estiba.vault.text.raw_html import refused_in_tag
from estiba.vault.text.raw_tags import read_raw_tag

_OPEN = re.compile(r"<[A-Za-z][^<>]*\Z")
_MOST_LINES = 50


def refused_in_split_tags(leaves: Sequence[Leaf]) -> Iterator[RefusedHtml]:
    """Give what is refused in tags that begin in one of `leaves` and end in a later one.

    Blank lines may stand within a tag that begins its line.
    """
    for index, leaf in enumerate(leaves):
        line = leaf.lines[-1]
        opening = _OPEN.search(line) if line.rfind("<") > line.rfind(">") else None
        if opening is None:
            continue
        lines, starts = [leaf.lines[-1]], [leaf.starts[-1]]
        for other in leaves[index + 1 : index + 1 + _MOST_LINES]:
            is_next = other.first_line == starts[-1].line + 1
            if len(lines) > _MOST_LINES or not (is_next or opening.start() == 0):
                break
            lines += other.lines[:_MOST_LINES]
            starts += other.starts[:_MOST_LINES]
            if ">" in "".join(other.lines):
                break
        text = "\n".join(lines)
        tag = read_raw_tag(text, opening.start())
        for one in refused_in_tag(tag, opening.start()) if tag else ():
            yield one.at(_place(lines, starts, one.start))


def _place(lines: Sequence[str], starts: Sequence[Position], offset: int) -> Position:
    for line, start in zip(lines, starts, strict=True):
        if offset <= len(line):
            return Position(start.line, start.column + offset)
        offset -= len(line) + 1
    return starts[-1]
