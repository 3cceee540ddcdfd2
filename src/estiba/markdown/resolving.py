"""Leads Markdown links to what they mean in the vault, however their author wrote them."""

from __future__ import annotations

import posixpath
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

from estiba.markdown.link_html import FINAL, MISSING, address_of, is_refused, with_anchor
from estiba.markdown.page import Page
from estiba.position import Position
from estiba.vault.links.targets import Target, TargetKind
from estiba.vault.text.link_syntax import read_address
from estiba.vault.text.marks import Link, LinkKind

_ATTRIBUTES = {"a": ("href", LinkKind.LINK), "img": ("src", LinkKind.IMAGE)}
_NOWHERE = Position(0, 0)
_OWN = ("#fn:", "#fnref")


class ResolveLinks(Treeprocessor):
    """Gives links and pictures the addresses that a host understands."""

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: Element) -> None:
        """Go over every link and picture of the page."""
        for element in root.iter():
            name, kind = _ATTRIBUTES.get(str(element.tag), ("", LinkKind.LINK))
            if name and not element.attrib.pop(FINAL, "") and self.page.vault is not None:
                written = element.get(name, "")
                if written and STX not in written and not written.startswith(_OWN):
                    link = Link(kind, _NOWHERE, _NOWHERE, read_address(written))
                    self._lead(element, name, link, self.page.vault.resolve(link, self.page.path))

    def _lead(self, element: Element, name: str, link: Link, target: Target) -> None:
        is_lost = target.is_outside or (target.kind is TargetKind.MISSING and self._is_note(link))
        is_lost = is_lost or is_refused(target, self.page)
        if target.kind in (TargetKind.NOTE, TargetKind.ATTACHMENT) and not is_lost:
            element.set(name, address_of(with_anchor(target, link), self.page))
        elif target.kind is TargetKind.DRAFT or is_lost:
            unlink(element)

    def _is_note(self, link: Link) -> bool:
        """Whether a link that leads to no file was meant for a note, not for a page that the host makes."""
        folder = posixpath.dirname(self.page.path)
        place = posixpath.normpath(posixpath.join(folder, link.to.path)).lstrip("/")
        return place.endswith(".md") and not self.page.is_page(place)


def unlink(element: Element) -> None:
    """Make plain words of a link."""
    words = element.get("alt")
    element.tag = "span"
    if words and not element.text:
        element.text = AtomicString(words)
    element.attrib.clear()
    element.set("class", MISSING)
