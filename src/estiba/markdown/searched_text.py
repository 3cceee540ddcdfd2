"""What of a page the search reads, and what is furniture."""

from __future__ import annotations

from html.parser import HTMLParser

_MARK = "data-search-exclude"
_CLASSES = ("headerlink", "linenos", "footnote-backref", "twemoji")
_TAGS = ("button", "form", "nav")
_UNSEEN = ("script", "style", "template")
_EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())
"""Elements of HTML that have no end."""
NOT_SEARCHED = ",".join((f"[{_MARK}]", *(f".{name}" for name in _CLASSES), *_TAGS))
"""Selectors of what is no text of a page's author."""


def searched_text(html: str) -> str:
    """Give the words of `html`, in which every element ends, that a search reads; parted by single spaces."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return " ".join(" ".join(parser.parts).split())


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._left_out = ""
        """The tag of what is left out, while it goes on."""
        self._depth = 0
        """Elements of that tag that are open in one another."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._left_out and tag not in _EMPTY and _is_left_out(tag, dict(attrs)):
            self._left_out = tag
        self._depth += tag == self._left_out

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag == self._left_out
        if not self._depth:
            self._left_out = ""

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self.parts.append(data)


def _is_left_out(tag: str, given: dict[str, str | None]) -> bool:
    classes = (given.get("class") or "").split()
    return tag in (*_TAGS, *_UNSEEN) or _MARK in given or any(name in classes for name in _CLASSES)
