"""Ids of blocks (`^id`): from where their author wrote them to the block that they name."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from estiba.markdown.linking import BLOCK_ID


class NameBlocks(Treeprocessor):
    """Gives each block the id that stands at its end, or alone below it."""

    def run(self, root: Element) -> None:
        """Look for what stands for an id."""
        if root.find(f".//{BLOCK_ID}") is None:
            return
        parents = {child: parent for parent in root.iter() for child in parent}
        for parent in list(root.iter()):
            for index, child in reversed(list(enumerate(parent))):
                if child.tag == BLOCK_ID:
                    _take_out(parent, index)
                    self._name(parents, parent, child.get("id", ""))

    def _name(self, parents: Mapping[Element, Element], holder: Element, name: str) -> None:
        if holder.tag == "p" and not len(holder) and not (holder.text or "").strip():
            above = parents[holder]
            index = list(above).index(holder)
            above.remove(holder)
            if not index:
                return
            holder = above[index - 1]
        if (
            holder.tag == "p"
            and not len(holder)
            and HTML_PLACEHOLDER_RE.fullmatch((holder.text or "").strip())
        ):
            holder.tag = "div"
        if holder.get("id") is None:
            holder.set("id", name)
        else:
            holder.insert(0, _anchor(name, holder))


def _anchor(name: str, holder: Element) -> Element:
    anchor = Element("span", {"id": name})
    anchor.tail, holder.text = holder.text, None
    return anchor


def _take_out(parent: Element, index: int) -> None:
    """Take an element out of `parent`, and leave what is behind it."""
    tail = parent[index].tail or ""
    del parent[index]
    if index:
        parent[index - 1].tail = ((parent[index - 1].tail or "") + tail).rstrip()
    else:
        parent.text = ((parent.text or "") + tail).rstrip()
