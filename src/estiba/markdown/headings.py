"""Headings with `#`, and rules, as CommonMark has them: `#docker` is no heading, `## C#` keeps its last
character, `-     -     -` is a rule and no list.

Source: CommonMark 0.31.2, sections 4.1 (thematic breaks) and 4.2 (ATX headings).
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor, HRProcessor

from estiba.markdown.text_lines import RULE
from estiba.vault.text.prose import without_closing

_HEADINGS, _RULES = 70, 50
"""Priorities: those of Python-Markdown's own."""


class HashHeadings(HashHeaderProcessor):
    """Makes the headings that begin with `#` and a space."""

    RE = re.compile(r"(?:^|\n) {0,3}(?P<level>#{1,6})(?P<header>(?: [^\n]*)?)(?:\n|$)")

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make the first heading in the first of `blocks`, and what stands above it."""
        super().run(parent, blocks)
        heading = parent[-1]
        heading.text = without_closing(f" {heading.text or ''}").strip()


class LineRules(HRProcessor):
    """Makes the rules, however far apart their marks stand."""

    SEARCH_RE = RULE


def add_headings(md: Markdown) -> None:
    """Read the headings and rules of `md` so."""
    md.parser.blockprocessors.register(HashHeadings(md.parser), "hashheader", _HEADINGS)
    md.parser.blockprocessors.register(LineRules(md.parser), "hr", _RULES)
