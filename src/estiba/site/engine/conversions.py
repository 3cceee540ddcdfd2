"""The conversions of a build: out of the store, from another process, or made here and now."""

from __future__ import annotations

from collections.abc import Iterator, MutableSet
from typing import TYPE_CHECKING, Any

from mkdocs.structure.toc import get_toc

from estiba.folding import unique
from estiba.kept.shelf import Shelf
from estiba.site.engine.asking import AskedVault, Question, Questions
from estiba.site.engine.conversion import Conversion
from estiba.site.engine.converter import Converter
from estiba.site.examples.files import put_into_site
from estiba.site.examples.shown import shown_examples
from estiba.site.state import keeper_of, state_of, vault_of
from estiba.store.digests import digest
from estiba.store.packing import pack
from estiba.store.store import Store
from estiba.vault.files.addresses import TakenPlaces

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


_BASIS = "basis"


class Conversions:
    """Converts the pages of one build, each once in many builds."""

    def __init__(self, store: Store, basis: bytes, config: MkDocsConfig, files: Files) -> None:
        """Begin; `basis` is the digest of what all pages depend on: nothing is kept where it is empty."""
        self._store, self._basis, self._config, self._files = store, basis, config, files
        self._converter = Converter(config, files)
        self._kept = Shelf[Conversion](store, "page")
        self.is_new = not basis or store.get(_BASIS, basis) is None
        """Whether no build before has had the same basis."""
        if basis:
            store.put(_BASIS, basis, b"")

    def key(self, page: Page) -> bytes:
        """Give what a conversion of `page` depends on, but for what it asks; its events have been run."""
        state, path = state_of(self._config), page.file.src_uri
        shown, note = state.markdown_page, vault_of(self._config).notes.get(path)
        tags = [tag.key for tag in vault_of(self._config).tags_of(note)] if note else []
        file, text = page.file, (page.markdown or "").encode("utf-8", "surrogatepass")
        inputs = (
            (path, file.url, file.dest_uri, file.inclusion.name, str(page.title), tags),
            (shown.heading, shown.catalogue.language, shown.diagram_script, shown.vault is None),
        )
        judged = keeper_of(state).judged_key(path) if note else b""
        return digest(self._basis, text, judged, repr(inputs).encode("utf-8", "surrogatepass"))

    def find(self, page: Page, key: bytes) -> Conversion | None:
        """Give the conversion that is kept, if it would come out the same now."""
        kept = self._kept.get(key)
        return kept if kept is not None and self._answers(page, kept.questions) == kept.answers else None

    def make(self, page: Page) -> tuple[Conversion, str]:
        """Convert `page`, and note what its examples are given in the site."""
        state, questions = state_of(self._config), Questions()
        shown = state.markdown_page
        self._listen(questions)
        state.conversion, state.questions, state.placed = None, questions, []
        try:
            converted = self._converter.convert(page, questions)
        finally:
            state.questions = None
        conversion = Conversion(
            html=digest(converted.html.encode("utf-8", "surrogatepass")),
            contents=converted.contents,
            title=converted.title,
            anchor=shown.anchor,
            stopped=shown.stopped,
            fault=shown.fault,
            shown=shown_examples(state, page.file.src_uri),
            placed=tuple(state.placed),
            questions=tuple(questions.asked),
            answers=questions.answers,
        )
        return conversion, converted.html

    def keep(self, key: bytes, conversion: Conversion, html: str) -> None:
        """Keep a conversion for builds to come."""
        if self._basis:
            self._kept.put(key, pack(conversion))
            self._store.put("html", conversion.html, html.encode("utf-8", "surrogatepass"))

    def html(self, conversion: Conversion) -> str | None:
        """Give the HTML of a conversion that is kept."""
        found = self._store.get("html", conversion.html)
        return None if found is None else found.decode("utf-8", "surrogatepass")

    def again(self, page: Page) -> str:
        """Convert `page` once more, for its HTML alone."""
        state = state_of(self._config)
        page.read_source(self._config)
        page.markdown = self._config.plugins.on_page_markdown(
            page.markdown or "", page=page, config=self._config, files=self._files
        )
        taken, state.taken = state.taken, TakenPlaces(state.taken)
        try:
            return self.make(page)[1]
        finally:
            state.taken = taken

    def settle(self, page: Page, conversion: Conversion, *, is_made_here: bool) -> None:
        """Give `page`, and the features of the build, what came of it besides the HTML."""
        state = state_of(self._config)
        shown = state.markdown_page
        shown.anchor, shown.stopped, shown.fault = conversion.anchor, conversion.stopped, conversion.fault
        state.conversion = conversion
        page.toc = get_toc(conversion.contents)
        page._title_from_render = conversion.title  # noqa: SLF001 - as Page.render does
        if not is_made_here:
            for placed in conversion.placed:
                put_into_site(placed, self._config, self._files)

    def _listen(self, questions: Questions) -> None:
        shown = state_of(self._config).markdown_page
        shown.url_of = questions.heed("url_of", shown.url_of)
        shown.is_page = questions.heed("is_page", shown.is_page)
        shown.tag_path = questions.heed("tag_path", shown.tag_path)
        shown.check_url = questions.heed("check_url", shown.check_url)
        if shown.vault is not None:
            shown.vault = AskedVault.of(shown.vault, questions, keeper_of(state_of(self._config)).keys)

    def _answers(self, page: Page, questions: tuple[Question, ...]) -> bytes:
        """Ask again, and give the digest of the answers."""
        state = state_of(self._config)
        shown, vault, again = state.markdown_page, vault_of(self._config), Questions()
        keys, taken = keeper_of(state).keys, _Taking(state.taken)
        ask: dict[str, Any] = {
            "url_of": shown.url_of,
            "is_page": shown.is_page,
            "tag_path": shown.tag_path,
            "check_url": shown.check_url,
            "resolve": vault.resolve,
            "refusal_of": vault.refusal_of,
            "note": lambda path: vault.notes.get(path) and keys.get(path),
            "address": lambda url: self._converter.address(page, url),
            "free": lambda stem, suffix: unique(stem, taken, suffix=suffix),
        }
        for name, given in questions:
            again.note(name, given, ask[name](*given))
        return again.answers


class _Taking(MutableSet[str]):
    """Places that are taken, and more that would be, without taking them."""

    def __init__(self, taken: MutableSet[str]) -> None:
        self._taken, self._more = taken, set[str]()

    def __contains__(self, place: object) -> bool:
        return place in self._more or place in self._taken

    def __iter__(self) -> Iterator[str]:
        yield from self._more

    def __len__(self) -> int:
        return len(self._more)

    def add(self, value: str) -> None:
        self._more.add(value)

    def discard(self, value: str) -> None:
        self._more.discard(value)
