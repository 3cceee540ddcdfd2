"""A note of one state of a vault -> its article, as the site would show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from markdown import Markdown

from estiba.catalogue import Catalogue, own_catalogue
from estiba.checks.judged import JudgedExample, judged_examples
from estiba.checks.rules import Rules
from estiba.comparing.snapshot import Snapshot
from estiba.markdown.embedding import standard_markdown
from estiba.markdown.page import JudgedText, Page
from estiba.markdown.stop import Stop
from estiba.markdown.time_limit import TooLong, time_limit
from estiba.vault.note import Note

SECONDS = 10
"""What one note may take."""
LARGEST = 300_000
"""Characters of a note that is shown as an article."""


class NotShown(Exception):
    """A note of which no article can be made here; `reason` is a key of the catalogue."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(slots=True)
class Renderer:
    """Makes articles of the notes of one snapshot, by one converter."""

    snapshot: Snapshot
    rules: Rules
    catalogue: Catalogue
    _page: Page = field(default_factory=Page)
    _converter: Markdown | None = None

    def judged(self, path: str) -> tuple[JudgedExample, ...]:
        """Give the examples of the note at `path`, one of those that were looked at."""
        findings = self.snapshot.findings.get(path)
        if findings is None:
            return ()
        return tuple(judged_examples(self.snapshot.examples[path], findings, self.rules))

    def article(self, note: Note) -> str:
        """Give the HTML of the body of `note`, as untrusted as the note; raises `NotShown`."""
        if len(note.text) > LARGEST:
            raise NotShown("too-large")
        self._prepare(note)
        if self._converter is None:
            self._converter = standard_markdown(self._page)
        try:
            with time_limit(SECONDS):
                article = self._converter.reset().convert(note.body)
        except TooLong:
            self._begin_anew()
            raise NotShown("too-slow") from None
        if self._page.stopped == Stop.TOO_DEEP:
            raise NotShown("too-deep")
        return article

    def _prepare(self, note: Note) -> None:
        page = self._page
        page.path, page.vault = note.path, self.snapshot.vault
        page.catalogue = own_catalogue(note.language) or self.catalogue
        page.heading = note.heading_to_lift
        by_line = self._by_line(note)
        page.judged = JudgedText(note.body, by_line, note.body_line, note.fences, note.marks)

    def _by_line(self, note: Note) -> Mapping[int, JudgedExample]:
        return {one.shown.first_line - note.body_line: one for one in self.judged(note.path)}

    def _begin_anew(self) -> None:
        """Leave behind what stopped in the middle of its work."""
        self._page, self._converter = Page(), None
