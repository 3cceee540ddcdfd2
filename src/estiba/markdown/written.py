"""Which HTML on a page its author wrote, while Python-Markdown is at work."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import HtmlInlineProcessor
from markdown.preprocessors import Preprocessor


class Written(str):
    """A piece of HTML in the stash, as the author of the note wrote it."""

    __slots__ = ()


class MarkWrittenBlocks(Preprocessor):
    """Marks what was put into the stash since `before` ran.

    One stands just above the reader of HTML, the other just below it.
    """

    def __init__(self, md: Markdown, before: MarkWrittenBlocks | None = None) -> None:
        super().__init__(md)
        self.before = before
        self.count = 0

    def run(self, lines: list[str]) -> list[str]:
        """Leave `lines` as they are."""
        self.count = self.md.htmlStash.html_counter
        stash = self.md.htmlStash.rawHtmlBlocks
        for number in range(self.before.count if self.before else self.count, self.count):
            block = stash[number]
            if isinstance(block, str):
                stash[number] = Written(block)
        return lines


class MarkWrittenTags(HtmlInlineProcessor):
    """Marks the tags that stand within text."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        """Store the tag, and mark it."""
        found = super().handleMatch(m, data)
        stash = self.md.htmlStash.rawHtmlBlocks
        stash[-1] = Written(stash[-1])
        return found
