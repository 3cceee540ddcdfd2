"""The lines of an example in HTML: each with an id, some with a mark or a link."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from estiba.markdown.html_template import HtmlTemplate

LINE = "estiba-line"
"""What Pygments begins the ids of lines with, until they get their own."""
_SPAN = re.compile(rf'<span id="{LINE}-\d+-(\d+)">')
_MARKED = HtmlTemplate('<span id="{id}"{attributes}>{links}')
_CLASSES = HtmlTemplate(' class="{}"')
_LINK = HtmlTemplate('<a class="estiba-line__why" href="{href}" aria-label="{label}"></a>')


@dataclass(frozen=True, slots=True)
class LineLink:
    """A link in front of a line; it shows no text, so that the code's text stays the example's."""

    href: str
    label: str


@dataclass(frozen=True, slots=True)
class LineMark:
    """What is to be seen of a line."""

    classes: tuple[str, ...] = ()
    links: tuple[LineLink, ...] = ()


def number_lines(made: str, block_id: str, marks: Mapping[int, LineMark]) -> Markup:
    """Give the highlighted code `made` with ids `<block_id>-<line>` and the `marks` of its lines, from 1."""
    first = _SPAN.search(made)
    start = int(first[1]) if first else 1
    unmarked = f'<span id="{escape(block_id)}-'

    def number(match: re.Match[str]) -> str:
        line = int(match[1]) - start + 1
        mark = marks.get(line)
        return _marked(f"{block_id}-{line}", mark) if mark else f'{unmarked}{line}">'

    return Markup(_SPAN.sub(number, made))  # nosec B704 # noqa: S704 - escaped by Pygments and above


def _marked(line_id: str, mark: LineMark) -> Markup:
    attributes = _CLASSES.format(" ".join(mark.classes)) if mark.classes else ""
    links = Markup("").join(_LINK.format(href=one.href, label=one.label) for one in mark.links)
    return _MARKED.format(id=line_id, attributes=attributes, links=links)
