"""Links whose address nobody can read (`https://[blockchain`), or nobody should follow (`javascript:`)."""

from __future__ import annotations

import html
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from estiba.vault.text.allowed_html import is_safe as is_safe_decoded

_ATTRIBUTE = {"a": "href", "img": "src"}


class DropUnreadable(Treeprocessor):
    """Takes the address off such a link and leaves its text: hosts stop on it otherwise, or run it."""

    def run(self, root: Element) -> None:
        """Go over every link and picture of the page."""
        for element in root.iter():
            name = _ATTRIBUTE.get(str(element.tag))
            address = element.get(name, "") if name else ""
            if name and not (is_readable(address) and is_safe(address, of_picture=name == "src")):
                element.tag, element.text = "span", element.text or element.get("alt")
                element.attrib.clear()


def is_readable(address: str) -> bool:
    """Whether `address` can be taken apart at all.

    >>> is_readable("https://[blockchain")
    False
    """
    try:
        urlsplit(address)
    except ValueError:
        return False
    return True


def is_safe(address: str, *, of_picture: bool = False) -> bool:
    """Whether `address`, as it stands in HTML, is none that runs something or leads into the reader's disk.

    >>> is_safe("JaVaScRiPt&#58;alert(1)")
    False
    """
    return is_safe_decoded(html.unescape(address), of_picture=of_picture)
