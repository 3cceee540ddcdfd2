r"""Formulas in a page: `$…$` and `$$…$$` become MathML.

A formula that stands as a block of its own is taken out of the author's lines by `TakeBlocks`;
those in a text are found before Python-Markdown reads it, so that `*` and `_` in them are no
emphasis. What cannot be shown stays what its author wrote, as code.

pymdownx.arithmatex is not used: it takes `$HOME:$PATH` for a formula, and needs a blank line
around `$$`. Whoever has set it up keeps it: then it alone decides what a formula is.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element, tostring

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString
from markupsafe import Markup

from estiba.markdown.html_template import HtmlTemplate
from estiba.markdown.mathml import NoFormula, mathml
from estiba.markdown.page import Page
from estiba.vault.text.formulas import formulas_in

_WIDE = 28
"""Letters and signs that a phone shows beside one another."""
_INLINE = HtmlTemplate('<span class="{classes}"{focus}>{math}</span>')
_BLOCK = HtmlTemplate('<div class="{classes}"{focus}>{math}</div>')
_FOCUS = HtmlTemplate(' tabindex="0" role="group" aria-label="{}"')
"""What scrolls must be reached by keyboard, and have a name."""
_CODE = HtmlTemplate('<code class="estiba-formula-source">{}</code>')
_CODE_BLOCK = HtmlTemplate('<pre class="estiba-formula-source"><code>{}</code></pre>')
_NO_TEXT = frozenset("code pre script style textarea math".split())


@dataclass(frozen=True, slots=True)
class BlockFormula:
    """A formula that stands as a block of its own."""

    latex: str


class ShowFormulas(Treeprocessor):
    """Puts formulas into the texts of a page, before Python-Markdown reads their marks."""

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: Element) -> None:
        """Replace formulas by placeholders of the stash."""
        if owner_has_formulas(self.md):
            return
        waiting = [root]
        while waiting:
            element = waiting.pop()
            is_cell = element.tag in ("td", "th")
            if element.tag not in _NO_TEXT:
                element.text = self._shown(element.text, is_cell=is_cell)
                waiting.extend(element)
            element.tail = self._shown(element.tail, is_cell=False)

    def _shown(self, text: str | None, *, is_cell: bool) -> str | None:
        if text is None or "$" not in text or isinstance(text, AtomicString):
            return text
        parts, at = [], 0
        for formula in formulas_in(text):
            source = text[formula.start : formula.end]
            if STX in source:  # a placeholder: something else that was put there
                continue
            latex = formula.latex.replace(r"\|", "|") if is_cell else formula.latex
            made = _in_text(latex, source, self.page, is_block=formula.is_block)
            parts += [text[at : formula.start], self.md.htmlStash.store(made)]
            at = formula.end
        return "".join((*parts, text[at:]))


def owner_has_formulas(md: Markdown) -> bool:
    """Whether the owner of the site has set up pymdownx.arithmatex."""
    return "arithmatex-inline" in md.inlinePatterns or "arithmatex-block" in md.parser.blockprocessors


def render_formula(latex: str, page: Page) -> Markup:
    """Render a formula that stands as a block of its own on `page`."""
    try:
        math = mathml(latex, is_block=True)
    except NoFormula:
        return _CODE_BLOCK.format(f"$$\n{latex}\n$$\n")
    return _wrapped(_BLOCK, math, page, "estiba-formula estiba-formula--block")


def _in_text(latex: str, source: str, page: Page, *, is_block: bool) -> Markup:
    try:
        math = mathml(latex, is_block=is_block)
    except NoFormula:
        return _CODE.format(source)
    return _wrapped(_INLINE, math, page, f"estiba-formula{' estiba-formula--block' if is_block else ''}")


def _wrapped(frame: HtmlTemplate, math: Element, page: Page, classes: str) -> Markup:
    is_wide = sum(map(len, math.itertext())) > _WIDE
    return frame.format(
        classes=f"{classes} estiba-formula--wide" if is_wide else classes,
        focus=_FOCUS.format(page.catalogue.text("formula.name")) if is_wide else "",
        math=Markup(tostring(math, encoding="unicode", short_empty_elements=False)),  # nosec B704 # noqa: S704 - escaped
    )
