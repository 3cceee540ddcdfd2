"""Puts links, embeds and tags into the page, where `TakeBlocks` has left words for them."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from markupsafe import Markup

from estiba.markdown.blocks import Blocks, for_stash
from estiba.markdown.link_html import FINAL, link_element, tag_element
from estiba.markdown.marking import Marked
from estiba.markdown.page import Page
from estiba.markdown.paragraphs import split_paragraph
from estiba.vault.links.targets import TargetKind
from estiba.vault.text.marks import BlockId, InlineTag, Link

WORD = r"estiba[0-9a-f]{16}m[0-9]+e"
_TAG_OR_WORD = re.compile(rf"<(?P<closing>/?)(?P<code>code|pre)\b[^<>]*>|<[^<>]*>|{WORD}")
BLOCK_ID = "estiba-block-id"
"""The element that stands for the id of a block until the tree is whole."""


def element_of(marked: Marked, page: Page) -> Element | Markup:
    """Make what a reader sees of `marked`."""
    content = marked.content
    if isinstance(content, BlockId):
        return Element(BLOCK_ID, {"id": f"^{content.name}"})
    if isinstance(content, InlineTag):
        return tag_element(content, page)
    return link_element(content, page)


class PlaceMarked(InlineProcessor):
    """Replaces each word by its element; code was read before, and is left alone."""

    def __init__(self, md: Markdown, blocks: Blocks, page: Page) -> None:
        super().__init__(WORD, md)
        self.blocks = blocks
        self.page = page

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - Python-Markdown gives it
    ) -> tuple[Element | str | None, int | None, int | None]:
        """Give the element for the word at `m`."""
        marked = self.blocks.marked_by(m[0])
        if marked is None:
            return None, None, None
        made = element_of(marked, self.page)
        if isinstance(made, Markup):
            return self.md.htmlStash.store(for_stash(made)), m.start(0), m.end(0)
        return made, m.start(0), m.end(0)


class RestoreCode(Treeprocessor):
    """Gives the author's characters back where Python-Markdown sees code and the scan saw text."""

    def __init__(self, md: Markdown, blocks: Blocks) -> None:
        super().__init__(md)
        self.blocks = blocks

    def run(self, root: Element) -> None:
        """Look through all code of the page."""
        if not self.blocks.marked:
            return
        for element in root.iter("code"):
            if element.text and self.blocks.token in element.text:
                element.text = AtomicString(self.blocks.with_sources(element.text, escaped=True))


class SettleEmbeds(Treeprocessor):
    """Gives a note that is shown in the text a place of its own, where it stands within a paragraph."""

    def __init__(self, md: Markdown, blocks: Blocks, page: Page) -> None:
        super().__init__(md)
        self.blocks = blocks
        self.page = page

    def run(self, root: Element) -> None:
        """Split paragraphs at what will be a block."""
        words = {number for number, one in enumerate(self.blocks.marked) if self._is_block(one)}
        for parent in list(root.iter()) if words else ():
            parent[:] = [part for child in parent for part in self._parts(child, words)]

    def _parts(self, element: Element, words: Container[int]) -> list[Element]:
        text = element.text or ""
        if element.tag != "p" or self.blocks.token not in text:
            return [element]
        found = self.blocks.marked_in(text)
        return split_paragraph(element, (span for number, span in found if number in words))

    def _is_block(self, marked: Marked) -> bool:
        link = marked.content
        if not isinstance(link, Link) or not link.is_embed or self.page.vault is None:
            return False
        return self.page.vault.resolve(link, self.page.path).kind is TargetKind.NOTE


class PlaceInHtml(Postprocessor):
    """Puts elements where the author's HTML has words; into its code and tags, the author's characters."""

    def __init__(self, md: Markdown, blocks: Blocks, page: Page) -> None:
        super().__init__(md)
        self.blocks = blocks
        self.page = page

    def run(self, text: str) -> str:
        """Look through the page."""
        if not self.blocks.marked or self.blocks.token not in text:
            return text
        depth = 0

        def placed(match: re.Match[str]) -> str:
            nonlocal depth
            if match["code"]:
                depth = max(0, depth - 1) if match["closing"] else depth + 1
            if self.blocks.token not in match[0]:
                return match[0]
            marked = self.blocks.marked_by(match[0])
            if marked is None or depth:
                return self.blocks.with_sources(match[0], escaped=True)
            made = element_of(marked, replace(self.page, is_embedded=True))
            if isinstance(made, Markup):
                return made
            made.attrib.pop(FINAL, None)
            return str(self.md.serializer(made))

        return _TAG_OR_WORD.sub(placed, text)
