"""One tag of HTML, or an address in angle brackets, in the text of a note."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from estiba.vault.text.link_syntax import read_address
from estiba.vault.text.marks import Address

_TAG = re.compile(r"<(?P<closing>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<rest>(?:[\s/][^<>]*)?)>")
_AUTOLINK = re.compile(r"<[A-Za-z][A-Za-z0-9+.\-]{1,30}:[^<>\s]*>")
_ATTRIBUTE = re.compile(
    r"""(?P<name>[HhIiPpSs](?<![\w-].)(?i:(?<=h)ref|(?<=i)d|(?<=p)oster|(?<=s)rc))"""
    r"""\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'>]+))"""
)
"""It begins with a character, not with what stands before: `re` is twice as quick to find that."""
_VERBATIM = frozenset(("code", "pre", "script", "style", "textarea", "kbd", "samp", "svg", "math"))


class HtmlTag(NamedTuple):
    """A tag, as far as it concerns links."""

    end: int
    """Behind it, in the text."""
    addresses: tuple[Address, ...] = ()
    """What it leads to, or shows."""
    ids: tuple[str, ...] = ()
    verbatim: str = ""
    """The name of the element that it opens, if the text in it is no Markdown."""
    is_address: bool = False
    """Whether it is an address in angle brackets, and no tag."""


def read_tag(text: str, start: int) -> HtmlTag | None:
    """Read the tag that begins at `start` of `text`; None where none does."""
    if autolink := _AUTOLINK.match(text, start):
        return HtmlTag(autolink.end(), is_address=True)
    tag = _TAG.match(text, start)
    if tag is None:
        return None
    addresses, ids = [], []
    for attribute in _ATTRIBUTE.finditer(tag["rest"]):
        value = html.unescape(attribute["a"] or attribute["b"] or attribute["c"] or "")
        if attribute["name"].lower() == "id":
            ids.append(value)
        else:
            addresses.append(read_address(value))
    name = tag["name"].lower()
    opens = name in _VERBATIM and not tag["closing"] and not tag["rest"].endswith("/")
    return HtmlTag(tag.end(), tuple(addresses), tuple(ids), name if opens else "")
