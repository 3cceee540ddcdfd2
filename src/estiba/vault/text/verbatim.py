"""HTML over several lines in which text is no Markdown: `<pre>`, `<script>` and the like."""

from __future__ import annotations

import re

_OPENING = re.compile(r"[> \t]*<(?P<name>pre|script|style|textarea)(?=[\s>]|$)", re.IGNORECASE)


def verbatim_behind(line: str, name: str) -> str:
    """Give the name of the element that is open behind `line`; empty for none.

    `name` is the one that was open before.
    """
    if not name:
        opening = _OPENING.match(line)
        if opening is None:
            return ""
        name, line = opening["name"].lower(), line[opening.end() :]
    return "" if f"</{name}" in line.lower() else name
