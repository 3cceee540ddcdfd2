"""Tags in odd forms, written as one list of texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from estiba.problem import Fix
from estiba.vault.fixes.literal import Edit, fix_of, is_in_place, written_as_is
from estiba.vault.front_matter import Entry
from estiba.vault.tag_lists import read_tags
from estiba.vault.values import value_of
from estiba.yaml_tree import Mapping, Node, Scalar, Sequence, YamlFault, read_documents

_PLAIN = re.compile(r"[^\W\d_][\w./+-]*(?: [\w./+-]+)*")
_OTHER_IN_YAML = frozenset("true false null yes no on off y n".split())
_COMMA = re.compile(r"[ \t]*,[ \t]*")
_EMPTY_LINE = re.compile(r"""[ \t]*-[ \t]*(?:''|""|~|null|Null|NULL)?[ \t]*\n""")


def tags_fix(entry: Entry, kind: str) -> Fix | None:
    """Write the tags of `entry`, which stay the same, without what `kind` (of `TagList.coercions`) names."""
    edits = list(_edits(entry, kind))
    fix = fix_of(entry, edits)
    return fix if fix and _means_the_same(entry, edits, kind) else None


def _edits(entry: Entry, kind: str) -> Iterator[Edit]:
    node = entry.node
    if isinstance(node, Scalar):
        start, end = node.start + entry.shift, node.end + entry.shift
        if written_as_is(entry, node) is None:
            return
        if kind == "string":
            yield Edit(start, end, "[" + ", ".join(map(_item, read_tags(node).tags)) + "]")
        elif kind == "number":
            yield Edit(start, end, f'"{node.text}"')
    elif isinstance(node, Sequence) and is_in_place(entry, node):
        if kind == "number":
            yield from _quoted(entry, node)
        elif kind == "empty":
            yield from _without_empty(entry, node)
        elif kind == "nested":
            yield from _flat(entry, node)


def _item(tag: str) -> str:
    """Write a tag as an item of a list in brackets."""
    is_plain = _PLAIN.fullmatch(tag) and tag.casefold() not in _OTHER_IN_YAML
    return tag if is_plain else "'" + tag.replace("'", "''") + "'"


def _quoted(entry: Entry, node: Sequence) -> Iterator[Edit]:
    for item in node.items:
        if isinstance(item, Scalar) and item.text and not isinstance(value_of(item), str):
            start = written_as_is(entry, item)
            if start is not None:
                yield Edit(start, start + len(item.text), f'"{item.text}"')


def _without_empty(entry: Entry, node: Sequence) -> Iterator[Edit]:
    """Take empty items out: with their lines, or with the comma behind them, or before the last ones."""
    shift, items = entry.shift, node.items
    text = entry.text
    kept = {index for index, item in enumerate(items) if not _is_empty(item)}
    if not kept:
        return
    last = max(kept)
    in_brackets = text[node.start + shift] == "["
    for index, item in enumerate(items):
        if index in kept:
            continue
        if not in_brackets:
            start = text.rfind("\n", 0, item.start + shift) + 1
            line = _EMPTY_LINE.match(text, start)
            if line:
                yield Edit(start, line.end(), "")
        elif index < last:
            start, end = item.start + shift, items[index + 1].start + shift
            if _COMMA.fullmatch(text, item.end + shift, end):
                yield Edit(start, end, "")
        else:
            start, end = items[index - 1].end + shift, item.end + shift
            if _COMMA.fullmatch(text, start, item.start + shift):
                yield Edit(start, end, "")


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and (not node.text.strip() or value_of(node) is None)


def _flat(entry: Entry, node: Sequence) -> Iterator[Edit]:
    """Take the brackets of lists within the list away."""
    for item in node.items:
        if isinstance(item, Sequence):
            start, end = item.start + entry.shift, item.end + entry.shift
            if entry.text[start] == "[" and entry.text[end - 1] == "]":
                yield Edit(start, start + 1, "")
                yield Edit(end - 1, end, "")


def _means_the_same(entry: Entry, edits: list[Edit], kind: str) -> bool:
    """Whether the key, written anew, gives the tags that it gave, and nothing of `kind`."""
    line, column = entry.key_position
    start = entry.lines.starts[line - entry.lines.first_line] + column - 1
    end = max(entry.node.end + entry.shift, edits[-1].end)
    text = entry.text[start:end]
    for edit in reversed(edits):
        text = text[: edit.start - start] + edit.new + text[edit.end - start :]
    try:
        documents = read_documents(text)
        after = documents[0] if len(documents) == 1 else None
        if not isinstance(after, Mapping) or len(after.pairs) != 1:
            return False
        read = read_tags(after.pairs[0][1])
    except YamlFault:
        return False
    return read.tags == read_tags(entry.node).tags and kind not in read.coercions
