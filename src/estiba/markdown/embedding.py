"""Shows notes, or parts of them, within the page of another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from markdown import Markdown
from markupsafe import Markup

from estiba.markdown.embedded_html import without_clashes
from estiba.markdown.html_template import HtmlTemplate
from estiba.markdown.standard import STANDARD
from estiba.vault.links.excerpts import Excerpt, excerpt_of, text_of, whole
from estiba.vault.links.targets import Target
from estiba.vault.note import Note

if TYPE_CHECKING:
    from estiba.markdown.page import Page

_DEEPEST = 5
_MOST_EMBEDS = 100
_MOST_CHARACTERS = 400_000
_BLOCK = HtmlTemplate(
    '<div class="estiba-embed" data-search-exclude>'
    '<p class="estiba-embed__from"><a href="{href}">{title}</a></p>{content}</div>'
)


def standard_markdown(page: Page) -> Markdown:
    """Make a converter with the extensions that notes are written for."""
    configs: dict[str, dict[str, Any]] = {name: dict(options) for name, options in STANDARD.items()}
    return Markdown(extensions=[*configs, "estiba"], extension_configs={**configs, "estiba": {"page": page}})


@dataclass(slots=True)
class Embedder:
    """Converts what is shown within a page; it is made anew for each build, and used for many pages."""

    make_page: Callable[[], Page]
    make_markdown: Callable[[Page], Markdown] = standard_markdown
    _converters: list[tuple[Markdown, Page]] = field(default_factory=list)
    """One for each depth, since none can begin anew while it is at work."""
    _count: int = 0
    _characters: int = 0

    def begin(self) -> None:
        """Begin a page that is not embedded."""
        self._count = self._characters = 0

    def show(self, target: Target, title: str, page: Page) -> Markup | None:
        """Give the note of `target`, or its part, to be shown within `page`.

        None where it would go in circles, or be too much: then it is a link.
        """
        note = page.vault.notes.get(target.path) if page.vault else None
        if note is None or page.vault is None:
            return None
        own = page.vault.notes.get(page.path)
        around = page.around or ((whole(own),) if own else ())
        excerpt = excerpt_of(note, target)
        text = text_of(note, excerpt)
        if excerpt in around or len(around) > _DEEPEST or not self._affords(text):
            return None
        md, inner = self._converter(len(around))
        self._prepare(inner, page, note, (*around, excerpt))
        prefix = f"estiba-embed-{self._count}-"
        home = page.url_of(note.path)
        content = without_clashes(self._converted(text, md, inner, len(around)), prefix, home)
        href = home + (f"#{quote(target.anchor)}" if target.anchor else "")
        return _BLOCK.format(href=href, title=title or _title(note, target), content=Markup(content))  # nosec B704 # noqa: S704

    def _converted(self, text: str, md: Markdown, inner: Page, depth: int) -> str:
        """Convert `text`; what was stopped on the way is not used again: nobody knows what it was at."""
        is_done = False
        try:
            html = md.reset().convert(text)
            is_done = inner.stopped is None
        finally:
            if not is_done:
                del self._converters[depth:]
        return html

    def _affords(self, text: str) -> bool:
        self._count += 1
        self._characters += len(text)
        return self._count <= _MOST_EMBEDS and self._characters <= _MOST_CHARACTERS

    def _converter(self, depth: int) -> tuple[Markdown, Page]:
        while len(self._converters) <= depth:
            page = self.make_page()
            self._converters.append((self.make_markdown(page), page))
        return self._converters[depth]

    def _prepare(self, inner: Page, page: Page, note: Note, around: tuple[Excerpt, ...]) -> None:
        inner.is_embedded = True
        inner.catalogue = page.catalogue
        inner.path, inner.vault = note.path, page.vault
        inner.url_of, inner.tag_path, inner.check_url = page.url_of, page.tag_path, page.check_url
        inner.is_page = page.is_page
        inner.diagram_script = page.diagram_script
        inner.embedder, inner.around = self, around
        inner.heading = note.heading_to_lift if around[-1] == whole(note) else None


def _title(note: Note, target: Target) -> str:
    return f"{note.title} > {target.section.text}" if target.section else note.title
