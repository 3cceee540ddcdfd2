"""Obsidian's callouts, and GitHub's alerts: `> [!tip]- Title` becomes an admonition as Material has them.

Source: Obsidian Help, "Callouts"; GitHub Docs, "Basic writing and formatting syntax", on alerts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import nearing_recursion_limit

from estiba.catalogue import Catalogue
from estiba.markdown.page import Page
from estiba.markdown.text_lines import is_text, leaves_open, not_underline, read_marker

_LIKE = {
    name: kind
    for kind, names in {
        "note": "note",
        "abstract": "abstract summary tldr",
        "info": "info",
        "todo": "todo",
        "tip": "tip hint important",
        "success": "success check done",
        "question": "question help faq",
        "warning": "warning caution attention",
        "failure": "failure fail missing",
        "danger": "danger error",
        "bug": "bug",
        "example": "example",
        "quote": "quote cite",
    }.items()
    for name in names.split()
}
"""What a callout looks like, by the type that its author writes; any other looks like a note."""
_TAG = "estiba-callout"
"""No HTML of an author's becomes an element of this name."""
_PRIORITY = 84
"""Below lists (86), which end quotes; above headings (70, 60), tables (75), rules (50) and quotes (20)."""
_QUOTED = re.compile(
    r"^ {0,3}> ?(?P<callout>\[!(?P<type>[^\[\]\n]+)\](?P<fold>[-+]?)(?= |$)(?P<title>.*))?", re.MULTILINE
)


class Callouts(BlockProcessor):
    """Makes an element of each callout, which goes by another name until all blocks are made:
    Python-Markdown would put what is indented below an admonition into it.
    """

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md.parser)
        self.page = page

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Python-Markdown's
        """Whether the first quote in `block` is a callout."""
        match = _QUOTED.search(block) if "[!" in block else None
        return match is not None and match["callout"] is not None and not nearing_recursion_limit()

    def run(self, parent: Element, blocks: list[str]) -> bool:
        """Make the first callout in the first of `blocks`, and what stands above it."""
        match = _QUOTED.search(blocks[0])
        if match is None:
            return False
        block = blocks.pop(0)
        if match.start():
            self.parser.parseBlocks(parent, [block[: match.start() - 1]])
        lines = block[match.end() + 1 :].split("\n") if match.end() < len(block) else []
        inside = _quoted(lines)
        if len(inside) < len(lines):
            blocks.insert(0, "\n".join(lines[len(inside) :]))
        written, _, _ = match["type"].partition("|")
        kind = " ".join(written.lower().split())
        callout = SubElement(parent, _TAG, {"class": _LIKE.get(kind, "note"), "fold": match["fold"]})
        SubElement(callout, "p").text = match["title"].strip() or _title(kind, self.page.catalogue)
        self.parser.state.set("blockquote")
        self.parser.parseChunk(callout, "\n".join(inside))
        self.parser.state.reset()
        return True


class ShapeCallouts(Treeprocessor):
    """Makes admonitions of callouts, and `<details>` of those that can be folded."""

    def run(self, root: Element) -> None:
        """Give each its place in Material's looks."""
        for callout in root.iter(_TAG):
            fold = callout.attrib.pop("fold")
            callout.tag = "details" if fold else "div"
            if fold:
                callout[0].tag = "summary"
            else:
                callout.set("class", f"admonition {callout.get('class')}")
                callout[0].set("class", "admonition-title")
            if fold == "+":
                callout.set("open", "open")


def add_callouts(md: Markdown, page: Page, *, shape_at: float) -> None:
    """Make the callouts of `md`; their shape, among the treeprocessors, at priority `shape_at`."""
    md.parser.blockprocessors.register(Callouts(md, page), "estiba-callouts", _PRIORITY)
    md.treeprocessors.register(ShapeCallouts(md), "estiba-shape-callouts", shape_at)


def _quoted(lines: Sequence[str]) -> list[str]:
    """Give those of `lines` that go on with a quote, without its marks."""
    inside: list[str] = []
    is_open = True
    for line in lines:
        match = _QUOTED.match(line)
        if match is not None:
            text = line[line.index(">") + 1 :].removeprefix(" ")
            is_open = leaves_open(text, was_open=is_open)
        elif is_open and is_text(line) and not read_marker(line):
            text = not_underline(line)
        else:
            break
        inside.append(text)
    return inside


def _title(kind: str, catalogue: Catalogue) -> str:
    """Give the title of a callout that its author gave none."""
    if kind in _LIKE:
        return catalogue.text(f"callout.{kind}")
    return kind.replace("-", " ").replace("_", " ").strip().capitalize() or catalogue.text("callout.note")
