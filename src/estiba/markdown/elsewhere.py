"""What a page would ask of another site becomes a link to it, unless the owner allows it.

So nobody but the site hears of who reads a note, and a page reads the same without the network.
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from markdown import Markdown
from markdown.postprocessors import Postprocessor
from markupsafe import Markup

from estiba.catalogue import Catalogue
from estiba.markdown.html_template import HtmlTemplate
from estiba.markdown.page import Page
from estiba.security import DIRECTIVES, Security, host_of, plain
from estiba.vault.text.raw_tags import RawAttribute, RawTag, read_raw_tag

_CANDIDATE = re.compile(rf"<(?:/?a|{'|'.join(DIRECTIVES)})(?=[\s/>])", re.IGNORECASE)
_ASKING = re.compile(rf"<(?:{'|'.join(DIRECTIVES)})", re.IGNORECASE)
_FRAME = re.compile(r"<(?:/?a|iframe)(?=[\s/>])", re.IGNORECASE)
_FRAME_REST = re.compile(r"[^<]*</iframe\s*>", re.IGNORECASE)
_NAMED_BY = ("alt", "aria-label", "title")
_INNER = frozenset(("source", "track"))
_PLAYERS = frozenset(("audio", "video"))
_LINK = HtmlTemplate('<a class="estiba-elsewhere" href="{}">{}</a>')
_WORDS = HtmlTemplate('<span class="estiba-elsewhere">{}</span>')
_PLAYER = HtmlTemplate("<{} hidden>")
_TAG, _NAME, _ATTRIBUTE = HtmlTemplate("<{}{}>"), HtmlTemplate(" {}"), HtmlTemplate(' {}="{}"')
_WEB = ("https://", "http://", "//")


class LinkElsewhere(Postprocessor):
    """Goes over the whole page, whoever wrote the element: Markdown, HTML, a note that is shown in it."""

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, text: str) -> str:
        """Do it by the policy of the vault; of a page of no vault, only frames become links."""
        vault = self.page.vault
        if vault is None:
            return without_elsewhere(text, Security(), self.page.catalogue, candidates=_FRAME)
        return without_elsewhere(text, vault.config.security, self.page.catalogue)


def without_elsewhere(
    text: str, security: Security, catalogue: Catalogue, *, candidates: re.Pattern[str] = _CANDIDATE
) -> str:
    """Give the HTML `text` with links instead of what `security` does not allow it to show."""
    if not _ASKING.search(text):
        return text
    parts: list[str] = []
    done, in_link = 0, False
    for match in candidates.finditer(text):
        tag = read_raw_tag(text, match.start()) if match.start() >= done else None
        if tag is None:
            continue
        if tag.name == "a":
            in_link = not tag.is_closing
            continue
        refused = {one.name for one in tag.attributes if _is_refused(one, tag, security)}
        if refused:
            shown = _shown_instead(tag, refused, catalogue, in_link=in_link)
            parts += [text[done : match.start()], shown]
            frame = _FRAME_REST.match(text, tag.end) if tag.name == "iframe" else None
            done = frame.end() if frame else tag.end
    return "".join((*parts, text[done:]))


def _is_refused(attribute: RawAttribute, tag: RawTag, security: Security) -> bool:
    value = attribute.value or ""
    if attribute.name == "src":
        return not security.allows(DIRECTIVES[tag.name], value)
    if attribute.name == "poster":
        return not security.allows("img-src", value)
    if attribute.name == "srcset":
        addresses = (one.split()[0] for one in value.split(",") if one.strip())
        return not all(security.allows("img-src", address) for address in addresses)
    return False


def _shown_instead(tag: RawTag, refused: set[str], catalogue: Catalogue, *, in_link: bool) -> Markup:
    if "src" not in refused:
        return _written(tag, refused)
    if tag.name in _INNER:
        return Markup()
    address = plain(tag.value("src") or "")
    name = next((tag.value(one) for one in _NAMED_BY if tag.value(one)), "") or _file_name(address)
    kind = "picture" if tag.name == "img" else "media"
    words = catalogue.text(f"elsewhere.{kind}", name=name, host=host_of(address))
    is_led_to = address.lower().startswith(_WEB) and not in_link
    link = _LINK.format(address, words) if is_led_to else _WORDS.format(words)
    return link + _PLAYER.format(tag.name) if tag.name in _PLAYERS else link


def _file_name(address: str) -> str:
    """Name what has no name by the last part of its address."""
    path = urlsplit(address).path if host_of(address) else ""
    return unquote(path.rstrip("/").rpartition("/")[2]) or address


def _written(tag: RawTag, without: set[str]) -> Markup:
    kept = (one for one in tag.attributes if one.name not in without)
    written = (
        _NAME.format(one.name) if one.value is None else _ATTRIBUTE.format(one.name, one.value)
        for one in kept
    )
    return _TAG.format(tag.name, Markup().join(written))
