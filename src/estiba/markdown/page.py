"""What a host tells the extension about the page that is converted, and what it hears back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from estiba.catalogue import Catalogue, catalogue_for
from estiba.checks.judged import JudgedExample
from estiba.compose.example import Example
from estiba.markdown.fetch_command import Source


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
    """A text whose examples were judged before it came to the extension."""

    text: str
    examples: Mapping[int, JudgedExample]
    """By the line, from 1, on which the fence begins in `text`."""


def nowhere(judged: JudgedExample) -> ExampleFiles | None:
    """Keep an example out of files: plain Python-Markdown writes none."""
    return None


def no_page(check: str) -> str:
    """Know no page about a check."""
    return ""


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
    heading: str | None = None
    """The words of the first H1, where the host shows the title itself: that H1 is then
    taken out of the text. None leaves the text whole."""
    anchor: str | None = None
    """Set by the extension: the id of the H1 that was taken out."""
    examples: list[Example] = field(default_factory=list)
    """Set by the extension: the examples of the page, in order."""
