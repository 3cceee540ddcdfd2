"""A part of what is said below an example: a heading that tells the most, and the rest to unfold."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from estiba.markdown.html_template import HtmlTemplate

_PART = HtmlTemplate(
    '<details class="estiba-part estiba-part--{kind}"{open}><summary>{summary}</summary>{content}</details>'
)


@dataclass(frozen=True, slots=True)
class Part:
    """One of the parts: `runs`, `asks`, `know` or `start`."""

    kind: str
    summary: str
    content: Markup
    is_open: bool = False
    """Whether it shows its content from the beginning."""

    def html(self) -> Markup:
        """Write it."""
        return _PART.format(
            kind=self.kind,
            open=Markup(" open") if self.is_open else "",
            summary=self.summary,
            content=self.content,
        )
