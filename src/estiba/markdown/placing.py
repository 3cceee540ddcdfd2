"""The second of two steps that put our blocks into a page: tokens become rendered blocks.

It works just above superfences, and turns each token that `TakeBlocks` has left into a
placeholder of Python-Markdown's stash.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markupsafe import Markup

from estiba.markdown.block import render_block
from estiba.markdown.blocks import IN_STASH, Block, Blocks
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
        token = re.compile(f"{self.blocks.token}n([0-9]{{1,9}})e")
        return [token.sub(self._place, line) if self.blocks.token in line else line for line in lines]

    def _place(self, match: re.Match[str]) -> str:
        block = self.blocks.take(int(match[1]))
        if block is None:
            return match[0]
        made = Markup(self._render(block))  # nosec B704 # noqa: S704 - ours
        placeholder = self.md.htmlStash.store(made.translate(IN_STASH))
        self.blocks.placeholders[placeholder] = block
        return placeholder

    def _render(self, block: Block) -> str:
        if isinstance(block.content, Card):
            return str(render_card(block.content))
        if isinstance(block.content, BlockFormula):
            return str(render_formula(block.content.latex, self.page))
        if isinstance(block.content, Diagram):
            return str(render_diagram(block.content, self.page.diagram_script, self.page.catalogue))
        example = block.content.shown.example
        self.page.examples.append(example)
        files = self.page.place(block.content) if example.is_to_run else None
        block.id = f"estiba-example-{len(self.page.examples)}"
        rendered = render_block(
            self.md, block.content, block.info, self.page, files=files, block_id=block.id, ties=block.ties
        )
        return str(rendered)
