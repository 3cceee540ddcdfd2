"""Footnotes on which Python-Markdown stops: one in whose text another is defined, and one without text.

Source: Python-Markdown 3.11.3. `makeFootnotesDiv` goes over the footnotes while it reads their texts;
`FootnoteReorderingProcessor` looks for the link back in each.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown.extensions.footnotes import FN_BACKLINK_TEXT
from markdown.treeprocessors import Treeprocessor

_PREFIX = 2
"""What UNIQUE_IDS begins ids with in the first text that a converter sees, and in ours each."""


class DefineWithin(Treeprocessor):
    """Lets footnotes be defined in the texts of others, behind which they then stand."""

    def run(self, root: Element) -> None:  # noqa: ARG002 - Python-Markdown's
        """Have the footnotes of the page be gone over until there is no further one."""
        if "footnote" in self.md.treeprocessors:
            made_by: Any = self.md.treeprocessors["footnote"]
            made_by.footnotes.unique_prefix = _PREFIX
            made_by.footnotes.footnotes = _Growing(made_by.footnotes.footnotes)


class _Growing(OrderedDict[str, str]):
    def keys(self) -> Iterator[str]:  # type: ignore[override]
        """Give the keys one after another, those too that are added meanwhile."""
        seen: set[str] = set()
        while len(seen) < len(self):
            for key in [key for key in self if key not in seen]:
                seen.add(key)
                yield key


class LeadBack(Treeprocessor):
    """Gives a footnote without text the link back that every other one has."""

    def run(self, root: Element) -> None:
        """Go over the footnotes of the page, if it can have some."""
        if "footnote" not in self.md.treeprocessors:
            return
        made_by: Any = self.md.treeprocessors["footnote"]
        title = made_by.footnotes.getConfig("BACKLINK_TITLE")
        for footnotes in root.iterfind(".//div[@class='footnote']"):
            for number, item in enumerate(footnotes.iterfind("ol/li"), 1):
                if not len(item):
                    href = "#" + item.get("id", "").replace("fn", "fnref", 1)
                    given = {"class": "footnote-backref", "href": href, "title": title.format(number)}
                    SubElement(SubElement(item, "p"), "a", given).text = FN_BACKLINK_TEXT
