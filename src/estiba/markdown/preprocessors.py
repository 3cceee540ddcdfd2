"""The two steps that put our blocks into a page.

The first sees the author's own lines, before tabs are expanded and blank lines are
emptied, and leaves one line with a token where a block was. The second, just above
superfences, turns each token into a placeholder of Python-Markdown's stash. The token
ties a block to its place even if other extensions add or remove lines in between.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
from dataclasses import dataclass, field
from itertools import takewhile

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from estiba.checks.judged import JudgedExample, judge_text
from estiba.checks.rules import Rules
from estiba.config import Config
from estiba.markdown.block import render_block
from estiba.markdown.cards import OPENING, Card, read_card, render_card
from estiba.markdown.explaining import Tie, ties_of
from estiba.markdown.fence_info import FenceInfo, read_info
from estiba.markdown.nesting import Nesting, Place
from estiba.markdown.page import JudgedText, Page
from estiba.vault.fences import Fence, scan_fences

_CARD = re.compile(rf"(?P<prefix>[> \t]*(?:(?:[-+*]|\d{{1,9}}[.)])[ \t]+)?){re.escape(OPENING)}")
_MAX_CARD_LINES = 40
_USUAL = Rules(Config(), dt.date.min)
"""Where nobody has set any; no day, since none of what is shown hangs on it."""
_MARKS = {0: "\ufffd", 2: "&#2;", 3: "&#3;"}
"""Python-Markdown finds its own placeholders by the characters 2 and 3, in our HTML too;
and HTML has no way to say 0.
"""


@dataclass(slots=True)
class Block:
    """Something of ours on a page, and the author's lines that it stands for."""

    content: JudgedExample | Card
    info: FenceInfo
    source: list[str]
    """Without what stands to the left of the block."""
    ties: tuple[Tie, ...] = ()
    """What explains the example in the list below it."""
    id: str = ""
    """The id of the example on the page; empty where it is not there."""


@dataclass(slots=True)
class Blocks:
    """The blocks of the page that is being converted."""

    token: str = ""
    found: list[Block | None] = field(default_factory=list)
    placeholders: dict[str, Block] = field(default_factory=dict)
    ties: list[tuple[Block, Tie]] = field(default_factory=list)
    word: re.Pattern[str] = field(default=re.compile(r"(?!)"))
    """What stands before each item that explains an example; its group is an index of `ties`."""

    def start(self, lines: list[str]) -> None:
        """Forget the page before; choose a token that nobody can have written."""
        self.found.clear()
        self.placeholders.clear()
        self.ties.clear()
        text = "\n".join(lines)
        self.token = _new_token()
        while self.token in text:
            self.token = _new_token()
        self.word = re.compile(rf"{self.token}w([0-9]+)e;")

    def add(self, block: Block) -> str:
        """Keep `block`; give the word that stands for it."""
        self.found.append(block)
        return f"{self.token}n{len(self.found) - 1}e"

    def tie(self, block: Block, tie: Tie) -> str:
        """Keep what explains `block`; give the word to stand before it."""
        self.ties.append((block, tie))
        return f"{self.token}w{len(self.ties) - 1}e;"

    def take(self, number: int) -> Block | None:
        """Give block `number`, once: another extension may have doubled its line."""
        block = self.found[number] if number < len(self.found) else None
        if block is not None:
            self.found[number] = None
        return block


class TakeBlocks(Preprocessor):
    """Takes examples and cards out of the author's lines."""

    def __init__(self, md: Markdown, blocks: Blocks, page: Page) -> None:
        super().__init__(md)
        self.blocks = blocks
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        """Replace each block's lines by one with its token."""
        lines = "\n".join(lines).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self.blocks.start(lines)
        return _Taking(self.blocks, lines, self.page.judged).kept


