"""The first of two steps that put our blocks into a page: their lines become one with a token.

It sees the author's own lines, before tabs are expanded and blank lines are emptied. The token
ties a block to its place even if other extensions add or remove lines in between.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import islice, takewhile

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from estiba.checks.judged import judge_text
from estiba.checks.rules import Rules
from estiba.config import Config
from estiba.markdown.blocks import Block, Blocks
from estiba.markdown.cards import read_card
from estiba.markdown.diagrams import Diagram, is_diagram
from estiba.markdown.explaining import ties_of
from estiba.markdown.fence_info import FenceInfo, read_info
from estiba.markdown.formulas import BlockFormula, owner_has_formulas
from estiba.markdown.guarding import LeaveOut
from estiba.markdown.inline_footnotes import InlineFootnotes
from estiba.markdown.marking import Edit, Edits, Marker
from estiba.markdown.nesting import Nesting, Place, split_quotes
from estiba.markdown.page import JudgedText, Page
from estiba.vault.text.fences import Fence
from estiba.vault.text.formulas import block_formula
from estiba.vault.text.marks import Marks
from estiba.vault.text.pasted_cards import OPENING
from estiba.vault.text.reading_marks import read_marks
from estiba.vault.text.verbatim import verbatim_behind

_PREFIX = r"(?P<prefix>[> \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?)"
_CARD = re.compile(_PREFIX + re.escape(OPENING))
_FORMULA = re.compile(_PREFIX + r"\$\$(?!\$)")
_MAX_CARD_LINES = 40
_USUAL = Rules(Config(), dt.date.min)
"""Where nobody has set any; no day, since none of what is shown hangs on it."""


class TakeBlocks(Preprocessor):
    """Takes examples and cards out of the author's lines."""

    def __init__(self, md: Markdown, blocks: Blocks, page: Page, leave_out: LeaveOut) -> None:
        super().__init__(md)
        self.blocks = blocks
        self.page = page
        self.leave_out = leave_out

    def run(self, lines: list[str]) -> list[str]:
        """Replace each block's lines by one with its token."""
        lines = "\n".join(lines).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self.blocks.start(lines)
        if self.leave_out.is_asked:
            return self.leave_out.take()
        text = self._read(lines)
        if text.marks is not None and text.marks.excess:
            return self.leave_out.take()
        footnotes = InlineFootnotes(self.blocks.token, is_on="footnote" in self.md.parser.blockprocessors)
        marker = Marker(lines, text.first_line, self.blocks.mark, footnotes)
        edits = marker.edits(text.marks or Marks(), links=self.page.vault is not None)
        takes_formulas = not owner_has_formulas(self.md)
        taking = _Taking(self.blocks, lines, text, edits, self.page, takes_formulas=takes_formulas)
        return footnotes.moved(taking.kept)

    def _read(self, lines: list[str]) -> JudgedText:
        """Give what the host knows of the text; what it does not know is found out here."""
        text, judged = "\n".join(lines), self.page.judged
        if judged is not None and judged.text == text and judged.marks is not None:
            return judged
        fences, marks = read_marks(lines)
        is_judged = judged is not None and judged.text == text
        examples = judged.examples if judged and is_judged else judge_text(lines, fences, _USUAL)
        return JudgedText(text, examples, 1, fences, marks)


class _Taking:
    """One pass over the lines of a page."""

    def __init__(
        self,
        blocks: Blocks,
        lines: list[str],
        text: JudgedText,
        edits: Edits,
        page: Page,
        *,
        takes_formulas: bool,
    ) -> None:
        self.blocks = blocks
        self.lines = lines
        self.at = 0
        self.kept: list[str] = []
        self.nesting = Nesting()
        self.text = text
        self.edits = edits
        self.page = page
        fences = {fence.first_line - text.first_line + 1: fence for fence in text.fences}
        raw = ""
        while self.at < len(lines):
            self.nesting.feed(lines[self.at], self.at + 1)
            fence = fences.get(self.at + 1)
            card = _CARD.match(lines[self.at])
            if fence is not None:
                self.take_example(fence)
            elif card is not None:
                self.take_cards(card["prefix"])
            elif takes_formulas and not raw and (formula := _FORMULA.match(lines[self.at])):
                self.take_formula(formula["prefix"])
            else:
                raw = verbatim_behind(lines[self.at], raw)
                self.keep(1)

    def keep(self, count: int) -> None:
        for index in range(self.at, self.at + count):
            line = self.edits.applied(index, self.lines[index])
            if line is not None:
                self.kept.append(line)
        self.at += count

    def take_example(self, fence: Fence) -> None:
        count = fence.last_line - fence.first_line + 1
        judged = self.text.examples.get(fence.first_line - self.text.first_line + 1)
        if self.page.diagram_script and is_diagram(fence.info):
            place = self.nesting.place(fence.prefix, nested=fence.depth > 0)
            self.take(Diagram(fence.text), place, count)
            return
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
            word = self.blocks.tie(block, tie)
            self.edits.add(line + offset - self.text.first_line, Edit(column - 1, column - 1, word))

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

    def take_formula(self, prefix: str) -> None:
        """Take the formula that begins on this line, unless no reader is to see it."""
        place = self.nesting.place(prefix, nested=True)
        formula = None if place.is_code else block_formula(self.lines_in(place))
        if formula is None or self.hides_some_of(formula[1]):
            self.keep(1)
            return
        self.take(BlockFormula(formula[0]), place, formula[1])

    def lines_in(self, place: Place) -> Iterator[str]:
        """Give the lines from here on that stand in the same quotes, without what stands to their left."""
        yield place.dedented([self.lines[self.at]])[0]
        for line in islice(self.lines, self.at + 1, None):
            if split_quotes(line)[0].count(">") != place.quote.count(">"):
                return
            yield place.dedented(["", line])[1]

    def hides_some_of(self, count: int) -> bool:
        lines = range(self.at, self.at + count)
        return any(edit.hides for line in lines for edit in self.edits.by_line.get(line, ()))

    def take(self, content: BlockFormula | Diagram, place: Place, count: int) -> None:
        """Take the next `count` lines, which hold `content`."""
        block = Block(content, FenceInfo(), place.dedented(self.lines[self.at : self.at + count]))
        self.at += count
        self.put(block, place, self.next_line())

    def put(self, block: Block, place: Place, after: str) -> None:
        before = self.kept[-1] if self.kept else ""
        self.kept += place.lines(self.blocks.add(block), before=before, after=after)

    def next_line(self) -> str:
        return self.lines[self.at] if self.at < len(self.lines) else ""


def _covered(source: list[str], written: str, shown: str) -> list[str]:
    """Cover in the lines of a fence, which holds what is `written`, what is covered where it is `shown`."""
    written = written.rstrip("\n") + "\n"
    if shown == written:
        return source
    pairs = zip(written.split("\n"), shown.split("\n"), strict=True)
    code = [line.replace(before, after) for line, (before, after) in zip(source[1:], pairs, strict=False)]
    return [source[0], *code, *source[1 + len(code) :]]
