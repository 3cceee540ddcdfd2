"""HTML of a page whose formulas are written as LaTeX, for programs that know no MathML."""

from __future__ import annotations

import html
import re

_FORMULA = re.compile(r'<math display="(?:inline|block)" alttext="([^"]*)">.*?</math>', re.DOTALL)


def with_latex(page: str) -> str:
    """Give the HTML of a `page` of ours with the source of each formula, as code, in its place."""
    return _FORMULA.sub(lambda match: f"<code>{html.escape(html.unescape(match[1]))}</code>", page)
