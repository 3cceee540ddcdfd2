"""What a host tells the extension about the page that is converted, and what it hears back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from estiba.catalogue import Catalogue, catalogue_for
from estiba.compose.example import Example


def nowhere(example: Example) -> str | None:
    """Keep an example out of files: plain Python-Markdown writes none."""
    return None


@dataclass(slots=True)
class Page:
    """One page on its way from Markdown to HTML."""

    catalogue: Catalogue = field(default_factory=lambda: catalogue_for("en"))
    place: Callable[[Example], str | None] = nowhere
    """Called for each example, in order: gives the address, relative to the page, of the
    file that will hold its text, or None where there will be none."""
    heading: str | None = None
    """The words of the first H1, where the host shows the title itself: that H1 is then
    taken out of the text. None leaves the text whole."""
    anchor: str | None = None
    """Set by the extension: the id of the H1 that was taken out."""
    examples: list[Example] = field(default_factory=list)
    """Set by the extension: the examples of the page, in order."""
