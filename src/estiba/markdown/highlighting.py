"""YAML in colours, by pymdownx.highlight as the site has set it up."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from markdown import Markdown
from markupsafe import Markup
from pymdownx.highlight import Highlight

from estiba.markdown.fence_info import FenceInfo
from estiba.markdown.html_template import HtmlTemplate
from estiba.markdown.lines import LINE, LineMark, number_lines

_CODE = re.compile(r"<code[^>]*>(?P<code>.*)</code>", re.DOTALL)
_PLAIN = HtmlTemplate('<div class="no-copy highlight"><pre><span></span><code>{}</code></pre></div>')
_LINE = HtmlTemplate('<span id="{}-0-{}">{}</span>')
_LINES = re.compile(r"[^\n]*\n|[^\n]+\Z")
_TAG = re.compile(r"<[^>]*>")
_NO_RULES = ()
"""The style of code with classes: a formatter would go over its rules, which are in a style sheet."""
_OPTIONS = """
    pygments_style use_pygments noclasses linenums linenums_style linenums_special linenums_class
    language_prefix code_attr_on_pre line_spans line_anchors anchor_linenums pygments_lang_class
    """.split()


def highlight_yaml(
    md: Markdown, text: str, info: FenceInfo, block_id: str, marks: Mapping[int, LineMark]
) -> Markup:
    """Give `text` as highlighted HTML whose code, read back, is `text` to the byte.

    Its lines have ids, `<block_id>-<line>`, and the `marks` of their numbers, from 1. A
    highlighter that changed a character (white space at an end, say) would change what a
    reader copies: then the text is shown without colours.
    """
    extension = _highlight_extension(md)
    settings = extension.get_pymdownx_highlight_settings()
    if settings["linenums_style"] == "inline":  # would put the numbers into the text of the code
        settings["linenums_style"] = "pymdownx-inline"
    settings["line_spans"] = LINE
    extension.pygments_code_block += 1
    if not settings["noclasses"]:
        settings["pygments_style"] = _NO_RULES
    made = _HighlightYaml(md, stripnl=False, **{name: settings[name] for name in _OPTIONS}).highlight(
        text,
        "yaml",
        settings["css_class"],
        hl_lines=list(info.hl_lines),
        linestart=-1 if info.linenums is None else info.linenums,
        classes=["no-copy"],
        code_block_count=extension.pygments_code_block,
    )
    return number_lines(made if code_text(made) == text else _plain(text), block_id, marks)


class _HighlightYaml(Highlight):  # type: ignore[misc] # it has no types
    """Does not look for the lexer anew each time."""

    def get_lexer(self, *_: object) -> tuple[Any, str]:
        """Give the lexer, and its name."""
        return _lexer()


@cache
def _lexer() -> tuple[Any, str]:
    lexer, name = Highlight(None).get_lexer("", "yaml", inline=False, stripnl=False)
    return lexer, name


def _plain(text: str) -> Markup:
    lines = (_LINE.format(LINE, number, line) for number, line in enumerate(_LINES.findall(text), 1))
    return _PLAIN.format(Markup("").join(lines))


def code_text(made: str) -> str | None:
    """Give the text that a browser takes out of the `<code>` in `made`."""
    found = _CODE.search(made)
    return html.unescape(_TAG.sub("", found["code"])) if found else None


def _highlight_extension(md: Markdown) -> Any:
    for extension in md.registeredExtensions:
        if hasattr(extension, "get_pymdownx_highlight_settings"):
            return extension
    raise LookupError("pymdownx.highlight is registered by the extension")
