"""Ties the items that explain an example to its lines, once the page is a tree.

Each such item begins with a word that `TakeBlocks` has put there; none may be left on the page.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from estiba.markdown.blocks import Block, Blocks
from estiba.markdown.explaining import Tie

_LINK = re.compile(r'<a class="estiba-line__why" href="#(?P<id>[^"]*)"[^>]*></a>')
_MARKED = ("strong", "code", "em")


class TieExplanations(Treeprocessor):
    """Gives each item an id, the lines that it speaks of, and a link to the first of them."""

    def __init__(self, md: Markdown, blocks: Blocks) -> None:
        super().__init__(md)
        self.blocks = blocks

    def run(self, root: Element) -> None:
        """Look for the words at the beginning of list items, and take out all of them."""
        if not self.blocks.ties:
            return
        tied: set[str] = set()
        for item in root.iter("li"):
            holder = item if (item.text or "").strip() or not len(item) else item[0]
            tied_by = self.blocks.tie_at((holder.text or "").lstrip())
            if tied_by:
                block, tie = tied_by
                holder.text = self.blocks.without_ties(holder.text or "")
                if block.id and tie.id(block.id) not in tied and _tie(item, holder, block, tie):
                    tied.add(tie.id(block.id))
        for element in root.iter():
            if element.text and self.blocks.token in element.text:
                element.text = self.blocks.without_ties(element.text)
            if element.tail and self.blocks.token in element.tail:
                element.tail = self.blocks.without_ties(element.tail)
        self._cut(tied)

    def _cut(self, tied: set[str]) -> None:
        """Take the links to items that were not found out of the code."""

        def kept(link: re.Match[str]) -> str:
            return link[0] if link["id"] in tied else ""

        for placeholder, block in self.blocks.placeholders.items():
            match = HTML_PLACEHOLDER_RE.fullmatch(placeholder)
            if match and any(tie.id(block.id) not in tied for tie in block.ties):
                stash, number = self.md.htmlStash.rawHtmlBlocks, int(match[1])
                stash[number] = _LINK.sub(kept, str(stash[number]))


class DropWords(Postprocessor):
    """Takes out what is left of the words: in HTML of the author's, which is in no tree."""

    def __init__(self, md: Markdown, blocks: Blocks) -> None:
        super().__init__(md)
        self.blocks = blocks

    def run(self, text: str) -> str:
        """Take them out of the page."""
        return self.blocks.without_ties(text) if self.blocks.ties else text


def _tie(item: Element, holder: Element, block: Block, tie: Tie) -> bool:
    """Tie `item`, whose text begins in `holder`; False where nothing of it can have the id."""
    link = None
    head = holder[0] if len(holder) and not (holder.text or "").strip() else None
    if head is not None and head.tag in _MARKED and all(one.tag != "a" for one in head.iter()):
        link = Element("a", {"class": "estiba-explains__head", "href": f"#{block.id}-{tie.first}"})
        link.tail, head.tail = head.tail, None
        link.append(head)
        holder[0] = link
    bearer = item if item.get("id") is None else link
    if bearer is None:
        return False
    bearer.set("id", tie.id(block.id))
    item.set("class", f"{item.get('class', '')} estiba-explains".strip())
    item.set("data-estiba-example", block.id)
    item.set("data-estiba-lines", tie.written)
    return True
