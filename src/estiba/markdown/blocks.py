"""What of a page is ours, while Python-Markdown is at work: blocks, and words that stand for them."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field

from markupsafe import escape

from estiba.checks.judged import JudgedExample
from estiba.markdown.cards import Card
from estiba.markdown.diagrams import Diagram
from estiba.markdown.explaining import Tie
from estiba.markdown.fence_info import FenceInfo
from estiba.markdown.formulas import BlockFormula
from estiba.markdown.marking import Marked

IN_STASH = {0: "\ufffd", 2: "&#2;", 3: "&#3;"}
"""Python-Markdown finds its own placeholders by the characters 2 and 3, in our HTML too;
and HTML has no way to say 0.
"""


@dataclass(slots=True)
class Block:
    """Something of ours on a page, and the author's lines that it stands for."""

    content: JudgedExample | Card | BlockFormula | Diagram
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
    marked: list[Marked] = field(default_factory=list)
    """Links, tags and ids of blocks, for which words stand in the text."""
    marked_word: re.Pattern[str] = field(default=re.compile(r"(?!)"))
    """Such a word; its group is an index of `marked`."""

    def start(self, lines: list[str]) -> None:
        """Forget the page before; choose a token that nobody can have written."""
        self.found.clear()
        self.placeholders.clear()
        self.ties.clear()
        self.marked.clear()
        text = "\n".join(lines)
        self.token = _new_token()
        while self.token in text:
            self.token = _new_token()
        self.word = re.compile(rf"{self.token}w([0-9]+)e;")
        self.marked_word = re.compile(rf"{self.token}m([0-9]+)e")

    def add(self, block: Block) -> str:
        """Keep `block`; give the word that stands for it."""
        self.found.append(block)
        return f"{self.token}n{len(self.found) - 1}e"

    def tie(self, block: Block, tie: Tie) -> str:
        """Keep what explains `block`; give the word to stand before it."""
        self.ties.append((block, tie))
        return f"{self.token}w{len(self.ties) - 1}e;"

    def mark(self, marked: Marked) -> str:
        """Keep `marked`; give the word that stands for it."""
        self.marked.append(marked)
        return f"{self.token}m{len(self.marked) - 1}e"

    def marked_by(self, word: str) -> Marked | None:
        """Give what `word` stands for; None where it is none of ours."""
        match = self.marked_word.fullmatch(word)
        return self.marked[int(match[1])] if match else None

    def with_sources(self, text: str, *, escaped: bool) -> str:
        """Give `text` with the author's characters for our words."""
        return self.marked_word.sub(lambda match: self._source(int(match[1]), escaped=escaped), text)

    def _source(self, number: int, *, escaped: bool) -> str:
        source = self.marked[number].source
        return str(escape(source)) if escaped else source

    def take(self, number: int) -> Block | None:
        """Give block `number`, once: another extension may have doubled its line."""
        block = self.found[number] if number < len(self.found) else None
        if block is not None:
            self.found[number] = None
        return block


def _new_token() -> str:
    return f"estiba{secrets.token_hex(8)}"
