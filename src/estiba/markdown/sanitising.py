"""The HTML that its author wrote into a note: on the page stands what a note may hold.

Three things work together. Each piece of HTML is cleaned tag by tag (`clean_tags`), and each element that
Python-Markdown made (`clean_tree`). Then a page with HTML of its author's is read by nh3 as browsers read
it: what was open is closed, what closes nothing is gone, and what no list has is gone once more. What is
ours, and what extensions made, is not in the page by then but in the stash, and words stand for it that
nobody can have written.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.postprocessors import Postprocessor, RawHtmlPostprocessor
from markdown.util import ETX, STX
from markupsafe import Markup

from estiba.markdown.clean_tags import cleaned, cleaned_made
from estiba.markdown.clean_tree import clean_tree
from estiba.markdown.page import Page
from estiba.markdown.written import Written
from estiba.vault.text.allowed_html import ATTRIBUTES, EMPTIED, RUNS, TAGS
from estiba.vault.text.raw_tags import RawTag, read_raw_tag

_PLACEHOLDER = rf"{STX}wzxhzdk:([0-9]+){ETX}"
_STASHED = re.compile(rf"<p>{_PLACEHOLDER}</p>|{_PLACEHOLDER}")
_ONE = re.compile(_PLACEHOLDER)
_END_OF_BLOCK = re.compile(r"</(?:p|li|t[dh]|h[1-6]|d[dt]|div|blockquote|summary)>")
_SCHEME = re.compile(r'="\s*([a-zA-Z][a-zA-Z0-9+.\-]*):')
_PICTURE = '<img src="data:image/'
_CONTROL = re.compile(f"[{STX}{ETX}]")
_ATTRIBUTES = {
    **{tag: set(names) for tag, names in ATTRIBUTES.items()},
    "*": {*ATTRIBUTES["*"], "rel", "rev", "style", "tabindex", "title"},
    "input": {"id", "name", "type", "checked", "disabled"},
    "label": {"for"},
}


class CleanPage(Postprocessor):
    """Puts the author's HTML into the page, and cleans it."""

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.page = page
        self.pieces: dict[int, str] = {}
        """What became of the author's pieces, by their number in the stash."""
        self.emptied: dict[int, RawTag] = {}
        """Tags among them of elements that are gone with all that is in them."""
        self.seen = 0
        """How many pieces of the stash were looked at."""

    def begin(self) -> None:
        """Forget the page before."""
        self.pieces, self.emptied, self.seen = {}, {}, 0

    def run(self, text: str) -> str:
        """Clean `text`, the page or a part of it."""
        if self.page.trusts_html:
            return text
        self._look_through_stash()
        if not self.pieces or STX not in text:
            return text
        merged = self._merged(self._emptied(text))
        if merged is None:
            return text
        opening, closing = (f"x{secrets.token_hex(12)}x" for _ in "12")
        made = as_browsers_read(merged.replace(STX, opening).replace(ETX, closing))
        return _CONTROL.sub("", made).replace(opening, STX).replace(closing, ETX)

    def _look_through_stash(self) -> None:
        stash = self.md.htmlStash.rawHtmlBlocks
        for number in range(self.seen, len(stash)):
            piece = stash[number]
            if isinstance(piece, Element):
                clean_tree(piece, self.md)
            elif isinstance(piece, Written):
                self.pieces[number] = stash[number] = cleaned(piece)
                tag = read_raw_tag(piece, 0)
                if tag and tag.end == len(piece) and tag.name in EMPTIED:
                    self.emptied[number] = tag
            elif not isinstance(piece, Markup):
                stash[number] = cleaned_made(piece)
        self.seen = len(stash)

    def _emptied(self, text: str) -> str:
        """Give `text` without what stands within a paragraph between the tags of such an element."""
        parts, done, opening, start = [], 0, "", 0
        for found in _ONE.finditer(text) if self.emptied else ():
            tag = self.emptied.get(int(found[1]))
            if tag is None:
                continue
            if not tag.is_closing:
                opening, start = opening or tag.name, start if opening else found.end()
            elif tag.name == opening:
                if not _END_OF_BLOCK.search(text, start, found.start()):
                    parts.append(text[done:start])
                    done = found.start()
                opening = ""
        return "".join((*parts, text[done:]))

    def _merged(self, text: str) -> str | None:
        """Give `text` with the author's pieces; None where it has none."""
        reader = self.md.postprocessors["raw_html"]
        is_block: Callable[[str], bool] = (
            reader.isblocklevel if isinstance(reader, RawHtmlPostprocessor) else bool
        )
        has_pieces = False

        def put(found: re.Match[str]) -> str:
            nonlocal has_pieces
            number, is_wrapped = int(found[1] or found[2]), bool(found[1])
            piece = self.pieces.get(number)
            if piece is None:
                return found[0]
            has_pieces = True
            if is_wrapped and piece.strip() and not is_block(piece):
                piece = f"<p>{piece}</p>"
            return _STASHED.sub(put, piece)

        merged = _STASHED.sub(put, text)
        return merged if has_pieces else None


def as_browsers_read(text: str) -> str:
    """Give `text` as a browser would understand it, without all that no list has.

    It is the second lock: addresses that run are known by then, all others are let through.
    """
    schemes = {scheme.lower() for scheme in _SCHEME.findall(text)}
    return nh3.clean(
        text,
        tags={*TAGS, "iframe", "label"},
        clean_content_tags={*EMPTIED} - {"iframe"},
        attributes=_ATTRIBUTES,
        generic_attribute_prefixes={"aria-", "data-"},
        url_schemes=(schemes | {"http"}) - RUNS | ({"data"} if _PICTURE in text else set()),
        strip_comments=False,
        link_rel=None,
    )
