"""Lists in front matter whose items do not stand below one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from estiba.vault.splitting import chunks
from estiba.yaml_tree import Mapping, Node, Scalar, YamlFault, read_documents

_ITEM = re.compile(r"^(?P<indent>[ \t]*)-[ \t]+(?P<text>\S.*)$", re.MULTILINE)
_HEAD = re.compile(r"(?P<key>[^\s#\-:][^:\n]*):[ \t]*(?:#.*)?$", re.MULTILINE)
_BESIDE = re.compile(r"[ \t]*(?:#.*)?$", re.MULTILINE)
_USUAL = "  "


@dataclass(frozen=True, slots=True)
class UnevenLists:
    """Lists of one block that are not read as they look, and what their lines would be if they were even."""

    key: str
    """That of the first."""
    item: int
    """Offset in the block of the first item that is out of line."""
    start: int
    """Offset in the block of `old`."""
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class _Edit:
    """The indentation from the offset `start` to `end` becomes `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class _List:
    """A key with nothing but a list of texts, as it looks."""

    key: str
    texts: tuple[str, ...]
    edits: tuple[_Edit, ...]
    """What makes it even."""


def uneven_lists(block: str) -> UnevenLists | None:
    """Find the lists in the block of a front matter that are misread for their indentation alone.

    None where there are none, or where the block would not be read as it looks if they were even: each
    key as it is read by itself, and in those lists one text an item.
    """
    indents = {match["indent"] for match in _ITEM.finditer(block)}
    if len(indents) < 2 and not any("\t" in indent for indent in indents):
        return None
    edits: list[_Edit] = []
    key, meant = "", list[Any]()
    for start, chunk in chunks(block):
        found, pairs = _list_in(chunk), _pairs(chunk)
        if found and found.edits and pairs != (looks := _looks(found)):
            key, pairs = key or found.key, looks
            edits += [_Edit(one.start + start, one.end + start, one.new) for one in found.edits]
        if pairs is None:
            return None
        meant += pairs
    if not edits or _pairs(_edited(block, edits)) != meant:
        return None
    first, last = edits[0].start, edits[-1].end
    inside = [_Edit(one.start - first, one.end - first, one.new) for one in edits]
    old = block[first:last]
    return UnevenLists(key, edits[0].end, first, old, _edited(old, inside))


def _list_in(chunk: str) -> _List | None:
    """Read a chunk that is a key and, below it, nothing but items and comments."""
    head = _HEAD.match(chunk)
    if head is None:
        return None
    texts: list[str] = []
    edits: list[_Edit] = []
    indent: str | None = None
    at = head.end() + 1
    while at < len(chunk):
        item = _ITEM.match(chunk, at)
        line = item or _BESIDE.match(chunk, at)
        if line is None:
            return None
        if item:
            indent = (_USUAL if "\t" in item["indent"] else item["indent"]) if indent is None else indent
            texts.append(item["text"])
            if item["indent"] != indent:
                edits.append(_Edit(at, item.end("indent"), indent))
        at = line.end() + 1
    return _List(head["key"], tuple(texts), tuple(edits))


def _looks(found: _List) -> list[Any] | None:
    """Give what a list is by its looks: a key with one text an item; None where it is something else."""
    head = _pairs(f"{found.key}:")
    items: list[Any] = []
    for text in found.texts:
        documents = _documents(text)
        if not documents or len(documents) > 1 or not isinstance(documents[0], Scalar):
            return None
        items.append(_content(documents[0]))
    return [(key, ("list", items)) for key, _ in head] if head else None


def _pairs(text: str) -> list[Any] | None:
    """Give the keys and values of one mapping, without their places; None where `text` is none."""
    documents = _documents(text)
    if documents is None or len(documents) > 1:
        return None
    root = documents[0] if documents else Mapping((), 0, 0)
    return _content(root)[1] if isinstance(root, Mapping) else None


def _documents(text: str) -> list[Node] | None:
    try:
        return read_documents(text)
    except YamlFault:
        return None


def _content(node: Node) -> Any:
    """Give what a node says, without its place."""
    if isinstance(node, Scalar):
        return node.text, node.plain, node.tag
    if isinstance(node, Mapping):
        return "mapping", [(_content(key), _content(value)) for key, value in node.pairs]
    return "list", [_content(item) for item in node.items]


def _edited(text: str, edits: Sequence[_Edit]) -> str:
    return "".join(_pieces(text, edits))


def _pieces(text: str, edits: Sequence[_Edit]) -> Iterator[str]:
    at = 0
    for edit in edits:
        yield text[at : edit.start]
        yield edit.new
        at = edit.end
    yield text[at:]
