"""What must not show: runs of words, and names, of what is not published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from estiba.site.leaks.words import (
    PART,
    RUN,
    Block,
    Run,
    Words,
    blocks_of,
    every_third_run,
    runs_of,
    shown_text,
)

_FEWEST_WORDS = 5
"""Words of letters in a run: eight numbers are no sentence."""
_SHORTEST_NAME = 3
_JOINTS = re.compile(r"[\W_]+")

Name = tuple[str, ...]


class Secret(NamedTuple):
    """One thing that must not show, and where it stands in the author's files."""

    kind: str
    """What it is, in words."""
    path: str
    line: int


class Hidden:
    """Texts and names, less all that may show as well."""

    def __init__(self, words: Words, ordinary: Iterable[str] = ()) -> None:
        """Take words, like those of dates, of which alone no name consists."""
        self.words = words
        self._ordinary = frozenset(ordinary)
        self._texts: list[tuple[str, str]] = []
        self._runs: set[int] = set()
        self._parts: set[int] = set()
        """Runs of six words: a text without any of them has no run that must not show."""
        self._names: dict[Name, Secret] = {}
        self._by_word: dict[str, list[Name]] = {}

    def add_text(self, text: str, path: str) -> None:
        """Let no sentence of the note at `path` show."""
        self._texts.append((path, text))
        for block in blocks_of(text):
            for words in self._readings(block):
                if len(words) >= RUN:
                    runs = runs_of(words)
                    is_all_prose = all(map(str.isalpha, words))
                    self._runs.update(map(hash, runs if is_all_prose else filter(_is_prose, runs)))
                    self._parts.update(map(hash, runs_of(words, length=PART)))

    def add_name(self, name: str, secret: Secret) -> None:
        """Let `name` show nowhere; one that a date could be, or too short to be told, is passed over."""
        for spelling in (name, _JOINTS.sub(" ", name)):
            words = tuple(self.words.of(spelling.split()))
            is_told = sum(map(len, words)) >= _SHORTEST_NAME
            if is_told and words not in self._names and not all(map(self._is_ordinary, words)):
                self._names[words] = secret
                self._by_word.setdefault(max(words, key=len), []).append(words)

    def keep_only(self, runs: Iterable[Run], names: Iterable[Name]) -> None:
        """Let all else show."""
        kept = set(runs)
        self._runs.intersection_update(map(hash, kept))
        self._parts = {hash(part) for run in kept for part in runs_of(run, length=PART)}
        for name in self._names.keys() - set(names):
            self._forget_name(name)

    def forget(self, text: str) -> None:
        """Let all show that stands in `text`, which is published."""
        if not (self._runs or self._names):
            return
        tokens = text.split()
        words = self.words.of(tokens)
        if self._may_have_run(words):
            self._runs.difference_update(map(hash, runs_of(words)))
        self._forget_names(words)
        if self._names:
            self._forget_names(self._parted(text))

    def forget_names(self, texts: Sequence[str]) -> None:
        """Let all names show that stand in `texts`, which are published."""
        spellings = set[str]().union(*(text.split() for text in texts))
        joined = {token: self._parted(token) for token in spellings if not token.isalnum()}
        known = {self.words[token] for token in spellings}.union(*joined.values())
        doubtful = {max(name, key=len) for name in self._names if known.issuperset(name)}
        telling = {token for token in spellings if self.words[token] in doubtful}
        parted = {token for token, words in joined.items() if not doubtful.isdisjoint(words)}
        for text in texts if doubtful else ():
            tokens = text.split()
            if not telling.isdisjoint(tokens):
                self._forget_names(self.words.of(tokens))
            if not parted.isdisjoint(tokens):
                self._forget_names(self._parted(text))

    def _forget_names(self, words: Sequence[str]) -> None:
        for name in list(self.names_in(words)):
            self._forget_name(name)

    def _forget_name(self, name: Name) -> None:
        del self._names[name]
        anchor = max(name, key=len)
        self._by_word[anchor].remove(name)
        if not self._by_word[anchor]:
            del self._by_word[anchor]

    def _parted(self, text: str) -> list[str]:
        """Give the words of `text`, where `nginx-proxy` are two."""
        return self.words.of(_JOINTS.sub(" ", text).split())

    def runs_in(self, words: Sequence[str]) -> list[Run]:
        """Give the runs in `words` that must not show."""
        if not self._may_have_run(words):
            return []
        return [run for run in runs_of(words) if hash(run) in self._runs]

    def names_in(self, words: Sequence[str]) -> Iterator[Name]:
        """Give the names in `words` that must not show, and more: `general-skill` is one word there."""
        if self._by_word.keys().isdisjoint(words):
            return
        line = f" {' '.join(words)} "
        for word in sorted(self._by_word.keys() & set(words)):
            yield from (name for name in self._by_word[word] if f" {' '.join(name)} " in line)

    def names_in_text(self, text: str) -> Iterator[Name]:
        """Give the names in `text` that must not show, as its reader divides it into words."""
        return self.names_in(self._parted(text))

    def name_in_path(self, part: str) -> Name | None:
        """Give the name that a part of a path, between slashes, consists of."""
        words = tuple(self._parted(part))
        return words if words in self._names else None

    def secret_of(self, name: Name) -> Secret | None:
        """Give what the name is that consists of these words; None where it may show."""
        return self._names.get(name)

    def places_of(self, runs: Iterable[Run]) -> dict[Run, Secret]:
        """Find where runs of words stand in the texts."""
        wanted, found = set(runs), dict[Run, Secret]()
        for path, text in self._texts:
            for block in blocks_of(text):
                for words in self._readings(block):
                    for index, run in enumerate(runs_of(words)):
                        if run in wanted and run not in found:
                            found[run] = Secret("a sentence of it", path, self._line(block, words, index))
        return found

    def _may_have_run(self, words: Sequence[str]) -> bool:
        return not self._parts.isdisjoint(map(hash, every_third_run(words)))

    def _is_ordinary(self, word: str) -> bool:
        return word.isdigit() or word in self._ordinary

    def _readings(self, block: Block) -> Iterator[list[str]]:
        """Give the words of a block as it is written, and as a page may show it."""
        yield self.words.of(block.text.split())
        shown = shown_text(block.text)
        if shown != block.text:
            yield self.words.of(shown.split())

    def _line(self, block: Block, words: Sequence[str], index: int) -> int:
        """Give the line that word `index` stands on: in the block, or what is shown of it."""
        for text in (block.text, shown_text(block.text)):
            if self.words.of(text.split()) == words:
                for number, line in enumerate(text.split("\n"), block.first_line):
                    index -= len(self.words.of(line.split()))
                    if index < 0:
                        return number
        return block.first_line


def _is_prose(run: Run) -> bool:
    return sum(map(str.isalpha, run)) >= _FEWEST_WORDS
