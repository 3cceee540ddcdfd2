"""Whether anything in a page would run, as html5ever (which reads as browsers do) and Python read it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import nh3

_RUNNING = frozenset(
    """
    applet base embed frame frameset iframe link meta object portal script style svg template foreignobject
    animate set noscript noembed xmp plaintext textarea select form
    """.split()
)
"""Elements that no page has of a note that nobody vouches for."""
_HANDLERS = frozenset(
    """
    onclick onerror onload onfocus onblur onmouseover onpointerenter onanimationstart ontoggle onplay onbegin
    oncopy onscroll onwheel onkeydown onsubmit onchange oninput style srcdoc formaction srcset ping background
    """.split()
)
_ADDRESSES = frozenset("href src action xlink:href cite poster data longdesc".split())
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029]+")
_SCHEMES = "javascript vbscript data file blob filesystem view-source livescript".split()
_RUNS = re.compile(rf"(?:{'|'.join(_SCHEMES)}):", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif)[;,]", re.IGNORECASE)
_TAG = re.compile(r"<([a-z][^\s/>]*)", re.IGNORECASE)
_ALIGNED = re.compile(r"text-align: (?:left|center|right);?")
_TAGS = _RUNNING | frozenset(
    "a abbr b br code details div em h1 h2 i img input li math ol p pre span ul".split()
)


def check_harmless(html: str) -> None:
    """Fail where `html` holds an element, an attribute or an address by which a note could do something."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    given = {"*": set(_HANDLERS | _ADDRESSES)}
    seen: list[tuple[str, str, str]] = []

    def see(tag: str, name: str, value: str) -> None:
        seen.append((tag, name, value))

    bare = nh3.clean(
        html,
        tags=set(_TAGS),
        clean_content_tags=set(),
        attributes=given,
        attribute_filter=see,
        link_rel=None,
        strip_comments=True,
        url_schemes=set(_SCHEMES),
    )
    for attribute in seen:
        _check_attribute(*attribute)
    tags = nh3.clean(bare, tags=set(_TAGS), clean_content_tags=set(), attributes={}, link_rel=None)
    assert _RUNNING.isdisjoint(map(str.lower, _TAG.findall(tags))), html


class _Reader(HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in _RUNNING, self.rawdata
        for name, value in attrs:
            _check_attribute(tag, name, value or "")


def _check_attribute(tag: str, name: str, value: str) -> None:
    assert not name.startswith("on"), (tag, name, value)
    assert name not in _HANDLERS or _ALIGNED.fullmatch(value), (tag, name, value)
    if name in _ADDRESSES:
        bare = _IGNORED.sub("", value)
        assert not _RUNS.match(bare) or (tag == "img" and _PICTURE.match(bare)), (tag, name, value)
