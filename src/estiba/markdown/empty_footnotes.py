"""Footnotes without text, on which Python-Markdown stops where nothing calls for them.

Source: `FootnoteReorderingProcessor` of Python-Markdown 3.11.3, which looks for the link back in each.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown.extensions.footnotes import FN_BACKLINK_TEXT
from markdown.treeprocessors import Treeprocessor


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
