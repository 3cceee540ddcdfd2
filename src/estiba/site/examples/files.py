"""Every example of a page as a file beside the page, and what its reader sets as another."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import get_relative_url

from estiba.checks.judged import JudgedExample
from estiba.compose.variables.env_example import env_example
from estiba.folding import slug, unique
from estiba.markdown.fetch_command import Source
from estiba.markdown.page import ExampleFiles
from estiba.site.engine.conversion import SiteExample
from estiba.site.examples.entry import Entry, entry_of
from estiba.site.invocation import invocation
from estiba.site.page_folder import folder_of
from estiba.site.state import state_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_STEM, _SUFFIX = "compose", ".yaml"
_ENV_STEM, _ENV_SUFFIX = ".env", ".example"
_OF_PREVIEW = (InclusionLevel.DRAFT, InclusionLevel.EXCLUDED)
"""Of pages that only `mkdocs serve` shows."""
_OF_HOME = re.compile(r"\.env(?:-[0-9]+)*\.example")


@event_priority(-100)
def on_pre_build(config: MkDocsConfig) -> None:
    """Clear away what the build before left at the site's root: MkDocs spares what begins with a point."""
    site = Path(config.site_dir)
    if invocation().dirty or not site.is_dir():
        return
    for path in site.iterdir():
        if is_of_home(path.name) and path.is_file():
            path.unlink()


def is_of_home(name: str) -> bool:
    """Whether a file at the site's root belongs to an example of its home page, and begins with a point."""
    return _OF_HOME.fullmatch(name) is not None


@event_priority(900)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Get ready to give each example of the page its files."""
    place = _Placing(page, config, files)
    state_of(config).markdown_page.place = place


class _Placing:
    """Places the examples of one page."""

    def __init__(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        self._page = page
        self._config = config
        self._files = files
        self._state = state_of(config)
        self._folder = folder_of(page.file)

    def __call__(self, judged: JudgedExample) -> ExampleFiles:
        shown = judged.shown
        compose = self._free(self._folder + _STEM, _SUFFIX)
        number = PurePosixPath(compose).stem.removeprefix(_STEM)
        variables = env_example(
            shown.example_variables, shown.model, shown.variables, self._state.markdown_page.catalogue
        )
        env = self._free(f"{self._folder}{_ENV_STEM}{number}", _ENV_SUFFIX) if variables else None
        placed = SiteExample(
            compose,
            shown.example.text,
            env,
            variables.text if variables else "",
            self._entry(judged, compose, env),
        )
        put_into_site(placed, self._config, self._files)
        self._state.placed.append(placed)
        is_to_fill = variables is not None and variables.is_to_fill
        return ExampleFiles(
            self._relative(compose),
            self._relative(env) if env else None,
            self._source(compose, env, number, is_to_fill=is_to_fill),
        )

    def _free(self, stem: str, suffix: str) -> str:
        place = unique(stem, self._state.taken, suffix=suffix)
        if self._state.questions is not None:
            self._state.questions.note("free", (stem, suffix), place)
        return place

    def _entry(self, judged: JudgedExample, compose: str, env: str | None) -> Entry | None:
        path = self._page.file.src_uri
        if self._page.file.inclusion in _OF_PREVIEW or self._state.is_unlisted(path):
            return None
        env_url = None if env is None else _url(env)
        return entry_of(judged, self._page, self._config, compose=_url(compose), env=env_url)

    def _relative(self, place: str) -> str:
        return get_relative_url(_url(place), self._page.file.url)

    def _source(self, compose: str, env: str | None, number: str, *, is_to_fill: bool) -> Source | None:
        site_url = self._config.site_url
        if not site_url:
            return None
        name = PurePosixPath(self._folder).name or self._config.site_name
        return Source(
            urljoin(site_url, _url(compose)),
            urljoin(site_url, _url(env)) if env else None,
            slug(name, fallback=_STEM) + number,
            is_to_fill=is_to_fill,
        )


def put_into_site(placed: SiteExample, config: MkDocsConfig, files: Files) -> None:
    """Add the files of an example to those that the site will have, and tell of it."""
    state = state_of(config)
    texts = ((placed.file, placed.text), (placed.env_file, placed.env_text))
    for place, text in texts:
        if place is not None:
            files.append(File.generated(config, place, content=text, inclusion=InclusionLevel.INCLUDED))
            state.taken.add(place)
    if placed.entry is not None:
        state.examples.append(placed.entry)


def _url(place: str) -> str:
    """Give the address of a file of the site, as MkDocs makes it."""
    return quote(place)
