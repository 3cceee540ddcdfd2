"""What can only be done once the page is a tree."""

from __future__ import annotations

import html
import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX, AtomicString, code_escape

from estiba.folding import letters
from estiba.markdown.blocks import Blocks
from estiba.markdown.page import Page
from estiba.markdown.paragraphs import split_paragraph

_TAG = re.compile(r"<[^>]*>")
_MARK = re.compile(f"{STX}[^{STX}{ETX}]*{ETX}")
"""What Python-Markdown writes instead of an escaped character, and of `&`."""


class SettleBlocks(Treeprocessor):
    """Gives a block its own place where Python-Markdown has taken it for a part of a
    paragraph, and the author's lines back where it has taken it for indented code.
    """

    def __init__(self, md: Markdown, blocks: Blocks) -> None:
        super().__init__(md)
        self.blocks = blocks

    def run(self, root: Element) -> None:
        """Look through paragraphs and code for placeholders of our blocks."""
        if not self.blocks.placeholders:
            return
        for parent in list(root.iter()):
            if parent.tag == "code" and parent.text and STX in parent.text:
                parent.text = AtomicString(HTML_PLACEHOLDER_RE.sub(self._restored, parent.text))
            parent[:] = [part for child in parent for part in self._parts(child)]

    def _restored(self, match: re.Match[str]) -> str:
        block = self.blocks.placeholders.get(match[0])
        if block is None:
            return match[0]
        block.id = ""
        left = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
        source = ("\n" + " " * len(left)).join(block.source)
        return code_escape(source.replace(STX, "").replace(ETX, ""))

    def _parts(self, element: Element) -> list[Element]:
        """Split a paragraph at its blocks; give any other element as it is."""
        text = element.text or ""
        if element.tag != "p" or STX not in text:
            return [element]
        found = HTML_PLACEHOLDER_RE.finditer(text)
        return split_paragraph(element, (one.span() for one in found if one[0] in self.blocks.placeholders))


class LiftHeading(Treeprocessor):
    """Takes an H1 out of the text where the host shows the title itself."""

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: Element) -> None:
        """Remove the first H1 with the words that the host expects, else the first; keep its id."""
        if self.page.heading is None:
            return
        headings = root.findall("h1")
        if not headings:
            return
        words = _words(self.page.heading)
        lifted = next((one for one in headings if _words(self._text(one)) == words), headings[0])
        self.page.anchor = lifted.get("id")
        root.remove(lifted)

    def _text(self, element: Element) -> str:
        """Give the words in `element`, as they are read."""
        text = self._plain(element.text)
        for child in element:
            if child.tag == "img":
                text += self._plain(child.get("alt"))
            elif not _is_reference(child):
                text += self._text(child)
            text += self._plain(child.tail)
        return text

    def _plain(self, text: str | None) -> str:
        return html.unescape(HTML_PLACEHOLDER_RE.sub(self._stashed, text or ""))

    def _stashed(self, match: re.Match[str]) -> str:
        return _TAG.sub("", str(self.md.htmlStash.rawHtmlBlocks[int(match[1])]))


def _is_reference(element: Element) -> bool:
    """Whether `element` was put into a heading by an extension: a link to itself, a footnote's number."""
    return element.get("class") == "headerlink" or element.get("id", "").startswith("fnref")


def _words(text: str) -> str:
    """Give the letters and digits of `text`, without the marks that Python-Markdown sets in it."""
    return letters(_MARK.sub("", text))
