"""The left-over of an Obsidian plugin (`obsidian-meta-links`) -> a link card of our own.

That plugin pastes HTML with inline styles on variables that only Obsidian has, and an
image from a third party. What is worth keeping in it is an address, a title and a
description.
"""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit

from markupsafe import Markup

OPENING = '<div class="obsidian-meta-links"'
_CARD = Markup(
    '<a class="estiba-card" href="{url}" rel="noopener">'
    '<span class="estiba-card__title">{title}</span>{description}'
    '<span class="estiba-card__host">{host}</span></a>'
)
_DESCRIPTION = Markup('<span class="estiba-card__text">{}</span>')
_NO_CLOSE = frozenset({"img", "br", "hr", "input", "meta", "link", "wbr", "source"})


@dataclass(frozen=True, slots=True)
class Card:
    """A link with the words that announce it."""

    url: str
    title: str
    description: str
    host: str


def read_card(text: str) -> tuple[Card, str] | None:
    """Read the block with which `text` begins; also gives the text glued behind it.

    None where the block does not end in `text`, or holds no web address.
    """
    parser = _Parser()
    parser.feed(text)
    if parser.end is None or not parser.url:
        return None
    try:
        address = urlsplit(parser.url)
        host = address.hostname
    except ValueError:
        return None
    if address.scheme not in ("http", "https") or not host:
        return None
    line, column = parser.end
    offset = sum(len(one) + 1 for one in text.split("\n")[: line - 1]) + column + len("</div>")
    texts = [" ".join(words.split()) for words in parser.paragraphs]
    described = next((one for one in texts if one and one not in (parser.url, parser.heading)), "")
    title = " ".join(parser.heading.split()) or host
    return Card(parser.url, title, described if described != title else "", host), text[offset:]


def render_card(card: Card) -> Markup:
    """Render `card` without a picture, a style or a request to anybody."""
    return _CARD.format(
        url=card.url,
        title=card.title,
        host=card.host,
        description=_DESCRIPTION.format(card.description) if card.description else "",
    )


class _Parser(HTMLParser):
    """Reads up to the end of the first element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.depth = 0
        self.end: tuple[int, int] | None = None
        self.url = ""
        self.heading = ""
        self.paragraphs: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.end is not None or tag in _NO_CLOSE:
            return
        self.depth += tag == "div"
        if tag == "a" and not self.url:
            self.url = (dict(attrs).get("href") or "").strip()
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.inside = "heading"
        elif tag == "p":
            self.inside = "paragraph"
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        if self.end is not None:
            return
        if tag == "div":
            self.depth -= 1
            if self.depth == 0:
                self.end = self.getpos()
        elif tag == "p" or tag.startswith("h"):
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.end is not None:
            return
        if self.inside == "heading":
            self.heading += data
        elif self.inside == "paragraph":
            self.paragraphs[-1] += data
