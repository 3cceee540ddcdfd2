"""What an article of a review leads to, and shows: its other notes, pictures as data, else words."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

_PLAYERS = ("audio", "video")
_OUTSIDE = "estiba-review-outside"
_INSIDE = "estiba-review-inside"

PathTo = Callable[[str], str]


def with_addresses(html: str, path: str, place_of: PathTo, picture_of: PathTo) -> str:
    """Write the links and pictures of an article anew; `html` is clean (`sanitised`).

    `path` is that of its note. `place_of` gives the id under which the note at a path stands in the
    review, `picture_of` the data of a picture; each may give nothing. Pictures of elsewhere are not
    shown: their address is.
    """
    parser = _Parser(path, place_of, picture_of)
    parser.feed(html)
    parser.close()
    return "".join(parser.parts)


class _Parser(HTMLParser):
    """Copies clean HTML; writes only those tags anew that lead somewhere."""

    def __init__(self, path: str, place_of: PathTo, picture_of: PathTo) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self._path = path
        self._place_of = place_of
        self._picture_of = picture_of
        self._links = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a":
            self._links += 1
            self.parts.append(self._link(given))
        elif tag == "img":
            self.parts.append(self._picture(given))
        elif tag in _PLAYERS:
            self.parts.append(f'<span class="{_OUTSIDE}">{escape(given.get("src", ""))} ')
        else:
            self.parts.append(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._links -= tag == "a"
        self.parts.append(f"</{'span' if tag in _PLAYERS else tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self.parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.parts.append(f"&#{name};")

    def _link(self, given: dict[str, str]) -> str:
        href = given.pop("href", "")
        inner = self._inner(href)
        if inner is None:
            return _tag("a", {**given, "href": href} if href else given)
        place = self._place_of(inner)
        given |= {"title": inner, "class": f"{given.get('class', '')} {_INSIDE}".strip()}
        return _tag("a", {**given, "href": f"#{place}"} if place else given)

    def _picture(self, given: dict[str, str]) -> str:
        source = given.pop("src", "")
        if source.startswith("data:image/"):
            return _tag("img", {"src": source, **given})
        inner = self._inner(source)
        data = self._picture_of(inner) if inner is not None else ""
        if data:
            return _tag("img", {"src": data, **given})
        words = escape(" ".join(filter(None, (given.get("alt"), f"({inner or source})"))))
        if inner is not None or self._links:
            return f'<span class="{_OUTSIDE}">{words}</span>'
        return f'<a class="{_OUTSIDE}" rel="noopener noreferrer nofollow" href="{escape(source)}">{words}</a>'

    def _inner(self, address: str) -> str | None:
        """Give the path in the vault that a relative `address` leads to; None for any other."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return None
        if parts.scheme or parts.netloc or not parts.path:
            return None
        path = unquote(parts.path)
        if path.startswith("/"):
            return path.removeprefix("/")
        return posixpath.normpath(posixpath.join(posixpath.dirname(self._path), path))


def _tag(name: str, attributes: dict[str, str]) -> str:
    return "".join([f"<{name}", *(f' {key}="{escape(value)}"' for key, value in attributes.items()), ">"])
