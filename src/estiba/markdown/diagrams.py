"""Diagrams: a fence `mermaid` becomes a block that a script of the owner's draws.

Without such a script the fence stays a code block. The block has another class than
`mermaid`: Material's bundle would fetch a script from elsewhere for that.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from estiba.catalogue import Catalogue
from estiba.markdown.html_template import HtmlTemplate

LABEL = "mermaid"
_BLOCK = HtmlTemplate(
    '<div class="estiba-diagram" data-estiba-script="{script}" data-estiba-name="{name}"'
    ' data-estiba-code="{code_name}">'
    '<pre tabindex="0" role="group" aria-label="{code_name}">'
    '<code class="language-mermaid">{code}</code></pre></div>'
)


@dataclass(frozen=True, slots=True)
class Diagram:
    """The source of a diagram."""

    code: str


def is_diagram(info: str) -> bool:
    """Whether the `info` of a fence says that it holds a diagram: `mermaid`, `{.mermaid title="…"}`."""
    word = info.strip("{} \t").split()[:1]
    return bool(word) and word[0].lstrip(".").lower() == LABEL


def render_diagram(diagram: Diagram, script: str, catalogue: Catalogue) -> Markup:
    """Render a diagram; `script` is the address, relative to the page, of what draws it."""
    return _BLOCK.format(
        script=script,
        name=catalogue.text("diagram.name"),
        code_name=catalogue.text("diagram.code"),
        code=diagram.code,
    )
