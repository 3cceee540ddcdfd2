"""Links and pictures in the author's own HTML, which no host looks at, lead to what they mean."""

from __future__ import annotations

import html
import re
from urllib.parse import quote

from markdown import Markdown
from markdown.postprocessors import Postprocessor

from estiba.markdown.blocks import Blocks
from estiba.markdown.link_html import with_anchor
from estiba.markdown.page import Page
from estiba.markdown.written import Written
from estiba.position import Position
from estiba.vault.links.targets import TargetKind
from estiba.vault.text.link_syntax import read_address
from estiba.vault.text.marks import Link, LinkKind

_TAG = re.compile(r"<(?:a|area|img|source|video|audio|track|embed)\s[^<>]*>", re.IGNORECASE)
_ADDRESS = re.compile(
    r"""(?P<name>\s(?:href|src|poster)\s*=\s*)(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'>]+))""",
    re.IGNORECASE,
)
_NOWHERE = Position(0, 0)


class ResolveRawLinks(Postprocessor):
    """Rewrites addresses in HTML that stands in the stash."""

    def __init__(self, md: Markdown, blocks: Blocks, page: Page) -> None:
        super().__init__(md)
        self.blocks = blocks
        self.page = page

    def run(self, text: str) -> str:
        """Go over the stash; the page itself stays as it is."""
        if self.page.vault is None:
            return text
        stash = self.md.htmlStash.rawHtmlBlocks
        for number, block in enumerate(stash):
            if isinstance(block, Written) and "<" in block:
                stash[number] = Written(_TAG.sub(self._tag, block))
        return text

    def _tag(self, tag: re.Match[str]) -> str:
        return _ADDRESS.sub(self._address, tag[0])

    def _address(self, match: re.Match[str]) -> str:
        written = html.unescape(match["a"] or match["b"] or match["c"] or "")
        if self.page.vault is None or not written or written.startswith("#"):
            return match[0]
        link = Link(LinkKind.HTML, _NOWHERE, _NOWHERE, read_address(written))
        target = self.page.vault.resolve(link, self.page.path)
        if target.kind is TargetKind.DRAFT:
            return ""
        if target.kind not in (TargetKind.NOTE, TargetKind.ATTACHMENT):
            return match[0]
        target = with_anchor(target, link)
        address = self.page.url_of(target.path) + (f"#{quote(target.anchor)}" if target.anchor else "")
        return f'{match["name"]}"{html.escape(address)}"'
