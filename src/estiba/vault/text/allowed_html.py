"""What HTML a note may hold that nobody vouches for: which elements, attributes, values, addresses.

It is a list of what documentation needs; whatever is not on it is taken out of the page. The check
`unsafe-html` names by it, and the page is cleaned by it.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from types import MappingProxyType

from estiba.security import plain
from estiba.vault.text.raw_tags import RawAttribute, RawTag

PROSE = frozenset(
    """
    a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption
    figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small strong sub summary
    sup table tbody td tfoot th thead time tr u ul var wbr
    """.split()
)
"""Elements of text, in which nothing runs, plays or is filled in."""
EMPTIED = frozenset(
    """
    button dialog embed fieldset frame frameset iframe legend noembed noframes noscript object option
    math plaintext script select style svg template textarea title xmp
    """.split()
)
"""Elements that are gone with all that is in them."""
TAGS = PROSE | frozenset(
    """
    article aside audio big center input label section source span strike track tt video
    """.split()
)
"""Elements that a note may hold; of `input`, the box of a task alone."""
_OTHERS = frozenset(
    """
    acronym address applet area base basefont bgsound blink body data datalist font footer form head header
    hgroup html isindex keygen link listing main map marquee menu meta meter nav nobr optgroup output param
    picture portal progress rb rtc search slot
    """.split()
)
_KNOWN = TAGS | EMPTIED | _OTHERS
ATTRIBUTES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        tag: frozenset(names.split())
        for tag, names in {
            "*": "align aria-describedby aria-hidden aria-label aria-labelledby class data-search-exclude "
            "dir height hidden id lang markdown role title valign width",
            "a": "download href hreflang name rel target",
            "audio": "controls loop muted preload src",
            "blockquote": "cite",
            "br": "clear",
            "col": "span",
            "colgroup": "span",
            "del": "cite datetime",
            "details": "open",
            "iframe": "allowfullscreen frameborder loading src",
            "img": "alt loading src",
            "input": "checked disabled type",
            "ins": "cite datetime",
            "li": "type value",
            "ol": "reversed start type",
            "q": "cite",
            "source": "media src type",
            "table": "border cellpadding cellspacing",
            "td": "abbr colspan headers rowspan",
            "th": "abbr colspan headers rowspan scope",
            "time": "datetime",
            "track": "default kind label src srclang",
            "ul": "type",
            "video": "controls loop muted playsinline poster preload src",
        }.items()
    }
)
"""Attributes of all elements (`*`), and of each."""
ROLES = frozenset("cell columnheader group img list listitem math note row rowgroup rowheader table".split())
"""Values of `role` that say what something is, and promise nothing that it does."""
ADDRESSES = frozenset("background cite href longdesc poster src".split())
"""Attributes that hold an address; a list of addresses (`srcset`) is never let through."""
RUNS = frozenset(
    """
    javascript vbscript data file blob filesystem view-source jar livescript mocha mhtml mk ms-its
    """.split()
)
"""Schemes of addresses that run something, hold a page themselves, or lead into the reader's own disk."""
_IDS = frozenset(("id", "name", "headers", "aria-labelledby", "aria-describedby"))
_WEB = ("https://", "http://", "//")
_TARGETS = frozenset(("_blank", "_self"))
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]+")
"""What browsers leave out of an address before they look for its scheme, and a little more."""
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif)[;,]", re.IGNORECASE)
_THEMES_CLASS = re.compile(r"(?:estiba|md|pagefind)-|mermaid$", re.IGNORECASE)
_FREE_CLASS = frozenset(("md-button", "md-button--primary"))
"""What Material's own manual has authors write."""
_THEMES_ID = re.compile(
    r"__(?!(?:codelineno|span|tabbed)[-_])|"
    r"estiba-(?:backlinks|embed|example|facets|folders|home|notes|older|preview|related|search|tag)"
)


class Refusal(enum.StrEnum):
    """Why something is taken out of a page."""

    TAG = "tag"
    """The element is none of documentation."""
    ATTRIBUTE = "attribute"
    HANDLER = "handler"
    """An attribute that runs something: `onclick`."""
    STYLE = "style"
    ADDRESS = "address"
    """One that would run, or leads into the reader's own disk."""
    NAME = "name"
    """A class, id or name that belongs to the page around the note."""
    VALUE = "value"


def is_element(tag: RawTag) -> bool:
    """Whether HTML has an element of that name; what it has not (`<your-domain>`) is meant to be read."""
    return tag.name in _KNOWN


def is_allowed(tag: RawTag) -> bool:
    """Whether a note may hold the element of `tag`; of frames those of other sites, which become links."""
    if tag.name == "input" and not tag.is_closing:
        return (tag.value("type") or "").lower() == "checkbox" and tag.has("disabled")
    if tag.name == "iframe" and not tag.is_closing:
        return plain(tag.value("src") or "").lower().startswith(_WEB)
    return tag.name in TAGS


def refusal_of(tag: str, attribute: RawAttribute) -> Refusal | None:
    """Say why `attribute` of the element `tag` is taken out, wholly or a part of it; None where it stays.

    >>> refusal_of("a", RawAttribute("href", "JaVaScRiPt:alert(1)", 0))
    <Refusal.ADDRESS: 'address'>
    """
    name, value = attribute.name, attribute.value or ""
    if name.startswith("on"):
        return Refusal.HANDLER
    if name == "style":
        return Refusal.STYLE
    if name not in ATTRIBUTES["*"] and name not in ATTRIBUTES.get(tag, ()):
        return Refusal.ATTRIBUTE
    if name in ADDRESSES:
        return None if is_safe(value, of_picture=tag == "img") else Refusal.ADDRESS
    if name in ("class", *_IDS):
        return Refusal.NAME if kept_value(attribute) != value else None
    is_known = (name != "role" or value in ROLES) and (name != "target" or value in _TARGETS)
    return None if is_known else Refusal.VALUE


def kept_value(attribute: RawAttribute) -> str | None:
    """Give what stays of the value of a refused attribute: of several names, those that are free."""
    value = attribute.value or ""
    if attribute.name == "class":
        refused = [one for one in value.split() if is_themes_class(one)]
    elif attribute.name in _IDS:
        refused = [one for one in value.split() if is_themes_id(one)]
    else:
        return None
    return " ".join(one for one in value.split() if one not in refused) or None if refused else value


def is_themes_class(name: str) -> bool:
    """Whether the looks or the scripts of the page around a note go by the class `name`."""
    return bool(_THEMES_CLASS.match(name)) and name not in _FREE_CLASS


def is_themes_id(name: str) -> bool:
    """Whether `name` is an id that the page around a note may have."""
    return bool(_THEMES_ID.match(name))


def is_safe(address: str, *, of_picture: bool = False) -> bool:
    r"""Whether an address (decoded) is none that runs something or leads into the reader's disk.

    >>> is_safe("java\tscript:alert(1)")
    False
    """
    bare = _IGNORED.sub("", address)
    scheme = _SCHEME.match(bare)
    if scheme is None or scheme[1].lower() not in RUNS:
        return True
    return of_picture and bool(_PICTURE.match(bare))