class _Taking:
    """One pass over the lines of a page."""

    def __init__(self, blocks: Blocks, lines: list[str], judged: JudgedText | None) -> None:
        self.blocks = blocks
        self.lines = lines
        self.at = 0
        self.kept: list[str] = []
        self.nesting = Nesting()
        fences = {fence.first_line: fence for fence in scan_fences(lines)}
        if judged is not None and judged.text == "\n".join(lines):
            self.examples = judged.examples
        else:
            self.examples = judge_text(lines, list(fences.values()), _USUAL)
        while self.at < len(lines):
            self.nesting.feed(lines[self.at], self.at + 1)
            fence = fences.get(self.at + 1)
            card = _CARD.match(lines[self.at])
            if fence is not None:
                self.take_example(fence)
            elif card is not None:
                self.take_cards(card["prefix"])
            else:
                self.keep(1)

    def keep(self, count: int) -> None:
        self.kept += self.lines[self.at : self.at + count]
        self.at += count

    def take_example(self, fence: Fence) -> None:
        count = fence.last_line - fence.first_line + 1
        judged = self.examples.get(fence.first_line)
        if judged is None:
            self.keep(count)
            return
        info = read_info(fence.info, lines=len(fence.widths))
        place = self.nesting.place(fence.prefix, nested=fence.depth > 0)
        source = place.dedented(self.lines[self.at : self.at + count])
        self.at += count
        covered = _covered(source, fence.text, judged.shown.example.text)
        block = Block(judged, info, covered, ties_of(judged.shown))
        self.mark_explanations(block, fence.first_line + 1 - judged.shown.first_line)
        self.put(block, place, self.next_line())

    def mark_explanations(self, block: Block, offset: int) -> None:
        """Put a word before each item that explains `block`, `offset` lines below where its author has it."""
        for tie in block.ties:
            line, column = tie.explanation.position
            text = self.lines[line + offset - 1]
            word = self.blocks.tie(block, tie)
            self.lines[line + offset - 1] = text[: column - 1] + word + text[column - 1 :]

    def take_cards(self, prefix: str) -> None:
        """Take the cards that begin on this line; what is glued behind them goes below."""
        place = self.nesting.place(prefix, nested=True)
        below = self.lines[self.at : self.at + _MAX_CARD_LINES]
        text = "\n".join(takewhile(str.strip, below))[len(prefix) :]
        cards, count = [], 1
        while not place.is_code and text.startswith(OPENING) and (read := read_card(text)):
            card, end = read
            cards.append(card)
            count += text.count("\n", 0, end)
            text = text[end:].lstrip(" \t")
        if not cards:
            self.keep(1)
            return
        source = place.dedented(self.lines[self.at : self.at + count])
        self.at += count
        behind = text.partition("\n")[0]
        for number, card in enumerate(cards, 1):
            last = number == len(cards)
            self.put(Block(card, FenceInfo(), source), place, behind or self.next_line() if last else "<")
            place = place.below()
        if behind:
            self.kept.append(place.quote + place.head + behind)

    def put(self, block: Block, place: Place, after: str) -> None:
        before = self.kept[-1] if self.kept else ""
        self.kept += place.lines(self.blocks.add(block), before=before, after=after)

    def next_line(self) -> str:
        return self.lines[self.at] if self.at < len(self.lines) else ""


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
        placeholder = self.md.htmlStash.store(self._render(block).translate(_MARKS))
        self.blocks.placeholders[placeholder] = block
        return placeholder

    def _render(self, block: Block) -> str:
        if isinstance(block.content, Card):
            return str(render_card(block.content))
        example = block.content.shown.example
        self.page.examples.append(example)
        files = self.page.place(block.content) if example.is_to_run else None
        block.id = f"estiba-example-{len(self.page.examples)}"
        rendered = render_block(
            self.md, block.content, block.info, self.page, files=files, block_id=block.id, ties=block.ties
        )
        return str(rendered)


def _covered(source: list[str], written: str, shown: str) -> list[str]:
    """Cover in the lines of a fence, which holds what is `written`, what is covered where it is `shown`."""
    written = written.rstrip("\n") + "\n"
    if shown == written:
        return source
    pairs = zip(written.split("\n"), shown.split("\n"), strict=True)
    code = [line.replace(before, after) for line, (before, after) in zip(source[1:], pairs, strict=False)]
    return [source[0], *code, *source[1 + len(code) :]]


def _new_token() -> str:
    return f"estiba{secrets.token_hex(8)}"
