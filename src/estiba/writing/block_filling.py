"""The front matter of a template, its places filled in: each scalar that holds one is written anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from estiba.writing.edits import Edit, edited
from estiba.writing.places import MOMENTS, PLACE, Places, TemplateFault
from estiba.writing.scalars import write_scalar
from estiba.yaml_tree import Mapping, Node, Scalar, YamlFault, read_documents

_ANY_PLACE = re.compile(PLACE.pattern + r"|(?P<other>\{\{[^{}\n]*\}\})", re.IGNORECASE)
_BRACKET = re.compile(r"(?:[&!]\S*\s+)*[\[{]")
"""What a list or a mapping in brackets begins with, behind an anchor or a tag."""
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?")


@dataclass(frozen=True, slots=True)
class FilledBlock:
    """YAML, and the keys whose values come from a place."""

    text: str
    keys: frozenset[str]


def fill_block(block: str, places: Places) -> FilledBlock:
    """Fill in the places of `block`, YAML whose places need not be quoted.

    A value is never read as YAML: it is quoted where it must be. A place of a list that is an item
    of one becomes as many items as there are. Raises `TemplateFault` where the rest is no YAML.
    """
    return _Filling(block, places).filled()


class _Filling:
    def __init__(self, block: str, places: Places) -> None:
        self.places = places
        mark = "place"
        while mark in block:
            mark += "x"
        self.found = list(_ANY_PLACE.finditer(block))
        self.token = re.compile(mark + r"(\d+)e")
        numbers = iter(range(len(self.found)))
        self.block = _ANY_PLACE.sub(lambda _: f"{mark}{next(numbers)}e", block)

    def filled(self) -> FilledBlock:
        try:
            documents = read_documents(self.block)
        except YamlFault as fault:
            raise TemplateFault(f"its front matter is no YAML: {fault.detail or fault.kind}") from None
        edits = [edit for root in documents for edit in self.edits(root, in_brackets=False)]
        keys = {
            key.text
            for root in documents
            if isinstance(root, Mapping)
            for key, value in root.pairs
            if isinstance(key, Scalar) and self.token.search(self.block, value.start, value.end)
        }
        edits += self.outside(edits)
        return FilledBlock(edited(self.block, edits), frozenset(keys))

    def outside(self, edits: list[Edit]) -> list[Edit]:
        """Fill in the places that stand in no scalar: those in comments."""
        inside = {
            place.start() for edit in edits for place in self.token.finditer(self.block, edit.start, edit.end)
        }
        return [
            Edit(place.start(), place.end(), self.text(place))
            for place in self.token.finditer(self.block)
            if place.start() not in inside
        ]

    def text(self, token: re.Match[str]) -> str:
        place = self.found[int(token[1])]
        return place[0] if place["other"] else self.places.text(place)

    def edits(self, root: Node, *, in_brackets: bool) -> Iterator[Edit]:
        open_nodes = [(root, in_brackets)]
        while open_nodes:
            node, inside = open_nodes.pop()
            if not self.token.search(self.block, node.start, node.end):
                continue
            if isinstance(node, Scalar):
                yield self.scalar(node, in_brackets=inside)
                continue
            inside = inside or _BRACKET.match(self.block, node.start) is not None
            if isinstance(node, Mapping):
                open_nodes.extend((child, inside) for pair in node.pairs for child in pair)
                continue
            for item in node.items:
                texts = self.list_of(item)
                if texts is None:
                    open_nodes.append((item, inside))
                else:
                    yield self.items(item, texts, in_brackets=inside)

    def list_of(self, node: Node) -> tuple[str, ...] | None:
        """Give the texts that come to `node`, where it is the place of a list and nothing else."""
        token = self.token.fullmatch(node.text) if isinstance(node, Scalar) else None
        place = self.found[int(token[1])] if token else None
        value = "" if place is None or place["other"] else self.places.value(place)
        return None if isinstance(value, str) else value

    def scalar(self, node: Scalar, *, in_brackets: bool) -> Edit:
        written = self.block[node.start : node.end]
        texts = self.list_of(node)
        if texts is not None:
            items = ", ".join(write_scalar(text, in_brackets=True) for text in texts)
            return Edit(node.start, node.end, f"[{items}]")
        text = self.token.sub(self.text, node.text)
        if node.plain and not text:
            return Edit(node.start, node.end, "")
        end = "\n" if written.endswith("\n") else ""
        style = written[0] if written[0] in "'\"" else ""
        is_date = node.plain and _DATE.fullmatch(text) and self.is_moment(node)
        new = text if is_date else write_scalar(text.rstrip("\n"), style=style, in_brackets=in_brackets)
        return Edit(node.start, node.end, new + end)

    def is_moment(self, node: Scalar) -> bool:
        """Whether all places in `node` are of days and times, so that it is no title that looks like one."""
        found = [self.found[int(token[1])] for token in self.token.finditer(node.text)]
        return all((place["name"] or "").lower() in MOMENTS for place in found)

    def items(self, item: Node, texts: tuple[str, ...], *, in_brackets: bool) -> Edit:
        written = [write_scalar(text, in_brackets=in_brackets) for text in texts]
        if in_brackets:
            return Edit(item.start, item.end, ", ".join(written))
        line = self.block.rfind("\n", 0, item.start) + 1
        before = self.block[line : item.start]
        if not texts and not before.strip(" -"):
            end = self.block.find("\n", item.end)
            return Edit(line, len(self.block) if end == -1 else end + 1, "")
        return Edit(item.start, item.end, f"\n{before}".join(written))
