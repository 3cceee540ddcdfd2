"""The lines of a note -> its fences, and what its text holds besides words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from estiba.position import Position
from estiba.vault.text.fences import INDENTING, Fence
from estiba.vault.text.headings import Ids, heading_id, own_id
from estiba.vault.text.inline import Inline, read_inline, read_raw
from estiba.vault.text.leaf import Leaf
from estiba.vault.text.leaves import Layout, read_layout
from estiba.vault.text.limits import Counts, TooMuch
from estiba.vault.text.link_syntax import read_destination
from estiba.vault.text.marks import BlockId, Link, LinkKind, Marks, RefusedHtml, Section
from estiba.vault.text.prose import plain_text, without_closing
from estiba.vault.text.raw_html import refused_in_braces
from estiba.vault.text.split_tags import refused_in_split_tags

_DEFINITION = re.compile(r"\[(?!\^)[^\[\]]+\]:[ \t]*(?P<address><[^<>\n]*>|\S+)")
_OWN_BLOCK = re.compile(rf"[-*_=][-*_= \t]*$|\[[^\[\]]*\]:|{INDENTING.pattern}")
"""A line that may be a block of its own, or make one of the line above, without a blank line around it."""
_BARE_ID = re.compile(r"\^[A-Za-z0-9-]+[ \t]*")


def read_marks(lines: Sequence[str], *, first_line: int = 1) -> tuple[tuple[Fence, ...], Marks]:
    """Read `lines` (without line ends); the first is line `first_line` of the author's file.

    Of a text that is past a limit, no fences are given and no marks but the excess.
    """
    try:
        return _read_marks(lines, first_line)
    except TooMuch as error:
        return (), Marks(excess=error.excess)


def _read_marks(lines: Sequence[str], first_line: int) -> tuple[tuple[Fence, ...], Marks]:
    layout = read_layout(lines, first_line=first_line)
    found = Inline()
    leaves = []
    for leaf in layout.leaves:
        before = len(found.links)
        _count(leaf, found.counts)
        read_inline(leaf, found)
        _read_definitions(leaf, found.links)
        if len(found.links) > before:
            leaves.append(leaf)
    for leaf in layout.raw:
        read_raw(leaf, found)
    found.refused.extend(refused_in_split_tags(layout.leaves))
    found.refused.extend(chain.from_iterable(map(_refused_options, layout.fences)))
    last_line = first_line + len(lines) - 1
    marks = Marks(
        links=tuple(sorted(found.links, key=lambda link: link.position)),
        tags=tuple(found.tags),
        comments=tuple(sorted((*layout.comments, *found.comments), key=lambda one: one.position)),
        footnotes=tuple(sorted(found.footnotes, key=lambda one: one.position)),
        blocks=tuple(_blocks(found.blocks, layout, lines, first_line)),
        sections=tuple(_sections(layout.leaves, last_line)),
        leaves=tuple(leaves),
        ids=frozenset(found.ids),
        refused=tuple(sorted(found.refused, key=lambda one: one.position)),
    )
    return layout.fences, marks


def _count(leaf: Leaf, counts: Counts) -> None:
    """Count headings, lines that may be one or a rule, and lines by which something is defined."""
    counts.go_on(leaf.first_line, leaf.last_line)
    for line, start in zip(leaf.lines, leaf.starts, strict=True):
        if line.startswith("*["):
            counts.add("abbreviations", start)
        if leaf.level or _OWN_BLOCK.match(line):
            counts.add("blocks", start)


def _refused_options(fence: Fence) -> Iterator[RefusedHtml]:
    """Give what is refused of the attributes in braces behind the marker of `fence`."""
    place = Position(fence.first_line, len(fence.prefix) + 1)
    for one in refused_in_braces(fence.info, fence.info.find("{")):
        yield one.at(place)


def _read_definitions(leaf: Leaf, links: list[Link]) -> None:
    for line, start in zip(leaf.lines, leaf.starts, strict=True):
        match = _DEFINITION.match(line) if line.startswith("[") else None
        if match:
            to = read_destination(match["address"])
            end = Position(start.line, start.column + match.end())
            links.append(Link(LinkKind.DEFINITION, start, end, to))


def _sections(leaves: Sequence[Leaf], last_line: int) -> Iterator[Section]:
    headings = [leaf for leaf in leaves if leaf.level]
    ends = [last_line] * len(headings)
    open_ones: list[int] = []
    for index, leaf in enumerate(headings):
        while open_ones and headings[open_ones[-1]].level >= leaf.level:
            ends[open_ones.pop()] = leaf.first_line - 1
        open_ones.append(index)
    ids = Ids()
    for leaf, end in zip(headings, ends, strict=True):
        written = leaf.lines[0]
        text = plain_text(without_closing(written))
        name = ids.numbered(own_id(written) or heading_id(text))
        yield Section(leaf.level, text, name, leaf.first_line, end)


def _blocks(
    blocks: Sequence[BlockId], layout: Layout, lines: Sequence[str], first_line: int
) -> Iterator[BlockId]:
    """Give each id the lines of its block: where it stands alone, those above it."""
    starts = {leaf.first_line: leaf for leaf in layout.leaves}
    ends = {fence.last_line: fence.first_line for fence in layout.fences}
    for block in blocks:
        leaf = starts.get(block.first_line)
        if leaf is None or not _BARE_ID.fullmatch(leaf.lines[0]):
            yield block
            continue
        last = block.first_line - 1
        while last > first_line and not lines[last - first_line].strip():
            last -= 1
        first = ends.get(last, last)
        while last not in ends and first > first_line and lines[first - 1 - first_line].strip():
            first -= 1
        yield replace(block, first_line=first, last_line=last)
