"""Ids of headings: with the letters of every language, and reachable by the ids that others make."""

from __future__ import annotations

import html
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.extensions.toc import remove_fnrefs, render_inner_html, strip_tags
from markdown.treeprocessors import Treeprocessor

from estiba.vault.text.headings import Ids, heading_id, other_ids

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class NameHeadings(Treeprocessor):
    """Gives each heading without an id one, before `toc` would."""

    def run(self, root: Element) -> None:
        """Name the headings of the page, in their order."""
        if "toc" not in self.md.treeprocessors:
            return
        ids = Ids(element.attrib["id"] for element in root.iter() if "id" in element.attrib)
        for heading in _headings(root):
            if "id" not in heading.attrib:
                words = strip_tags(render_inner_html(remove_fnrefs(heading), self.md))
                heading.set("id", ids.numbered(heading_id(html.unescape(words))))


class NameAgain(Treeprocessor):
    """Lets links live that others made to the headings, by other spellings of their ids."""

    def run(self, root: Element) -> None:
        """Put an empty element with each further id into its heading."""
        if "toc" not in self.md.treeprocessors:
            return
        headings = {heading.attrib["id"]: heading for heading in _headings(root) if "id" in heading.attrib}
        ids = {element.attrib["id"]: None for element in root.iter() if "id" in element.attrib}
        for name, others in other_ids(ids):
            for other in others if name in headings else ():
                anchor = Element("span", {"id": other, "class": "estiba-anchor"})
                heading = headings[name]
                anchor.tail, heading.text = heading.text, None
                heading.insert(0, anchor)


def _headings(root: Element) -> Iterator[Element]:
    return (element for element in root.iter() if element.tag in _HEADINGS)
