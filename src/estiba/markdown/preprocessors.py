"""The two steps that put our blocks into a page.

The first sees the author's own lines, before tabs are expanded and blank lines are
emptied, and leaves one line with a token where a block was. The second, just above
superfences, turns each token into a placeholder of Python-Markdown's stash. The token
ties a block to its place even if other extensions add or remove lines in between.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from estiba.compose.example import Example, read_example
from estiba.markdown.block import render_block
from estiba.markdown.cards import OPENING, Card, read_card, render_card
from estiba.markdown.fence_info import FenceInfo, read_info
from estiba.markdown.page import Page
from estiba.vault.fences import Fence, scan_fences

_PLAIN_PREFIX = re.compile(r"[>\s]*")
_MAX_CARD_LINES = 40


@dataclass(slots=True)
class Block:
    """Something of ours on a page, and the author's lines that it stands for."""

    content: Example | Card
    info: FenceInfo
    source: list[str]
    width: int
    """Columns of white space before the token, in its line."""


@dataclass(slots=True)
class Blocks:
    """The blocks of the page that is being converted."""

    token: str = ""
    found: list[Block] = field(default_factory=list)
    placeholders: dict[str, Block] = field(default_factory=dict)

    def start(self, lines: list[str]) -> None:
        """Forget the page before; choose a token that is nowhere in `lines`."""
        self.found.clear()
        self.placeholders.clear()
        text = "\n".join(lines)
        self.token = "estiba" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
        while self.token in text:
            self.token += "x"

    def add(self, block: Block) -> str:
        """Keep `block`; give the word that stands for it."""
        self.found.append(block)
        return f"{self.token}n{len(self.found) - 1}e"


class TakeBlocks(Preprocessor):
    """Takes examples and cards out of the author's lines."""

    def __init__(self, md: Markdown, blocks: Blocks) -> None:
        super().__init__(md)
        self.blocks = blocks

    def run(self, lines: list[str]) -> list[str]:
        """Replace each block's lines by one with its token."""
        self.blocks.start(lines)
        lines = [line.rstrip("\r") for line in lines]
        fences = {fence.first_line: fence for fence in scan_fences(lines)}
        kept: list[str] = []
        number = 1
        while number <= len(lines):
            line = lines[number - 1]
            fence = fences.get(number)
            if fence is not None:
                source = lines[number - 1 : fence.last_line]
                kept.extend(self._take_example(fence, source) or source)
                number = fence.last_line + 1
            elif line.startswith(OPENING):
                number += self._take_card(lines, number, kept)
            else:
                kept.append(line)
                number += 1
        return kept

    def _take_example(self, fence: Fence, source: list[str]) -> list[str] | None:
        info = read_info(fence.info, lines=len(fence.widths))
        example = read_example(fence.text, info=fence.info, title=info.title)
        if example is None:
            return None
        prefix = fence.prefix
        if not _PLAIN_PREFIX.fullmatch(prefix):
            return [prefix + self.blocks.add(Block(example, info, source, len(prefix))), ""]
        quote = prefix.rstrip()
        if not quote and fence.depth:
            prefix = " " * max(len(prefix.expandtabs(4)), 4)
        line = prefix + self.blocks.add(Block(example, info, source, len(prefix)))
        return [quote, line, quote]

    def _take_card(self, lines: list[str], number: int, kept: list[str]) -> int:
        """Add what stands for the card at line `number` to `kept`; count its lines."""
        block: list[str] = []
        for line in lines[number - 1 : number - 1 + _MAX_CARD_LINES]:
            if block and not line.strip():
                break
            block.append(line)
        read = read_card("\n".join(block))
        if read is None:
            kept.append(lines[number - 1])
            return 1
        card, behind = read
        kept.extend(("", self.blocks.add(Block(card, FenceInfo(), [], 0)), "", *behind.split("\n")))
        return len(block)


class PlaceBlocks(Preprocessor):
    """Puts the rendered blocks where their tokens stand."""

    def __init__(self, md: Markdown, blocks: Blocks, page: Page) -> None:
        super().__init__(md)
        self.blocks = blocks
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        """Replace each token by a placeholder of the stash."""
        token = re.compile(re.escape(self.blocks.token) + r"n(\d+)e")
        return [token.sub(self._place, line) if self.blocks.token in line else line for line in lines]

    def _place(self, match: re.Match[str]) -> str:
        block = self.blocks.found[int(match[1])]
        placeholder = self.md.htmlStash.store(self._render(block))
        self.blocks.placeholders[placeholder] = block
        return placeholder

    def _render(self, block: Block) -> str:
        if isinstance(block.content, Card):
            return str(render_card(block.content))
        example = block.content
        self.page.examples.append(example)
        href = self.page.place(example)
        return str(render_block(self.md, example, block.info, href=href, catalogue=self.page.catalogue))
