"""The text of a page -> the HTML that a feed carries to somebody else's program."""

from __future__ import annotations

import re

import nh3

from estiba.site.formulas import with_latex
from estiba.vault.text.allowed_html import EMPTIED, PROSE

_ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title", "hreflang"},
    "abbr": {"title"},
    "img": {"src", "alt", "title", "width", "height"},
    "li": {"value"},
    "ol": {"start", "reversed", "type"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
_FURNITURE = (
    ('<div class="estiba-example__bar"', "</div>"),
    ('<section class="estiba-example__parts"', "</section>"),
    ('<a class="estiba-line__why"', "</a>"),
    ('<a class="headerlink"', "</a>"),
    ('<td class="linenos"', "</td>"),
)
"""Beginning and end of what serves the page and is not its text; none holds an element of its own kind."""
_BOX = re.compile(r'<input type="checkbox" disabled(?P<checked> checked)?[^<>]*/>')
_STAND_INS = (('</label><label for="__tabbed_', '</label> · <label for="__tabbed_'),)
"""What says something only by its look -> the same in words."""


def feed_content(html: str, address: str) -> str:
    """Give `html`, the text of the page at `address`, fit to be shown elsewhere.

    Every link and image is absolute; nothing runs, and nothing needs our styles. Code is
    kept to the byte.
    """
    html = with_latex(html)
    for opening, closing in _FURNITURE:
        html = _without(html, opening, closing)
    for seen, said in _STAND_INS:
        html = html.replace(seen, said)
    html = _BOX.sub(lambda box: "☑" if box["checked"] else "☐", html)
    return nh3.clean(
        html,
        tags=set(PROSE),
        clean_content_tags=set(EMPTIED),
        attributes=_ATTRIBUTES,
        link_rel=None,
        url_relative=("rewrite_with_base", address),
    ).strip()


def _without(html: str, opening: str, closing: str) -> str:
    first, *others = html.split(opening)
    return first + "".join(other.partition(closing)[2] for other in others)
