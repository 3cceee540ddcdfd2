"""The sentence that some words of a text stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from estiba.vault.text.prose import shorten

LONGEST = 200
"""Characters of a sentence that are shown, but for the marks of what was left out."""
_END = re.compile(r"""[.!?…]+["'»”\u2019)\]]*(?= )""")
_WORD = re.compile(r"[^\W\d_]+\Z")
_SHORT = frozenset("art aprox cap dr dra ej fig núm pág sr sra vs".split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words, which may be none, and what stands before and behind them."""

    before: str
    words: str
    after: str

    @property
    def text(self) -> str:
        """All of it."""
        return self.before + self.words + self.after

    def shortened(self) -> Sentence:
        """Leave out what is far from the words where it is long, cut between words."""
        words = shorten(self.words, limit=LONGEST // 2)
        before, after, room = self.before, self.after, LONGEST - len(words)
        left = min(len(before), max(room // 2, room - len(after)))
        if left < len(before):
            start = len(before) - left
            before = "…" + before[before.find(" ", start) + 1 or start :]
        if len(after) > room - left:
            end = after.rfind(" ", 0, room - left + 1)
            after = after[: end if end >= 0 else room - left].rstrip() + "…"
        return Sentence(before, words, after)


def sentence_around(before: str, words: str, after: str) -> Sentence:
    """Give the sentence of `words`, out of the plain text around them."""
    text, first, last = before + words + after, len(before), len(before + words)
    start, end = 0, len(text)
    for match in _END.finditer(text):
        if match.end() <= first and _ends(match, text):
            start = match.end()
        elif match.start() >= last and _ends(match, text):
            end = match.end()
            break
    return Sentence(text[start:first].lstrip(), words, text[last:end].rstrip())


def _ends(match: re.Match[str], text: str) -> bool:
    """Whether a sentence ends at `match`: no abbreviation does, and none begins in lower case."""
    behind = next((one for one in text[match.end() : match.end() + 10] if one.isalnum()), "")
    word = _WORD.search(text[max(0, match.start() - 10) : match.start()])
    is_short = match[0] == "." and word is not None and (len(word[0]) == 1 or word[0].lower() in _SHORT)
    return not (behind.islower() or is_short)
