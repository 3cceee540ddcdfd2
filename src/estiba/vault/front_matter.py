"""What the YAML block at the top of a note says.

Where the block is, is settled in `estiba.vault.splitting`. Of a block that is a list or a
sentence, or never closes, all is text; only `published`, `draft` and `unlisted` are believed
in it.

For the same reason nothing in a block that looks like a key is forgotten: what is in
no entry, because it is broken or because the key stands there again, is kept as `unread`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from estiba.position import LineMap, Position
from estiba.problem import Fix, Problem, Severity
from estiba.vault.fixes.list_indentation import UnevenLists, uneven_lists
from estiba.vault.splitting import Split, begins_with_key, chunks, has_only_keys, head, split, unquoted_colon
from estiba.vault.values import Value, value_of
from estiba.yaml_tree import Mapping as YamlMapping
from estiba.yaml_tree import Node, Scalar, YamlFault, read_documents


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of the front matter, as the author wrote it."""

    key: str
    value: Value
    node: Node
    key_position: Position
    value_position: Position
    lines: LineMap = field(repr=False, compare=False)
    shift: int = field(repr=False, compare=False)
    """Offset in the note of the YAML that `node` was read from."""
    text: str = field(repr=False, compare=False)
    """The whole note."""

    def place(self, node: Node) -> Position:
        """Give the position of `node`, a part of this entry's value."""
        return self.lines.position(node.start + self.shift)


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
    unread: tuple[str, ...] = ()
    """Parts of the block, as written, that are in no entry."""
    problems: tuple[Problem, ...] = ()


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
        self.entries: dict[str, Entry] = {}
        self.sources: dict[str, str] = {}
        self.unread: list[str] = []
        self.problems: list[Problem] = []

    def read(self) -> FrontMatter:
        cut = split(self.text)
        if cut.block is None:
            return self._result(0)
        if not cut.closed:
            self._report("unclosed-front-matter", Severity.ERROR, 0)
            self._salvage(head(cut.block), cut.block_start)
            return self._result(0, closed=False)
        return self._result(self._read_block(cut, cut.block))

    def _read_block(self, cut: Split, block: str) -> int:
        """Read a block that closes; give the offset at which the text of the note begins."""
        uneven = uneven_lists(block)
        if uneven is not None:
            self._report_uneven(uneven, cut.block_start)
        try:
            root = _read_document(block)
        except YamlFault as fault:
            if uneven is None:
                self._report_fault(fault, cut.block_start, block)
            self._salvage(block, cut.block_start)
            return 0 if fault.kind == "syntax" and not has_only_keys(block) else cut.body_start
        if root is None or (isinstance(root, Scalar) and not root.text):
            is_comment = root is None and block.strip()
            return 0 if is_comment else cut.body_start  # it may be a heading between two rules
        if not isinstance(root, YamlMapping):
            self.unread.append(block)
            self._report(
                "invalid-front-matter", Severity.ERROR, root.start + cut.block_start, "not-a-mapping"
            )
            return 0
        self._take(root, cut.block_start)
        return cut.body_start

    def _take(self, root: YamlMapping, shift: int) -> None:
        """Make entries of the keys of `root`, whose text begins at offset `shift`."""
        for key, node in root.pairs:
            start = key.start + shift
            source = self.text[start : max(node.end + shift, self.text.find("\n", start))]
            if not isinstance(key, Scalar):
                self._report("invalid-front-matter", Severity.ERROR, start, "key")
                self.unread.append(source)
                continue
            if key.text in self.entries:
                first = self.entries.pop(key.text).key_position.line
                self.unread.append(self.sources[key.text])
                self._report("duplicate-key", Severity.ERROR, start, key=key.text, first=first)
            self.sources[key.text] = source
            try:
                value = value_of(node)
            except YamlFault as fault:
                self.unread.append(source)
                self._report_fault(fault, shift, "")
                continue
            self.entries[key.text] = Entry(
                key=key.text,
                value=value,
                node=node,
                key_position=self.lines.position(start),
                value_position=self.lines.position(node.start + shift),
                lines=self.lines,
                shift=shift,
                text=self.text,
            )

    def _salvage(self, block: str, shift: int) -> None:
        """Read what can be read of a broken block: each top-level key on its own."""
        for start, chunk in chunks(block):
            try:
                root = _read_document(chunk) if begins_with_key(chunk) else None
            except YamlFault:
                root = None
            if isinstance(root, YamlMapping):
                self._take(root, shift + start)
            else:
                self.unread.append(chunk)

    def _report_fault(self, fault: YamlFault, shift: int, block: str) -> None:
        offset = fault.offset
        if fault.kind == "syntax":
            unquoted = unquoted_colon(block, offset)
            if unquoted is not None:
                offset, key, value = unquoted
                self._report(
                    "invalid-front-matter", Severity.ERROR, offset + shift, "colon", key=key, value=value
                )
                return
        self._report("invalid-front-matter", Severity.ERROR, offset + shift, fault.kind, detail=fault.detail)

    def _report_uneven(self, uneven: UnevenLists, shift: int) -> None:
        fix = Fix(self.lines.position(uneven.start + shift), uneven.old, uneven.new)
        position = self.lines.position(uneven.item + shift)
        values = {"key": uneven.key}
        self.problems.append(
            Problem("invalid-front-matter", Severity.ERROR, self.path, position, "uneven", values, fix)
        )

    def _report(
        self, check: str, severity: Severity, offset: int, variant: str = "", **values: str | int
    ) -> None:
        position = self.lines.position(min(offset, len(self.text)))
        self.problems.append(Problem(check, severity, self.path, position, variant, values))

    def _result(self, body_start: int, *, closed: bool = True) -> FrontMatter:
        return FrontMatter(
            entries=MappingProxyType(self.entries),
            body=self.text[body_start:],
            body_line=self.lines.position(body_start).line,
            closed=closed,
            unread=tuple(self.unread),
            problems=tuple(self.problems),
        )


def _read_document(text: str) -> Node | None:
    """Read YAML that is one document; None where it says nothing."""
    documents = read_documents(text)
    if len(documents) > 1:
        raise YamlFault("syntax", documents[1].start, "a second document begins here")
    return documents[0] if documents else None
