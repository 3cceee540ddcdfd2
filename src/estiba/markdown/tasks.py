"""Boxes of tasks, of which pymdownx.tasklist says nothing to those who cannot see them."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.postprocessors import Postprocessor
from markupsafe import escape

from estiba.markdown.page import Page

_BOX = re.compile(
    r'(?P<before><(?:label class="task-list-control"|li class="task-list-item")>(?:\s*<p>)?)'
    r'<input type="checkbox" disabled(?P<checked> checked)?/>'
)


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
