"""Only those patterns are tried on the texts of a page that can match in it.

Python-Markdown tries every pattern on every text: of most, nothing stands in the whole page, and that is
seen by one character.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown import inlinepatterns as python_markdown
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from pymdownx import magiclink
from pymdownx.delimiterprocessor import DelimiterProcessor
from pymdownx.inlinehilite import InlineHilitePattern

from estiba.markdown.linking import WORD, PlaceMarked
from estiba.markdown.written import MarkWrittenTags

_NAME = "inline"
_PRIORITY = 20
"""Python-Markdown's own."""
_NEEDS = {
    python_markdown.BACKTICK_RE: "`",
    python_markdown.ESCAPE_RE: "\\",
    python_markdown.LINK_RE: "[",
    python_markdown.IMAGE_LINK_RE: "![",
    python_markdown.AUTOLINK_RE: "<",
    python_markdown.AUTOMAIL_RE: "<",
    python_markdown.HTML_RE: "<",
    python_markdown.ENTITY_RE: "&",
    python_markdown.LINE_BREAK_RE: "  \n",
    magiclink.RE_AUTOLINK: "<",
    magiclink.RE_MAIL: "@",
    r"\[\^([^\]]*)\]": "[^",
    WORD: "estiba",
}
"""Regular expression -> what stands in every match of it. The last but one is that of footnotes."""
_BRINGS_NOTHING = frozenset(
    (
        python_markdown.EscapeInlineProcessor,
        python_markdown.ReferenceInlineProcessor,
        python_markdown.LinkInlineProcessor,
        python_markdown.ImageInlineProcessor,
        python_markdown.ImageReferenceInlineProcessor,
        python_markdown.ShortReferenceInlineProcessor,
        python_markdown.ShortImageReferenceInlineProcessor,
        python_markdown.SubstituteTagInlineProcessor,
        python_markdown.HtmlInlineProcessor,
        magiclink.MagiclinkAutoPattern,
        magiclink.MagiclinkPattern,
        magiclink.MagiclinkMailPattern,
        DelimiterProcessor,
        InlineHilitePattern,
        MarkWrittenTags,
        PlaceMarked,
    )
)
"""Patterns that give others nothing to read but what stood in the page."""


class ReadInline(InlineProcessor):
    """Python-Markdown's own, but for such patterns."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply the others to `tree`."""
        of_use = list(_of_use(self.md, "".join(tree.itertext())))
        self.inlinePatterns = of_use  # type: ignore[assignment] # nothing but its length and items is asked for
        return super().run(tree, ancestors)


def read_inline(md: Markdown) -> None:
    """Have `md` do so, unless its owner has something else read the texts."""
    if type(md.treeprocessors[_NAME]) is InlineProcessor:
        md.treeprocessors.register(ReadInline(md), _NAME, _PRIORITY)


def _of_use(md: Markdown, text: str) -> Iterator[Pattern]:
    """Give the patterns that may match in `text`, and all behind one that may bring other text."""
    can_leave_out = True
    for pattern in md.inlinePatterns:
        needed = _NEEDS.get(pattern.getCompiledRegExp().pattern, "")
        if can_leave_out and needed not in text:
            continue
        yield pattern
        if type(pattern) not in _BRINGS_NOTHING or getattr(pattern, "config", {}).get("custom_inline"):
            can_leave_out = False
