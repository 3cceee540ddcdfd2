"""Lists as CommonMark has them: below a paragraph, nested by two or three spaces, with `1)`.

Python-Markdown wants a blank line above a list and four columns a level.

Source: CommonMark 0.31.2, sections 5.2 (list items) and 5.3 (lists).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor, OListProcessor
from markdown.extensions.sane_lists import SaneOListProcessor
from markdown.util import nearing_recursion_limit

from estiba.markdown.list_lines import Below, Glued, ListReader, ReadList
from estiba.markdown.text_lines import is_rule, read_marker

_NAME, _REPLACED = "olist", "ulist"
_PRIORITY = 86
"""Above indented code (80) and headings (70), which would take lines out of items; below what
goes on with an item of another's (indent, 90).
"""
_MAX_DEPTH = 64
"""Lists within each other; what is nested deeper is text."""
_MARKED = re.compile(
    r"^ {0,3}(?:#{1,6}(?: |$)|(?P<item>(?:[-+*]|[0-9]{1,9}[.)])(?: [^\n]*)?$))", re.MULTILINE
)
"""What may begin a list; or a heading, behind which all is looked at again."""
_INTERRUPTING = re.compile(r"(?:[-+*]|0{0,8}1[.)]) +[^ ]")
"""What begins one in the middle of a paragraph."""
_QUOTED = re.compile(r"^ {0,3}>", re.MULTILINE)
_ROW = frozenset("|-: ")


def add_lists(md: Markdown) -> None:
    """Read the lists of `md` so, unless its owner has an extension for other kinds of lists."""
    processors = md.parser.blockprocessors
    if type(processors[_NAME]) not in (OListProcessor, SaneOListProcessor):
        return
    processors.deregister(_REPLACED)
    processors.register(Lists(md.parser), _NAME, _PRIORITY)


class Lists(BlockProcessor):
    """Makes the lists of a page."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self._depth = 0
        self._made_apart = False
        """Whether a blank line stands between two of the lists that were made last."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Python-Markdown's
        """Whether a list begins in `block`."""
        return self._depth < _MAX_DEPTH and _start(block) is not None and not nearing_recursion_limit()

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Take the lists out of `blocks`, and what stands above them in the first."""
        block = blocks.pop(0)
        start = _start(block) or 0
        if start:
            self.parser.parseBlocks(parent, [block[: start - 1]])
            block = block[start:]
        reader = ListReader()
        lines = block.split("\n")
        while (taken := reader.take(lines)) == len(lines) and blocks:
            block = blocks.pop(0)
            lines = [*([] if isinstance(block, Glued) else [""]), *block.split("\n")]
        if rest := "\n".join(lines[taken:]):
            is_below = taken and not any(lines[:taken])
            blocks.insert(0, Below(rest) if is_below else Glued(rest))
        self.parser.state.set("detabbed")  # what is indented in an item is code
        self._depth += 1
        try:
            for number, read in enumerate(reader.lists):
                self._make(parent, read, goes_on=not number and not start)
        finally:  # the text may be stopped, and others come after it
            self._depth -= 1
        self._made_apart = reader.are_apart
        self.parser.state.reset()

    def _make(self, parent: Element, read: ReadList, *, goes_on: bool) -> None:
        """Put a list into `parent`; `goes_on` tells that it may be of the list there, below a blank line."""
        tag = "ul" if read.number is None else "ol"
        above = self.lastChild(parent)
        if parent.tag in ("ul", "ol"):
            made = parent
        elif goes_on and above is not None and above.tag == tag:
            made = above
            for element in made:
                _loosen(element)
            read.is_loose = True
        else:
            made = SubElement(parent, tag)
            if read.number not in (None, 1):
                made.set("start", str(read.number))
        items = [SubElement(made, "li") for _ in read.items]
        processors = list(self.parser.blockprocessors)
        for element, item in zip(items, read.items, strict=True):
            read.is_loose |= self._fill(element, item.blocks(), processors)
        if not read.is_loose:
            for element in items:
                _tighten(element)

    def _fill(self, item: Element, blocks: list[str], processors: Sequence[BlockProcessor]) -> bool:
        """Put what `blocks` hold into `item`; give whether a blank line stands between two parts of it."""
        is_loose = False
        while blocks:
            block, count = blocks[0], len(item)
            for processor in processors:
                if processor.test(item, block) and processor.run(item, blocks) is not False:
                    is_loose |= processor is self and self._made_apart
                    break
            if isinstance(block, Below):
                is_loose |= len(item) > count > 0
                if len(item) == count and blocks and block.startswith("\n"):
                    blocks[0] = Below(blocks[0])
        return is_loose


def _start(block: str) -> int | None:
    """Give the index at which a list begins in `block`; None where none does."""
    first, line_end, _ = block.partition("\n")
    if read_marker(first):
        return 0
    if not line_end or first.startswith("    "):
        return None
    second = block[len(first) + 1 :].partition("\n")[0]
    is_table = "|" in second and set(second) <= _ROW
    quoted = _QUOTED.search(block)
    for match in _MARKED.finditer(block, len(first) + 1):
        line = match["item"]
        if line is None or is_rule(line):
            return None
        below_quote = quoted is not None and quoted.start() < match.start()
        if not (is_table and "|" in line) and (below_quote or _INTERRUPTING.match(line)):
            return match.start()
    return None


def _tighten(item: Element) -> None:
    """Take the text out of the paragraphs of `item`."""
    kept: list[Element] = []
    for child in item:
        if child.tag != "p" or child.attrib or len(child):
            kept.append(child)
        elif kept:
            kept[-1].tail = f"{kept[-1].tail or ''}\n{child.text or ''}"
        else:
            item.text = f"{item.text}\n{child.text or ''}" if item.text else child.text
    item[:] = kept


def _loosen(item: Element) -> None:
    """Put the text of `item` into paragraphs."""
    children = list(item)
    item[:] = [*_paragraph(item.text)]
    item.text = None
    for child in children:
        tail, child.tail = child.tail, None
        item[len(item) :] = [child, *_paragraph(tail)]


def _paragraph(text: str | None) -> list[Element]:
    if not text or not text.strip():
        return []
    element = Element("p")
    element.text = text.strip("\n")
    return [element]
