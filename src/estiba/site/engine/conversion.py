"""What became of the text of one page, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from estiba.markdown.stop import Stop
from estiba.site.engine.asking import Question


@dataclass(frozen=True, slots=True)
class ShownExample:
    """An example on a page."""

    text: str
    line: int | None
    """Where it begins in the file of the page's note; None where it is another's."""


@dataclass(frozen=True, slots=True)
class SiteExample:
    """The files that an example has in the site, by their paths there."""

    file: str
    text: str
    env_file: str | None
    env_text: str
    entry: dict[str, Any] | None
    """What `/examples.json` says of it."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """The result, but for the HTML, and what it depends on besides the text."""

    html: bytes
    """The digest of the HTML."""
    contents: list[Any]
    title: str | None
    anchor: str | None
    stopped: Stop | None
    fault: str
    shown: tuple[ShownExample, ...]
    placed: tuple[SiteExample, ...]
    questions: tuple[Question, ...]
    answers: bytes
