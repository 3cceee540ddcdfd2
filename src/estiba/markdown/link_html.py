"""A link, embed or tag, as an element of a page."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import quote
from xml.etree.ElementTree import Element

from markdown.util import AtomicString
from markupsafe import Markup

from estiba.markdown.page import Page
from estiba.vault.links.targets import Target, TargetKind
from estiba.vault.text.marks import InlineTag, Link

MISSING = "estiba-missing"
"""The class of a link's words where it leads to nothing."""
FINAL = "estiba-final"
"""The attribute of an element whose address is as it has to be."""
_PICTURES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".bmp", ".ico"))
_SOUNDS = frozenset((".mp3", ".ogg", ".oga", ".wav", ".flac", ".m4a", ".opus"))
_FILMS = frozenset((".mp4", ".webm", ".ogv", ".mov", ".mkv"))
_MISSING = Target(TargetKind.MISSING)
_SAFE = "/~!$&'()*+,;=:@"


def link_element(link: Link, page: Page) -> Element | Markup:
    """Make what a reader sees of a link, or of what is shown in the text: a block, where that is a note."""
    target = page.vault.resolve(link, page.path) if page.vault else _MISSING
    target = _MISSING if is_refused(target, page) else target
    if link.is_embed and target.kind in (TargetKind.ATTACHMENT, TargetKind.EXTERNAL):
        return _embedded(link, target, page)
    words = link.words
    if link.is_embed and target.kind is TargetKind.NOTE and page.embedder is not None:
        shown = page.embedder.show(target, link.text, page)
        if shown is not None:
            return shown
    if target.kind not in (TargetKind.NOTE, TargetKind.ATTACHMENT):
        return _element("span", {"class": MISSING}, words)
    return _element("a", {"href": address_of(target, page), FINAL: "1"}, words)


def is_refused(target: Target, page: Page) -> bool:
    """Whether `target` is a file that no site holds: for its name, its type, or what it runs."""
    if page.vault is None or target.kind is not TargetKind.ATTACHMENT:
        return False
    return bool(page.vault.refusal_of(target.path))


def tag_element(tag: InlineTag, page: Page) -> Element:
    """Make what a reader sees of a tag: a link to its page, where it has one."""
    path, attributes = page.tag_path(tag.name), {"class": "estiba-tag"}
    if path:
        attributes |= {"href": _address(path, page), FINAL: "1"}
    return _element("a" if path else "span", attributes, f"#{tag.name}")


def address_of(target: Target, page: Page) -> str:
    """Give the address of `target`: its source, relative to that of the page, for a host to change."""
    fragment = f"#{quote(target.anchor, safe=_SAFE)}" if target.anchor else ""
    if target.path == page.path and fragment and not page.is_embedded:
        return fragment
    return _address(target.path, page) + fragment


def with_anchor(target: Target, link: Link) -> Target:
    """Keep a place that nobody knows of as it is written: something else may make it."""
    return replace(target, anchor=link.to.fragment) if target.anchor_is_missing else target


def _address(path: str, page: Page) -> str:
    if page.is_embedded:
        return page.url_of(path)
    return source_address(path, page.path)


def source_address(path: str, source: str) -> str:
    """Give the address of the file at `path` relative to that at `source`, both of the vault."""
    return quote(posixpath.relpath(path, posixpath.dirname(source) or "."), safe=_SAFE)


def _embedded(link: Link, target: Target, page: Page) -> Element:
    name = PurePosixPath(target.path).name
    kind = PurePosixPath(target.path).suffix.lower()
    words = link.text or name
    if kind in _PICTURES or target.kind is TargetKind.EXTERNAL:
        address = address_of(target, page) if target.path else link.to.written
        attributes = {"src": address, "alt": words, "loading": "lazy", FINAL: "1"}
        if link.size:
            width, height = link.size
            attributes |= {"width": str(width)} | ({"height": str(height)} if height else {})
        return Element("img", attributes)
    player = "audio" if kind in _SOUNDS else "video" if kind in _FILMS else ""
    if not player:
        return _element("a", {"href": address_of(target, page), FINAL: "1"}, words)
    attributes = {"src": page.url_of(target.path), "aria-label": words, "controls": "", "preload": "metadata"}
    return Element(player, attributes)


def _element(tag: str, attributes: dict[str, str], words: str) -> Element:
    element = Element(tag, attributes)
    element.text = AtomicString(words)
    return element
