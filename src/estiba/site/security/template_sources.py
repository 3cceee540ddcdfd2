"""The HTML of a page -> what its templates run and ask for, as sources of a Content Security Policy."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import quote, urlsplit, urlunsplit

from estiba.security import is_elsewhere, plain

_RUN = frozenset(("", "text/javascript", "application/javascript", "module", "importmap", "speculationrules"))
"""Types of a script element that hold no data (https://html.spec.whatwg.org/, "The script element")."""
_LINKS = {
    "stylesheet": "style-src",
    "icon": "img-src",
    "manifest": "manifest-src",
    "modulepreload": "script-src",
}
_ADDRESSES = {"script": "script-src", "img": "img-src", "iframe": "frame-src"}
_SCRIPT = re.compile(r"<script(?P<attributes>\s[^<>]*)?>", re.IGNORECASE)
_END = re.compile(r"</script", re.IGNORECASE)
_TYPE = re.compile(r"""\stype\s*=\s*["']?(?P<type>[^"'\s>]*)""", re.IGNORECASE)
_SRC = re.compile(r"\ssrc\s*=", re.IGNORECASE)

Sources = dict[str, set[str]]


def sources_of(page: str) -> Sources:
    """Give what `page` needs: directive -> addresses on other sites, and hashes of what stands in it."""
    parser = _Parser()
    parser.feed(page)
    parser.close()
    return parser.sources


def inline_scripts(page: str) -> list[str]:
    """Give the code of each script that stands in `page` itself."""
    return [code for attributes, code in script_elements(page) if runs(attributes)]


def script_elements(page: str) -> Iterator[tuple[str, str]]:
    """Give the elements `script` of `page`, those of data among them: attributes as written, and content."""
    position = 0
    while (start := _SCRIPT.search(page, position)) and (end := _END.search(page, start.end())):
        yield start["attributes"] or "", page[start.end() : end.start()]
        position = end.end()


def hash_of(code: str) -> str:
    """Give the source that allows a script, or a style, by what it holds."""
    digest = hashlib.sha256(code.replace("\r\n", "\n").replace("\r", "\n").encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def runs(attributes: str) -> bool:
    """Whether an element `script` with these attributes runs what stands in it."""
    kind = _TYPE.search(attributes)
    return not _SRC.search(attributes) and (kind["type"].lower() if kind else "") in _RUN


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sources: Sources = {}
        self._inside = ""
        """The directive that governs the element whose text is being read."""
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._inside, self._text = "", []
        if tag == "link":
            for rel in given.get("rel", "").lower().split():
                directive = (
                    "font-src" if rel == "preconnect" and "crossorigin" in given else _LINKS.get(rel, "")
                )
                self._address(directive, given.get("href", ""))
        elif tag == "style":
            self._inside = "style-src"
        elif tag == "script" and "src" not in given:
            self._inside = "script-src" if given.get("type", "").lower() in _RUN else ""
        elif tag in _ADDRESSES:
            self._address(_ADDRESSES[tag], given.get("src", ""))

    def handle_data(self, data: str) -> None:
        if self._inside:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._inside and tag in ("script", "style"):
            self._add(self._inside, hash_of("".join(self._text)))
            self._inside = ""

    def _address(self, directive: str, written: str) -> None:
        source = _source(written)
        if directive and source:
            self._add(directive, source)

    def _add(self, directive: str, source: str) -> None:
        self.sources.setdefault(directive, set()).add(source)


def _source(written: str) -> str:
    """Give the source for one address, no more; empty for one of the site itself.

    A host that holds everybody's scripts is so not allowed as a whole.
    """
    address = plain(written)
    if not is_elsewhere(address):
        return ""
    try:
        parts = urlsplit(f"https:{address}" if address.startswith("//") else address)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not re.fullmatch(r"[A-Za-z0-9.:\-]+", parts.netloc):
        return ""
    path = quote(parts.path, safe="/%~!$&()*+=:@")
    return urlunsplit((parts.scheme, parts.netloc, "" if path == "/" else path, "", ""))
