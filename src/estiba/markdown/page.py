"""What a host tells the extension about the page that is converted, and what it hears back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from estiba.catalogue import Catalogue, catalogue_for
from estiba.checks.judged import JudgedExample
from estiba.compose.example import Example
from estiba.markdown.embedding import Embedder
from estiba.markdown.fetch_command import Source
from estiba.markdown.stop import Stop
from estiba.vault.links.excerpts import Excerpt
from estiba.vault.text.fences import Fence
from estiba.vault.text.marks import Marks
from estiba.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class ExampleFiles:
    """The files of an example."""

    compose: str
    """Address of its text, relative to its page."""
    env: str | None = None
    """Likewise, of its `.env.example`, if it has one."""
    source: Source | None = None
    """Where a shell finds them; None where the host has no absolute addresses."""


@dataclass(frozen=True, slots=True)
class JudgedText:
    """A text that was read, and whose examples were judged, before it came to the extension."""

    text: str
    examples: Mapping[int, JudgedExample]
    """By the line, from 1, on which the fence begins in `text`."""
    first_line: int = 1
    """What `fences` and `marks` call its first line."""
    fences: tuple[Fence, ...] = ()
    marks: Marks | None = None
    """What it holds besides words; None where nobody has looked: then `fences` count for nothing either."""


def nowhere(judged: JudgedExample) -> ExampleFiles | None:
    """Keep an example out of files: plain Python-Markdown writes none."""
    return None


def no_page(name: str) -> str:
    """Know no page about a check or a tag."""
    return ""


def no_other_page(path: str) -> bool:
    """Make no pages but those of notes."""
    return False


def no_url(path: str) -> str:
    """Leave the file at `path` where it is, from the root of the vault."""
    return quote(f"/{path}")


@dataclass(slots=True)
class Page:
    """One page on its way from Markdown to HTML."""

    catalogue: Catalogue = field(default_factory=lambda: catalogue_for("en"))
    """Texts in the language of what is on the page."""
    judged: JudgedText | None = None
    """What is known of its examples. Of another text than the one that is converted, it counts
    for nothing: then the extension judges by the usual rules.
    """
    place: Callable[[JudgedExample], ExampleFiles | None] = nowhere
    """Called for each example that somebody can run, in order: gives its files, or None."""
    check_url: Callable[[str], str] = no_page
    """Gives the address, relative to the page, of what is to be read about a check; or nothing."""
    diagram_script: str = ""
    """Address, relative to the page, of the script that draws diagrams; empty: they are shown as code."""
    path: str = ""
    """That of the note in the vault."""
    vault: Vault | None = None
    """Where links lead to; without one, what is written for Obsidian stays text."""
    url_of: Callable[[str], str] = no_url
    """Gives the address, relative to the page, of the note or file at a path of the vault."""
    is_page: Callable[[str], bool] = no_other_page
    """Whether there is a page that is no note at a path of the vault: one that the host makes."""
    tag_path: Callable[[str], str] = no_page
    """Gives the path of the page of a tag, as if it were a note of the vault; or nothing."""
    is_embedded: bool = False
    """Whether it is shown within another page: then no host looks at its links, and they are written
    as `url_of` gives them. Else they lead to the sources, and a host makes addresses of them.
    """
    embedder: Embedder | None = None
    """Shows other notes within the page; None for the usual one."""
    around: tuple[Excerpt, ...] = ()
    """What is being shown around this page, the outermost first; empty where it is no embedded one."""
    heading: str | None = None
    """The words of the first H1, where the host shows the title itself: that H1 is then
    taken out of the text. None leaves the text whole."""
    anchor: str | None = None
    """Set by the extension: the id of the H1 that was taken out."""
    examples: list[Example] = field(default_factory=list)
    """Set by the extension: the examples of the page, in order."""
    stopped: Stop | None = None
    """Set by the extension: why the text was left out, where no limit of notes says so."""
    fault: str = ""
    """Set by the extension: what failed, where it was stopped for that."""

    @property
    def trusts_html(self) -> bool:
        """Whether the HTML of its author is shown as it is: where the owner of the vault says so."""
        return self.vault is not None and self.vault.config.is_trusted(self.path)
