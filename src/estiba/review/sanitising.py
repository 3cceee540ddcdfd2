"""The HTML of a note -> the same, as a page may hold it that trusts nobody.

Nothing in it runs, asks for anything, sends anything, or looks like a part of the page around it. Whoever
wrote the note decides about words, not about what the browser does.
"""

from __future__ import annotations

import nh3

from estiba.vault.text.allowed_html import EMPTIED, PROSE, ROLES

_TEXT = PROSE | {"audio", "input", "label", "section", "span", "video"}
_MATH = """
    math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace msqrt
    mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none
""".split()
_OF_ALL = """
    class dir hidden id lang title aria-describedby aria-hidden aria-label aria-labelledby role
    data-search-exclude
""".split()
_OF_MATH = """
    accent accentunder columnalign columnlines depth displaystyle fence form height largeop linethickness
    lspace mathvariant maxsize minsize movablelimits notation rowlines rowspacing columnspacing rspace
    scriptlevel separator stretchy voffset width
""".split()
_ATTRIBUTES = {
    "*": set(_OF_ALL),
    "a": {"href"},
    "audio": {"src"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height"},
    "input": {"checked", "name"},
    "label": {"for"},
    "li": {"value"},
    "ol": {"start", "reversed", "type"},
    "td": {"align", "colspan", "rowspan", "data-label"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "video": {"src"},
    **{name: set(_OF_MATH) for name in _MATH},
    "math": {"display", "alttext"},
}
_INPUTS = {"radio", "checkbox"}
"""Those of tabs and tasks."""
_NAMES = frozenset("id for name aria-labelledby aria-describedby".split())
"""Attributes that hold an id, or several."""
OWN = "estiba-review"
"""What the classes of the page around it begin with."""
_SCHEMES = {"http", "https", "mailto", "data"}
_REL = "noopener noreferrer nofollow"


def sanitised(html: str, prefix: str) -> str:
    """Give `html` without all that could do anything, and with `prefix` before each id.

    What led to a place within it still does; other addresses are left as they are: see `addresses`.
    """

    def kept(tag: str, name: str, value: str) -> str | None:
        if name in _NAMES:
            return " ".join(prefix + one for one in value.split()) or None
        if name == "class":
            return " ".join(one for one in value.split() if not one.lower().startswith(OWN)) or None
        if name == "role":
            return value if value in ROLES else None
        if name == "href":
            return _address(value, prefix)
        return value

    return nh3.clean(
        html,
        tags={*_TEXT, *_MATH},
        clean_content_tags=set(EMPTIED - {"math"}),
        attributes=_ATTRIBUTES,
        attribute_filter=kept,
        tag_attribute_values={"input": {"type": _INPUTS}},
        url_schemes=_SCHEMES,
        link_rel=_REL,
    )


def _address(value: str, prefix: str) -> str | None:
    address = value.strip()
    if address.startswith("#"):
        return f"#{prefix}{address[1:]}" if len(address) > 1 else None
    return None if address[:5].lower() == "data:" else value
