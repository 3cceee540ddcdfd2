"""What can only be done once the page is a tree."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from estiba.folding import slug
from estiba.markdown.page import Page
from estiba.markdown.preprocessors import Block, Blocks


class RestoreCode(Treeprocessor):
    """Gives back the author's lines where Python-Markdown takes a block for indented code."""

    def __init__(self, md: Markdown, blocks: Blocks) -> None:
        super().__init__(md)
        self.blocks = blocks

    def run(self, root: Element) -> None:
        """Replace placeholders inside of `pre` by the lines that they stand for."""
        if not self.blocks.placeholders:
            return
        for pre in root.iter("pre"):
            for code in pre.iter("code"):
                for placeholder, block in self.blocks.placeholders.items():
                    if code.text and placeholder in code.text:
                        code.text = AtomicString(_restored(code.text, placeholder, block))


class LiftHeading(Treeprocessor):
    """Takes the first H1 out of the text where the host shows the title itself."""

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: Element) -> None:
        """Remove the H1 if its words are those that the host expects; keep its id."""
        self.page.anchor = None
        if self.page.heading is None:
            return
        for index, element in enumerate(root):
            if element.tag == "h1":
                if not _same_words(element, self.page.heading):
                    return
                self.page.anchor = element.get("id")
                tail = (element.tail or "").strip()
                del root[index]
                if tail:
                    root.text = (root.text or "") + tail
                return


def _restored(text: str, placeholder: str, block: Block) -> str:
    before, _, after = text.partition(placeholder)
    left = before.rpartition("\n")[2]
    dropped = block.width - len(left)
    source = "\n".join(line[dropped:] for line in block.source).removeprefix(left)
    return before + source + after


def _same_words(element: Element, heading: str) -> bool:
    """Compare by letters and digits alone: the tree still holds marks of its own."""
    words = slug("".join(element.itertext()))
    return words.startswith(slug(heading)) or slug(heading).startswith(words)
