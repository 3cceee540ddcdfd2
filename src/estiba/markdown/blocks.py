"""What of a page is ours, while Python-Markdown is at work: blocks, and words that stand for them."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from estiba.checks.judged import JudgedExample
from estiba.markdown.cards import Card
from estiba.markdown.diagrams import Diagram
from estiba.markdown.explaining import Tie
from estiba.markdown.fence_info import FenceInfo
from estiba.markdown.formulas import BlockFormula
from estiba.markdown.marking import Marked

_IN_STASH = {"\x00": "\ufffd", "\x02": "&#2;", "\x03": "&#3;"}
"""Python-Markdown finds its own placeholders by the characters 2 and 3, in our HTML too;
and HTML has no way to say 0.
"""
_OF_ANY_PAGE = "(?P<token>estiba[0-9a-f]{16})"
"""The token of any page: nothing that begins in one is another. So one pattern does for all pages."""
_BLOCK = re.compile(rf"{_OF_ANY_PAGE}n(?P<number>[0-9]{{1,9}})e")
_TIE = re.compile(rf"{_OF_ANY_PAGE}w(?P<number>[0-9]{{1,9}})e;")
_MARKED = re.compile(rf"{_OF_ANY_PAGE}m(?P<number>[0-9]{{1,9}})e")


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
    """What words stand for, each before an item that explains an example."""
    marked: list[Marked] = field(default_factory=list)
    """Links, tags and ids of blocks, for which words stand in the text."""

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

    def with_blocks(self, line: str, place: Callable[[Block], str]) -> str:
        """Give `line` with what `place` makes of each block, for the word that stands for it."""
        if self.token not in line:
            return line

        def placed(match: re.Match[str]) -> str:
            block = self._take(int(match["number"])) if match["token"] == self.token else None
            return match[0] if block is None else place(block)

        return _BLOCK.sub(placed, line)

    def tie_at(self, text: str) -> tuple[Block, Tie] | None:
        """Give what the word stands for with which `text` begins; None where it begins with none."""
        match = _TIE.match(text)
        return self.ties[int(match["number"])] if match and match["token"] == self.token else None

    def without_ties(self, text: str) -> str:
        """Give `text` without the words before items that explain an example."""
        return _TIE.sub(lambda match: "" if match["token"] == self.token else match[0], text)

    def marked_in(self, text: str) -> Iterator[tuple[int, tuple[int, int]]]:
        """Find the words in `text`: the index in `marked` of what each stands for, from where to where."""
        for match in _MARKED.finditer(text) if self.token in text else ():
            if match["token"] == self.token:
                yield int(match["number"]), match.span()

    def marked_by(self, word: str) -> Marked | None:
        """Give what `word` stands for; None where it is none of ours."""
        match = _MARKED.fullmatch(word)
        return self.marked[int(match["number"])] if match and match["token"] == self.token else None

    def with_sources(self, text: str, *, escaped: bool) -> str:
        """Give `text` with the author's characters for our words."""
        parts, at = [], 0
        for number, (start, end) in self.marked_in(text):
            source = self.marked[number].source
            parts += [text[at:start], str(escape(source)) if escaped else source]
            at = end
        return "".join((*parts, text[at:]))

    def _take(self, number: int) -> Block | None:
        """Give block `number`, once: another extension may have doubled its line."""
        block = self.found[number] if number < len(self.found) else None
        if block is not None:
            self.found[number] = None
        return block


def for_stash(made: Markup) -> Markup:
    """Give HTML of ours as it can stand in the stash of Python-Markdown."""
    text = str(made)
    for control, written in _IN_STASH.items():
        text = text.replace(control, written)
    return Markup(text)  # nosec B704 # noqa: S704 - it was, and what is put in is HTML


def _new_token() -> str:
    return f"estiba{secrets.token_hex(8)}"
