"""What of an author's HTML is refused where nobody vouches for it, and where it stands in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from estiba.position import Position
from estiba.vault.text.allowed_html import EMPTIED, Refusal, is_allowed, is_element, is_safe, refusal_of
from estiba.vault.text.marks import RefusedHtml
from estiba.vault.text.raw_tags import RawTag, read_raw_tag

_BRACED = re.compile(
    r"""(?<=[\s{:])(?P<name>on[a-z]+|style|srcdoc|formaction|href|src)="""
    r"""(?:"(?P<a>[^"\n]*)"|'(?P<b>[^'\n]*)'|(?P<c>[^\s}]*))""",
    re.IGNORECASE,
)
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*\}")


class Found(NamedTuple):
    """What is refused: fields of `RefusedHtml`, and where it begins in the text."""

    start: int
    why: Refusal
    tag: str
    attribute: str = ""
    value: str = ""

    def at(self, position: Position) -> RefusedHtml:
        """Give it with its place in the author's file."""
        return RefusedHtml(position, self.why, self.tag, self.attribute, self.value)


def refused_in_tag(tag: RawTag, start: int) -> Iterator[Found]:
    """Give what is refused of `tag`, which begins at `start`."""
    if tag.is_closing or not is_element(tag):
        return
    if not is_allowed(tag):
        yield Found(start, Refusal.TAG, tag.name)
        return
    for one in tag.attributes:
        why = refusal_of(tag.name, one)
        is_of_link = tag.name == "iframe" and why is Refusal.ATTRIBUTE
        if why is not None and not is_of_link:
            yield Found(one.start, why, tag.name, one.name, one.value or "")


def refused_in(text: str, start: int, end: int) -> Iterator[Found]:
    """Give what is refused in `text` between two places, where there is no Markdown."""
    missing: set[str] = set()
    while (start := text.find("<", start, end)) != -1:
        tag = read_raw_tag(text, start)
        if tag is None or tag.end > end:
            start += 1
            continue
        yield from refused_in_tag(tag, start)
        start = tag.end
        if tag.name in EMPTIED and not tag.is_closing and tag.name not in missing:
            closing = re.compile(rf"</{tag.name}", re.IGNORECASE).search(text, start, end)
            if closing is None:
                missing.add(tag.name)
            else:
                start = closing.end()


def refused_in_braces(text: str, start: int) -> Iterator[Found]:
    """Give what is refused in the attributes in braces that begin at `start`: `{: onclick="…"}`."""
    braces = _ATTRIBUTES.match(text, start) if start >= 0 else None
    for one in _BRACED.finditer(text, start, braces.end()) if braces else ():
        name, value = one["name"].lower(), one["a"] or one["b"] or one["c"] or ""
        if name.startswith("on"):
            yield Found(one.start(), Refusal.HANDLER, "", name, value)
        elif name == "style":
            yield Found(one.start(), Refusal.STYLE, "", name, value)
        elif name not in ("href", "src"):
            yield Found(one.start(), Refusal.ATTRIBUTE, "", name, value)
        elif not is_safe(value, of_picture=name == "src"):
            yield Found(one.start(), Refusal.ADDRESS, "", name, value)
