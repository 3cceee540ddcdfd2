"""Every example of a page as a file beside the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import get_relative_url

from estiba.checks.judged import JudgedExample
from estiba.folding import unique
from estiba.markdown.page import ExampleFiles
from estiba.site.page_folder import folder_of
from estiba.site.state import state_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_STEM, _SUFFIX = "compose", ".yaml"


@event_priority(900)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Get ready to give each example of the page its file."""
    state = state_of(config)
    folder = folder_of(page.file)

    def place(judged: JudgedExample) -> ExampleFiles:
        uri = unique(folder + _STEM, state.taken, suffix=_SUFFIX)
        file = File.generated(
            config, uri, content=judged.shown.example.text, inclusion=InclusionLevel.INCLUDED
        )
        files.append(file)
        return ExampleFiles(get_relative_url(file.url, page.file.url))

    state.markdown_page.place = place
