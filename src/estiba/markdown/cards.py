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

from estiba.markdown.html_template import HtmlTemplate
from estiba.vault.text.pasted_cards import card_end

_CARD = HtmlTemplate(
    '<{tag} class="estiba-card"{link}>'
    '<span class="estiba-card__title">{title}</span>{description}{host}</{tag}>'
)
_LINK = HtmlTemplate(' href="{}" rel="noopener"')
_HOST = HtmlTemplate('<span class="estiba-card__host">{}</span>')
_DESCRIPTION = HtmlTemplate('<span class="estiba-card__text">{}</span>')
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Card:
    """A link with the words that announce it."""

    url: str
    """A web address; empty where there was none."""
    title: str
    description: str
    host: str


def read_card(text: str) -> tuple[Card, int] | None:
    """Read the block with which `text` begins; also gives the offset of what is behind it.

    A block that is never closed ends with the last tag of its first line. None where
    that line holds no whole tag.
    """
    end = card_end(text)
    if end is None:
        return None
    parser = _Parser()
    parser.feed(text[:end])
    url, host = _web_address(parser.url)
    words = [" ".join(one.split()) for one in (parser.heading, *parser.paragraphs)]
    title, *others = [one for one in words if one and one != parser.url] or [host]
    return Card(url, title, next((one for one in others if one != title), ""), host), end


def render_card(card: Card) -> Markup:
    """Render `card` without a picture, a style or a request to anybody."""
    return _CARD.format(
        tag="a" if card.url else "span",
        link=_LINK.format(card.url) if card.url else "",
        title=card.title,
        description=_DESCRIPTION.format(card.description) if card.description else "",
        host=_HOST.format(card.host) if card.host else "",
    )


def _web_address(url: str) -> tuple[str, str]:
    """Give `url` and its host; empty if it is no address of the web."""
    try:
        address = urlsplit(url)
        host = address.hostname
    except ValueError:
        return "", ""
    return (url, host) if address.scheme in ("http", "https") and host else ("", "")


class _Parser(HTMLParser):
    """Finds the first link, the heading and the paragraphs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.url = ""
        self.heading = ""
        self.paragraphs: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and not self.url:
            self.url = (dict(attrs).get("href") or "").strip()
        elif tag in _HEADINGS:
            self.inside = "heading"
        elif tag == "p":
            self.inside = "paragraph"
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "p" or tag in _HEADINGS:
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside == "heading":
            self.heading += data
        elif self.inside == "paragraph":
            self.paragraphs[-1] += data
