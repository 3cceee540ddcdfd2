"""Links whose address nobody can read (`https://[blockchain`), or nobody should follow (`javascript:`)."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

_ATTRIBUTE = {"a": "href", "img": "src"}
_IGNORED = re.compile(r"[\x00-\x20\x7f-\x9f]+")
"""What browsers leave out of an address before they look for its scheme, and a little more."""
_UNSAFE = re.compile(r"(?:javascript|vbscript|data|file|blob|view-source):", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif)[;,]", re.IGNORECASE)


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
    bare = _IGNORED.sub("", html.unescape(address))
    return not _UNSAFE.match(bare) or (of_picture and bool(_PICTURE.match(bare)))
