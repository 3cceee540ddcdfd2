"""Texts as words, so that what is marked up, escaped or capitalised otherwise is still the same."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from estiba.folding import letters

RUN = 8
"""Words of a run: what a reader would recognise, and nobody writes twice by chance."""

PART = 6

Run = tuple[str, ...]
"""Words that follow each other."""

_AROUND = ".,;:!?()[]\"'`*_"
_STARTS_BLOCK = re.compile(
    r"[ \t]*(?:>[ \t]*)*(?:$|[-+*][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\||!!!|\?\?\?|===)"
)
_FENCE = re.compile(r"[ \t]*(?:>[ \t]*)*(?:[-+*][ \t]+|\d{1,9}[.)][ \t]+)?(?P<mark>`{3,}|~{3,})")
_TARGET = re.compile(r"(?<=\])\([^()\n]*\)|(?<=\])\[[^\[\]\n]*\]|\[\^[^\[\]\s]+\]|<[/!?A-Za-z][^<>\n]*>")
_BEFORE_BAR = re.compile(r"(?<=\[\[)[^\[\]|\n]*\|")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of a note that belong together: a paragraph, an item, a heading, a row, a fence."""

    first_line: int
    text: str


class Words(dict[str, str]):
    """What stands between white space -> the word that it is: folded letters and digits, perhaps none.

    Each spelling is looked at once; those that `leads` says of that they may be the address of
    something are kept in `leading`.
    """

    def __init__(self, leads: Callable[[str], bool]) -> None:
        """Begin with none."""
        super().__init__()
        self._leads = leads
        self.leading: set[str] = set()

    def __missing__(self, token: str) -> str:
        """Look at a spelling for the first time."""
        word = self[token] = letters(token)
        if looks_like_address(token.strip(_AROUND)) and self._leads(token):
            self.leading.add(token)
        return word

    def of(self, tokens: Iterable[str]) -> list[str]:
        """Give the words of `tokens`, in order: without case, accents and punctuation."""
        return list(filter(None, map(self.__getitem__, tokens)))


def looks_like_address(token: str) -> bool:
    """Whether `token`, which holds no white space, may be a path or an address."""
    return "/" in token or "." in token


def runs_of(words: Sequence[str], *, length: int = RUN) -> Iterator[Run]:
    """Give every run of `length` words in `words`."""
    return zip(*(words[start:] for start in range(length)), strict=False)


def every_third_run(words: Sequence[str]) -> Iterator[Run]:
    """Give runs of six words in `words`, of which at least one lies within any run of eight."""
    return zip(*(words[start::3] for start in range(PART)), strict=False)


def blocks_of(text: str) -> Iterator[Block]:
    """Divide a note's text; a run of words that goes over the end of a block is no sentence's."""
    lines: list[str] = []
    first, fence, has_ended = 1, "", False
    for number, line in enumerate(text.split("\n"), 1):
        mark = _FENCE.match(line)
        is_new = has_ended or (not fence and bool(mark or _STARTS_BLOCK.match(line)))
        has_ended = bool(fence and mark and mark["mark"].startswith(fence))
        fence = "" if has_ended else fence or (mark["mark"] if mark else "")
        if is_new:
            if lines:
                yield Block(first, "\n".join(lines))
            lines, first = [], number
        lines.append(line)
    yield Block(first, "\n".join(lines))


def shown_text(text: str) -> str:
    """Give what a page may show of `text`: no addresses, no tags; its lines stay where they are."""
    text = _TARGET.sub("", _BEFORE_BAR.sub("", text)).replace("|", " ")
    return html.unescape(text) if "&" in text else text
