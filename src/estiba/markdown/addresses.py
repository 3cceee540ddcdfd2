"""Links whose address nobody can read, such as `https://[blockchain`."""

from __future__ import annotations

from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

_ATTRIBUTE = {"a": "href", "img": "src"}


class DropUnreadable(Treeprocessor):
    """Takes the address off such a link and leaves its text: hosts stop on it otherwise."""

    def run(self, root: Element) -> None:
        """Go over every link and picture of the page."""
        for element in root.iter():
            name = _ATTRIBUTE.get(str(element.tag))
            if name and not is_readable(element.get(name, "")):
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
