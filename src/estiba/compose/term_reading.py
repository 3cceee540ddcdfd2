"""An example -> its terms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping as Dict

from estiba.compose.example import Example
from estiba.compose.formats.fault import FormatFault
from estiba.compose.reading.interpolation import Template, read_template, references, substitute
from estiba.compose.reading.merge_keys import is_merge_key
from estiba.compose.reading.source_map import source_offsets
from estiba.compose.spellings import name_of_volume, spellings
from estiba.compose.terms import Lines, Rank, Terms
from estiba.position import LineMap
from estiba.yaml_tree import Mapping, Node, Scalar, Sequence

_STEPS = 4
"""Steps of a dotted path; besides these, whole paths are terms."""
_FLAG = re.compile(r"(?<![^\s\"'])--?[A-Za-z][\w.-]*")
_SETTING = re.compile(r"(?P<name>-{0,2}[A-Za-z_][\w./-]*)=(?P<value>.*)", re.DOTALL)
_COMMON = re.compile(r"[^\W\d_]*|.{0,2}")
"""Values that are words for too much: `true`, `host`, `5`."""
_NAMED = frozenset("configs depends_on environment networks profiles secrets".split())
"""Lists whose entries are names, or begin with them."""


def terms_of(example: Example, variables: Dict[str, str] | None = None) -> Terms:
    """Find the terms of `example`; `variables` have values in an `.env` beside it.

    There are none where it cannot be read.
    """
    reader = _Reader(example.text, variables or {})
    for root in example.document.roots:
        reader.read(root, ())
    return reader.terms


class _Reader:
    """Reads one example's tree, each node where it is written."""

    def __init__(self, text: str, variables: Dict[str, str]) -> None:
        self.text = text
        self.variables = variables
        self.map = LineMap.of(text)
        self.terms = Terms()

    def read(self, node: Node, path: tuple[str, ...]) -> int:
        """Read what stands below `node`; give the offset of its last character."""
        last = node.start
        if isinstance(node, Scalar):
            self.scalar(node)
            return max(node.start, node.start + len(self.text[node.start : node.end].rstrip()) - 1)
        if isinstance(node, Sequence):
            for item in node.items:
                if item.start >= node.start:  # else an alias of what stands above
                    end = self.read(item, path)
                    last = max(last, end)
                    if isinstance(item, Scalar):
                        self.entry(item, path, self.lines(item.start, end))
            return max(last, self.closing(node))
        for key, value in node.pairs:
            last = max(last, self.pair(key, value, path))
        return max(last, self.closing(node))

    def closing(self, node: Mapping | Sequence) -> int:
        """Give the offset of the bracket that closes `node`; its start where none does."""
        return node.end - 1 if self.text[node.end - 1 : node.end] in ("]", "}") else node.start

    def pair(self, key: Node, value: Node, path: tuple[str, ...]) -> int:
        inner = (*path, key.text) if isinstance(key, Scalar) else path
        is_alias = value.start < key.start
        last = max(key.end - 1, key.start if is_alias else self.read(value, inner))
        if not isinstance(key, Scalar) or is_merge_key(key) or key.start == key.end:
            return last
        lines = self.lines(key.start, last)
        self.terms.add(key.text, _rank(inner), lines, is_name=True)
        for steps in _lengths(len(inner)):
            self.terms.add(".".join(inner[-steps:]), Rank.NAME, lines)
        if path:
            self.terms.add(f"{path[-1]}: {key.text}", Rank.NAME, lines)
        if isinstance(value, Scalar) and not is_alias:
            self.value(key.text, value.text, Rank.VALUE, lines)
        return last

    def entry(self, item: Scalar, path: tuple[str, ...], lines: Lines) -> None:
        """Note an entry of the list that `path` leads to."""
        key = path[-1] if path else ""
        self.value(key, item.text, Rank.NAME if key in _NAMED else Rank.PART, lines)
        setting = _SETTING.fullmatch(item.text)
        if setting:
            self.terms.add(setting["name"], Rank.NAME, lines, is_name=True)
            self.value(setting["name"], setting["value"], Rank.VALUE, lines)

    def value(self, key: str, text: str, rank: Rank, lines: Lines) -> None:
        """Note what stands under `key`: `text`, what comes of its variables, and other ways to write it."""
        self.terms.values.setdefault(key, []).append(text)
        for written in dict.fromkeys((text, self.filled(text))) if "$" in text else (text,):
            if rank < Rank.VALUE or not _COMMON.fullmatch(written):
                self.terms.add(written, rank, lines, is_name=rank is Rank.NAME and "=" not in written)
            self.terms.add(f"{key}: {written}", Rank.NAME, lines)
            volume = name_of_volume(key, written)
            for other in spellings(key, written):
                is_name = other == volume
                self.terms.add(other, Rank.NAME if is_name else Rank.PART, lines, is_name=is_name)
                self.terms.add(f"{key}: {other}", Rank.NAME, lines)
                if key == "image" and ":" in other:
                    self.tag(other, text)

    def tag(self, image: str, text: str) -> None:
        """Note the tag of an image as what stands under its name; `text` is all that is written."""
        name, _, tag = image.rpartition(":")
        self.terms.values.setdefault(name, []).append(text if "$" in text else tag)

    def scalar(self, node: Scalar) -> None:
        """Note the variables and the flags in a value."""
        found: list[tuple[int, str, Rank]] = []
        if "-" in node.text:
            found += [(match.start(), match[0], Rank.PART) for match in _FLAG.finditer(node.text)]
        if "$" in node.text:
            found += [(one.start, one.name, Rank.NAME) for one in references(_template(node.text))]
        if not found:
            return
        lines = self.lines(node.start, node.end)
        offsets = source_offsets(self.text, node) if lines.first < lines.last else ()
        for start, text, rank in found:
            at = self.map.line(offsets[start]) if offsets else lines.first
            self.terms.add(text, rank, Lines(at, at), is_name=rank is Rank.NAME)

    def filled(self, text: str) -> str:
        """Put variables in that have a value; the text itself where one has none."""
        filled = substitute(_template(text), self.variables)
        return text if filled.unset else filled.text

    def lines(self, first: int, last: int) -> Lines:
        return Lines(self.map.line(first), self.map.line(last))


def _lengths(most: int) -> Iterable[int]:
    """Give how many steps the dotted paths have that end one of `most` steps."""
    return (*range(2, _STEPS + 1), most) if most > _STEPS else range(2, most + 1)


def _rank(path: tuple[str, ...]) -> Rank:
    if path[:-1] == ("services",):
        return Rank.SERVICE
    of_service = len(path) == 3 and path[0] == "services"
    return Rank.KEY if len(path) == 1 or of_service else Rank.NAME


def _template(text: str) -> Template:
    try:
        return read_template(text)
    except FormatFault:
        return (text,)
