"""Boxes of tasks: with any mark, as in Obsidian, and with a name for those who cannot see them."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import escape

from estiba.markdown.page import Page

_BOX = re.compile(
    r'(?P<before><(?:label class="task-list-control"|li class="task-list-item")>(?:\s*<p>)?)'
    r'<input type="checkbox" disabled(?P<checked> checked)?/>'
)


_OTHER_MARK = re.compile(r"[ \t]*\[[^\s\w\[\]^()]\](?=[ \t])")


class MarkTasks(Treeprocessor):
    """Takes every mark (`[-]`, `[?]`) for one of a task that is done, as Obsidian does.

    A letter or a digit but `x` is none: it may be a reference.
    """

    def run(self, root: Element) -> None:
        """Look at the beginnings of list items, before pymdownx.tasklist does."""
        if "task-list" not in self.md.treeprocessors:
            return
        for item in root.iter("li"):
            holder = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
            mark = _OTHER_MARK.match(holder.text or "")
            if mark and holder.text:
                holder.text = f"[x]{holder.text[mark.end() :]}"


class NameTasks(Postprocessor):
    """Gives each box a name: done, or to do."""

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, text: str) -> str:
        """Look for the boxes of the page."""
        return _BOX.sub(self._named, text)

    def _named(self, box: re.Match[str]) -> str:
        checked = box["checked"] or ""
        name = escape(self.page.catalogue.text("task.done" if checked else "task.open"))
        return f'{box["before"]}<input type="checkbox" disabled{checked} aria-label="{name}"/>'
