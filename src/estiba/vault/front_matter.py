"""The YAML block at the top of a note: where it is, and what it says.

What counts as front matter (the six points on which other readers differ are
settled here, for every host):

- it opens with a line of exactly three dashes, the first of the file; blank lines
  before it are forgiven where the block that follows reads as one;
- it closes with a line of three dashes or of three dots;
- spaces behind the dashes or dots do not matter; four dashes are not three;
- a first line `Title: x` without dashes is text;
- a block that is a list or a sentence is text between two rules, and stays text;
- a block that never closes is text; only `published` and `draft` are believed in it,
  so that what was meant to stay private does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from estiba.position import LineMap, Position
from estiba.problem import Problem, Severity
from estiba.vault.values import Value, value_of
from estiba.yaml_tree import Mapping as YamlMapping
from estiba.yaml_tree import Node, Scalar, YamlFault, read_documents

_OPENING = re.compile(r"(?P<blank>(?:[ \t]*\n)*)---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_KEY = re.compile(
    r"(?:[ \t]*(?:#[^\n]*)?\n)*(?P<key>[^\s#\-\[\]{}:'\"][^:\n]*|\"[^\"\n]+\"|'[^'\n]+'):(?=\s)"
)
_CHUNK = re.compile(r"^(?=[^\s#\-\]}])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of the front matter, as the author wrote it."""

    key: str
    value: Value
    node: Node
    key_position: Position
    value_position: Position


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above a note's text.

    `entries` keeps the order of the file; of a key that stands there twice, the last
    one counts. `body` is the rest of the file and begins at line `body_line`.
    """

    entries: Mapping[str, Entry]
    body: str
    body_line: int
    closed: bool = True
    """False: the block never closes, so it is text too, and its keys are but a hint."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Split:
    """A note's text cut in two, before anything is parsed; offsets in code points."""

    block: str | None
    """The YAML between the rules, or None where the note has no front matter."""
    block_start: int
    body_start: int
    closed: bool = True


def split(text: str) -> Split:
    """Cut `text` (LF line ends) into front matter and body."""
    opening = _OPENING.match(text)
    if opening is None:
        return Split(None, 0, 0)
    start = opening.end()
    closing = _CLOSING.search(text, start)
    if opening["blank"] and not (closing and _KEY.match(text, start, closing.start())):
        return Split(None, 0, 0)
    if closing is None:
        if not _KEY.match(text, start):
            return Split(None, 0, 0)
        return Split(text[start:], start, 0, closed=False)
    return Split(text[start : closing.start()], start, closing.end())


def read_front_matter(text: str, path: str) -> FrontMatter:
    """Read the front matter of the note `text` (LF line ends) at `path`.

    Nothing that a note can hold raises: what cannot be read is a problem, and what
    can be read beside it is kept.
    """
    return _Reader(text, path).read()


class _Reader:
    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.lines = LineMap.of(text)
        self.problems: list[Problem] = []

    def read(self) -> FrontMatter:
        cut = split(self.text)
        if cut.block is None:
            return self._result({}, 0)
        if not cut.closed:
            self._report("unclosed-front-matter", Severity.ERROR, 0)
            believed = self._salvage(cut.block.partition("\n\n")[0], cut.block_start)
            return self._result(believed, 0, closed=False)
        return self._read_block(cut, cut.block)

    def _read_block(self, cut: Split, block: str) -> FrontMatter:
        try:
            documents = read_documents(block)
        except YamlFault as fault:
            self._report_fault(fault, cut.block_start, block)
            return self._result(self._salvage(block, cut.block_start), cut.body_start)
        if not documents or (isinstance(documents[0], Scalar) and not documents[0].text):
            return self._result({}, cut.body_start)
        root = documents[0]
        if not isinstance(root, YamlMapping):
            self._report(
                "invalid-front-matter", Severity.ERROR, root.start + cut.block_start, "not-a-mapping"
            )
            return self._result({}, 0)
        return self._result(self._entries(root, cut.block_start), cut.body_start)

    def _entries(self, root: YamlMapping, shift: int) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        for key, node in root.pairs:
            if not isinstance(key, Scalar):
                self._report("invalid-front-matter", Severity.ERROR, key.start + shift, "key")
                continue
            position = self.lines.position(key.start + shift)
            if key.text in entries:
                first = entries.pop(key.text).key_position.line
                self._report("duplicate-key", Severity.ERROR, key.start + shift, key=key.text, first=first)
            try:
                value = value_of(node)
            except YamlFault as fault:
                self._report_fault(fault, shift, "")
                continue
            entries[key.text] = Entry(
                key.text, value, node, position, self.lines.position(node.start + shift)
            )
        return entries

    def _salvage(self, block: str, shift: int) -> dict[str, Entry]:
        """Read what can be read of a broken block: each top-level key on its own."""
        entries: dict[str, Entry] = {}
        for start, chunk in _chunks(block):
            try:
                root = read_documents(chunk)[0]
            except (YamlFault, IndexError):
                continue
            if isinstance(root, YamlMapping):
                entries.update(self._entries(root, shift + start))
        return entries

    def _report_fault(self, fault: YamlFault, shift: int, block: str) -> None:
        offset = fault.offset
        if fault.kind == "syntax":
            unquoted = _unquoted_colon(block, offset)
            if unquoted is not None:
                offset, key, value = unquoted
                self._report(
                    "invalid-front-matter", Severity.ERROR, offset + shift, "colon", key=key, value=value
                )
                return
        self._report("invalid-front-matter", Severity.ERROR, offset + shift, fault.kind, detail=fault.detail)

    def _report(
        self, check: str, severity: Severity, offset: int, variant: str = "", **values: str | int
    ) -> None:
        position = self.lines.position(min(offset, len(self.text)))
        self.problems.append(Problem(check, severity, self.path, position, variant, values))

    def _result(self, entries: dict[str, Entry], body_start: int, *, closed: bool = True) -> FrontMatter:
        line = self.lines.position(body_start).line
        body = self.text[body_start:]
        return FrontMatter(MappingProxyType(entries), body, line, closed, tuple(self.problems))


def _chunks(block: str) -> Iterator[tuple[int, str]]:
    """Cut a block before each line that is not indented: one top-level key each."""
    starts = [match.start() for match in _CHUNK.finditer(block)]
    for start, end in zip(starts, [*starts[1:], len(block)], strict=True):
        yield start, block[start:end]


_COLON_IN_VALUE = re.compile(
    r"(?P<key>[^\s:#][^:\n]*):[ \t]+(?P<value>[^\s'\"\[{|>&*!#][^\n]*?:(?:[ \t][^\n]*)?)$"
)


def _unquoted_colon(block: str, offset: int) -> tuple[int, str, str] | None:
    """See whether the line at `offset` is `key: some: text`, the commonest slip."""
    start = block.rfind("\n", 0, offset) + 1
    end = block.find("\n", start)
    line = block[start : end if end != -1 else len(block)]
    match = _COLON_IN_VALUE.match(line)
    if match is None:
        return None
    return start + match.start("value"), match["key"], match["value"].rstrip()
