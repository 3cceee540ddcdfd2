"""A piece of an author's HTML, tag by tag: what a note may not hold is taken out, all else is kept.

A piece may hold one end of an element alone. What is written anew is in the one form that every browser
reads alike: names in lower case, values in double quotes. So it does not matter how a browser would have
read what its author wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import escape

from estiba.vault.text.allowed_html import EMPTIED, is_allowed, is_element, kept_value, refusal_of
from estiba.vault.text.raw_tags import RawAttribute, RawTag, read_raw_tag

_CODE = re.compile(
    r"""[^<]*+
    (?:</?(?:a|code|div|pre|span|table|tbody|td|tr)(?:\ (?:class|href|id|name)="[#\w\ -]*")*>[^<]*+)*+""",
    re.VERBOSE,
)
_THEMES = re.compile(r"""["\ ](?:__(?!codelineno|span)|estiba-|md-|mermaid|pagefind)""")
_CANONICAL = re.compile(r"""</?[a-z][a-z0-9-]*(?:\ [a-zA-Z-]+(?:="[^"<>]*")?)*\ ?/?>""", re.VERBOSE)
_COMMENT = re.compile(r"<!--(?!-?>)[^<>]*?-->")
_ICON = re.compile(r"\s*<svg\s.*</svg>\s*", re.DOTALL)
_DIAGRAM = re.compile(r'<pre class="mermaid"><code>[^<]*</code></pre>\s*')
_DRAWN = frozenset("circle ellipse g line path polygon polyline rect svg".split())
_DRAWN_BY = frozenset(
    """
    class clip-rule cx cy d fill fill-opacity fill-rule height opacity points r rx ry stroke stroke-linecap
    stroke-linejoin stroke-opacity stroke-width transform viewbox width x x1 x2 xmlns y y1 y2
    """.split()
)
"""Attributes of an icon that are numbers and colours."""
_PLACEHOLDER = "\x02"
"""What all placeholders of Python-Markdown begin with: in a value it would become HTML."""


def cleaned(text: str) -> str:
    """Give `text` with what a note may hold."""
    return "".join(_Cleaning(text).parts())


def cleaned_made(text: str) -> str:
    """Give `text`, which an extension made of what a note says: code, an icon, a box.

    Besides what a note may hold, there are icons and diagrams, which an owner has set up.
    """
    if "<" not in text or (_CODE.fullmatch(text) and not _THEMES.search(text)) or _DIAGRAM.fullmatch(text):
        return text
    return "".join(_Cleaning(text, takes_icons=bool(_ICON.fullmatch(text))).parts())


class _Cleaning:
    """One pass over a text."""

    def __init__(self, text: str, *, takes_icons: bool = False) -> None:
        self.text = text
        self.at = 0
        self.takes_icons = takes_icons
        self.missing: set[str] = set()
        """Elements that are not closed in the rest of the text."""

    def parts(self) -> Iterator[str]:
        while (start := self.text.find("<", self.at)) != -1:
            yield self.text[self.at : start]
            self.at = start
            if self.text.startswith(("<!", "<?"), start):
                yield self.declaration()
            else:
                tag = read_raw_tag(self.text, start)
                yield self.tag(tag) if tag else self.sign()
        yield self.text[self.at :]

    def sign(self) -> str:
        self.at += 1
        return "&lt;"

    def declaration(self) -> str:
        """Keep a comment that is one by every reading; drop what else begins so."""
        comment = _COMMENT.match(self.text, self.at)
        closing = "-->" if self.text.startswith("<!--", self.at) else ">"
        end = -1 if closing in self.missing else self.text.find(closing, self.at)
        if end == -1:
            self.missing.add(closing)
            return self.sign()
        self.at = comment.end() if comment else end + len(closing)
        return comment[0] if comment else ""

    def tag(self, tag: RawTag) -> str:
        is_drawn = self.takes_icons and tag.name in _DRAWN
        if not is_drawn and not is_element(tag):
            return self.sign()
        source, self.at = self.text[self.at : tag.end], tag.end
        if is_drawn:
            return _written(tag, source, [one for one in tag.attributes if one.name in _DRAWN_BY])
        written = _written(tag, source, list(_kept(tag))) if is_allowed(tag) else ""
        if tag.name not in EMPTIED or tag.is_closing:
            return written
        self.skip(tag.name)
        return written and f"{written}</{tag.name}>"

    def skip(self, name: str) -> None:
        """Go behind the end of the element `name`, if it has one."""
        if name in self.missing:
            return
        end = re.compile(rf"</{name}[^<>]*>", re.IGNORECASE).search(self.text, self.at)
        if end is None:
            self.missing.add(name)
        else:
            self.at = end.end()


def _kept(tag: RawTag) -> Iterator[RawAttribute]:
    for one in tag.attributes:
        if _PLACEHOLDER in (one.value or ""):
            continue
        if refusal_of(tag.name, one) is None:
            yield one
        elif (value := kept_value(one)) is not None:
            yield RawAttribute(one.name, value, one.start)


def _written(tag: RawTag, source: str, kept: list[RawAttribute]) -> str:
    if kept == list(tag.attributes) and _CANONICAL.fullmatch(source):
        return source
    if tag.is_closing:
        return f"</{tag.name}>"
    attributes = (
        f" {one.name}" if one.value is None else f' {one.name}="{escape(one.value)}"' for one in kept
    )
    return f"<{tag.name}{''.join(attributes)}>"
