"""The second of two steps that put our blocks into a page: tokens become rendered blocks.

It works just above superfences, and turns each token that `TakeBlocks` has left into a
placeholder of Python-Markdown's stash.
"""

from __future__ import annotations

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markupsafe import Markup

from estiba.markdown.block import render_block
from estiba.markdown.blocks import Block, Blocks, for_stash
from estiba.markdown.cards import Card, render_card
from estiba.markdown.diagrams import Diagram, render_diagram
from estiba.markdown.formulas import BlockFormula, render_formula
from estiba.markdown.page import Page


class PlaceBlocks(Preprocessor):
    """Puts the rendered blocks where their tokens stand."""

    def __init__(self, md: Markdown, blocks: Blocks, page: Page) -> None:
        super().__init__(md)
        self.blocks = blocks
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        """Replace each token by a placeholder of the stash."""
        return [self.blocks.with_blocks(line, self._place) for line in lines]

    def _place(self, block: Block) -> str:
        placeholder = self.md.htmlStash.store(for_stash(self._render(block)))
        self.blocks.placeholders[placeholder] = block
        return placeholder

    def _render(self, block: Block) -> Markup:
        if isinstance(block.content, Card):
            return render_card(block.content)
        if isinstance(block.content, BlockFormula):
            return render_formula(block.content.latex, self.page)
        if isinstance(block.content, Diagram):
            return render_diagram(block.content, self.page.diagram_script, self.page.catalogue)
        example = block.content.shown.example
        self.page.examples.append(example)
        files = self.page.place(block.content) if example.is_to_run else None
        block.id = f"estiba-example-{len(self.page.examples)}"
        return render_block(
            self.md, block.content, block.info, self.page, files=files, block_id=block.id, ties=block.ties
        )
