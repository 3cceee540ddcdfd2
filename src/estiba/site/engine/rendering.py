"""Pages to files, as far as they would not come out the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mkdocs.commands import build
from mkdocs.structure.files import InclusionLevel

from estiba.progress import with_progress
from estiba.site.engine.asked_view import AskedFiles, AskedNavigation, AskedView
from estiba.site.engine.asking import Questions
from estiba.site.engine.outputs import Outputs, Rendered
from estiba.site.engine.page_facts import PageFacts
from estiba.site.state import state_of
from estiba.workers import in_workers

if TYPE_CHECKING:
    import jinja2
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page

    from estiba.site.engine.session import Session

_build_page = build._build_page  # noqa: SLF001 - MkDocs offers no other way


class Outcome(NamedTuple):
    """What came of a page."""

    rendered: Rendered
    is_kept: bool
    """Whether it is that of the last build."""


class Rendering:
    """Renders the pages of one build."""

    def __init__(self, session: Session, view: AskedView, outputs: Outputs, facts: PageFacts) -> None:
        """Take what it works with."""
        self._session, self._config, self._nav = session, session.config, session.nav
        self._view, self._outputs, self._facts = view, outputs, facts
        self._env: jinja2.Environment | None = None
        self._coming: Iterator[Outcome] | None = None
        self.rendered = 0
        """How many pages were written."""
        self._files: Sequence[File] = ()

    def build_page(self, page: Page, files: Sequence[File], env: jinja2.Environment) -> None:
        """Write the file of `page`, or take over the last one; pages come in the order of `files`."""
        path = page.file.dest_uri
        if not self._session.is_made(page):
            self._outputs.keep_page(path, self._outputs.last.pages[path])
            return
        if self._coming is None:
            self._files, self._env = files, env
            pages = [file.page for file in files if file.page and self._session.is_made(file.page)]
            self._coming = with_progress(in_workers(self._build, pages), len(pages), "rendering")
        outcome = next(self._coming)
        if outcome.is_kept:
            self._outputs.keep_page(path, outcome.rendered)
        else:
            self.rendered += 1
            self._outputs.wrote_page(path, outcome.rendered)

    def _build(self, page: Page) -> Outcome:
        facts = self._facts.digest(page, self._session.content_of(page))
        last = self._outputs.last.pages.get(page.file.dest_uri)
        is_same = last is not None and last.facts == facts and self._outputs.is_there(page.file.dest_uri)
        if is_same and last is not None and self._view.answers(last.questions) == last.answers:
            return Outcome(last, is_kept=True)
        return Outcome(self._render(page, facts), is_kept=False)

    def _render(self, page: Page, facts: bytes) -> Rendered:
        state, questions = state_of(self._config), Questions()
        state.refused_scripts, before = {}, state.refused_scripts
        self._session.fill(page)
        self._view.questions = questions
        try:
            _build_page(
                page,
                self._config,
                AskedFiles(self._files, questions),
                AskedNavigation(self._nav, questions),  # type: ignore[arg-type]
                self._env,  # type: ignore[arg-type]
                excluded=page.file.inclusion is InclusionLevel.EXCLUDED,
            )
        finally:
            self._view.questions = None
            refused, state.refused_scripts = state.refused_scripts, before
        page.content = None
        answers = b"" if questions.is_open else questions.answers
        return Rendered(facts, tuple(questions.asked), answers, tuple(sorted(refused)))
