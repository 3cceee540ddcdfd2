"""The elements of a page, before they become text: what no note may have is taken off them."""

from __future__ import annotations

import html
import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE, STX, AtomicString

from estiba.markdown.addresses import is_readable
from estiba.markdown.page import Page
from estiba.vault.text.allowed_html import (
    ADDRESSES,
    ATTRIBUTES,
    EMPTIED,
    TAGS,
    is_safe,
    is_themes_id,
    kept_value,
)
from estiba.vault.text.raw_tags import RawAttribute

_TAGS = TAGS | {"label"}
_ALWAYS = ATTRIBUTES["*"] - {"role"} | {"rel", "rev", "role", "start", "tabindex", "alt", "loading"}
_ALSO = {
    "input": frozenset(("id", "name", "type", "checked", "disabled")),
    "label": frozenset(("for",)),
}
_BOXES = frozenset(("checkbox", "radio"))
_ALIGNED = re.compile(r"text-align: (?:left|center|right);?")
"""What `tables` writes where its owner has it write styles."""
_NAMES = ("class", "id", "name", "for", "aria-labelledby", "aria-describedby")
_TAG = re.compile(r"<[^<>]*>")


class CleanWritten(Treeprocessor):
    """Takes names of the page around the note off what the author's blocks became: `!!! md-overlay`.

    It runs before anything of ours is in the tree.
    """

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: Element) -> None:
        """Go over all elements."""
        if not self.page.trusts_html:
            for element in root.iter():
                _free(element, {})


class CleanAttributes(Treeprocessor):
    """Does the same to what attr_list has put on elements; `before` is the one that stood above it."""

    def __init__(self, md: Markdown, page: Page, before: CleanAttributes | None = None) -> None:
        super().__init__(md)
        self.page = page
        self.before = before
        self.known: dict[Element, dict[str, str]] = {}

    def run(self, root: Element) -> None:
        """Remember what there is, or take off what is new."""
        if self.page.trusts_html or "attr_list" not in self.md.treeprocessors:
            return
        if self.before is None:
            self.known = {element: dict(element.attrib) for element in root.iter()}
            return
        for element in root.iter():
            known = self.before.known.get(element, {})
            if element.attrib != known:
                _free(element, known)
        self.before.known = {}


class CleanTree(Treeprocessor):
    """Leaves only elements and attributes that run nothing; it is the last to see the tree."""

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: Element) -> None:
        """Go over all elements."""
        if not self.page.trusts_html:
            clean_tree(root, self.md)


def clean_tree(root: Element, md: Markdown) -> None:
    """Clean `root` and all that is in it."""
    for element in root.iter():
        if element.tag not in _TAGS:
            _level(element, md)
        for name, value in list(element.items()):
            kept = _kept(element.tag, name, value, md)
            if kept is None:
                del element.attrib[name]
            elif kept is not value:
                element.set(name, kept)
        if element.tag == "input" and element.get("type") not in _BOXES:
            _level(element, md)
        if element.tag == "a" and not ("href" in element.attrib and is_readable(element.get("href", ""))):
            element.tag = "span"  # MkDocs stops on one that leads nowhere
            element.attrib.pop("href", None)
        if element.tag == "img" and not ("src" in element.attrib and is_readable(element.get("src", ""))):
            element.tag, element.text = "span", AtomicString(element.get("alt", ""))
            element.attrib.clear()


def _level(element: Element, md: Markdown) -> None:
    """Leave of `element` what it holds, or nothing of one that is gone with all that is in it."""
    if not isinstance(element.tag, str):
        element.text, element.tag = None, "span"
    if element.tag in EMPTIED:
        element.text = None
        del element[:]
    element.tag = "div" if md.is_block_level(element.tag) else "span"
    element.attrib.clear()


def _kept(tag: str, name: str, value: str | None, md: Markdown) -> str | None:
    """Give what stays of a value, `value` itself where that is all; None where the attribute goes."""
    value = "" if value is None else value
    if STX in value and "wzxhzdk" in value:
        value = HTML_PLACEHOLDER_RE.sub(lambda found: _words(found[1], md), value)
    if name == "style":
        return value if _ALIGNED.fullmatch(value) else None
    is_known = name in _ALWAYS or name in ATTRIBUTES.get(tag, ()) or name in _ALSO.get(tag, ())
    if not is_known and not name.startswith(("data-", "aria-")):
        return None
    if name in ADDRESSES:
        decoded = html.unescape(value.replace(AMP_SUBSTITUTE, "&"))
        return value if is_safe(decoded, of_picture=tag == "img") else None
    if name in ("id", "for") and is_themes_id(value) and (tag in _ALSO or value.startswith("__")):
        return f"section-{value}"
    return value


def _words(number: str, md: Markdown) -> str:
    """Give the words of a piece of HTML whose placeholder stands in a value."""
    stash = md.htmlStash.rawHtmlBlocks
    piece = stash[int(number)] if int(number) < len(stash) else ""
    return html.unescape(_TAG.sub("", piece)) if isinstance(piece, str) else ""


def _free(element: Element, known: dict[str, str]) -> None:
    """Take names off `element` that belong to the page around the note, but for those that are `known`."""
    for name, value in list(element.items()):
        if known.get(name) == value:
            continue
        if name.startswith("data-") and name not in ("data-tabs", "data-toc-label", "data-search-exclude"):
            del element.attrib[name]
        elif name in _NAMES and value:
            before = known.get(name, "").split()
            free = [one for one in value.split() if one in before or _is_free(name, one)]
            if len(free) < len(value.split()):
                _put(element, name, " ".join(free))


def _is_free(name: str, value: str) -> bool:
    name = "id" if name == "for" else name
    return kept_value(RawAttribute(name, value, 0)) == value


def _put(element: Element, name: str, value: str) -> None:
    if value:
        element.set(name, value)
    else:
        del element.attrib[name]
