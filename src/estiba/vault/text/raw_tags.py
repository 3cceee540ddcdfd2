"""The source of one HTML tag, taken apart: its name, and its attributes with their places."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

_OPENING = re.compile(r"<(?P<closing>/?)(?P<name>[A-Za-z][^\s/><\"'=\x00-\x1f]*)")
_ATTRIBUTE = re.compile(
    r"""[\s/]*(?P<name>[^\s/>=<"'][^\s/>=<"']*)"""
    r"""(?P<given>\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'>][^\s>]*)))?"""
)
_END = re.compile(r"[\s/]*>")
_LONGEST = 4_000
"""Characters of a tag: so that what is never closed is not looked at again and again."""


class RawAttribute(NamedTuple):
    """An attribute as its author wrote it."""

    name: str
    """In lower case."""
    value: str | None
    """Decoded; None where there is no `=`."""
    start: int
    """Where it begins in the text."""


class RawTag(NamedTuple):
    """A tag as its author wrote it."""

    name: str
    """In lower case."""
    is_closing: bool
    attributes: tuple[RawAttribute, ...]
    """The first of each name: browsers heed no other."""
    end: int
    """Behind it, in the text."""

    def value(self, name: str) -> str | None:
        """Give the value of the attribute `name`; None where it has none, or is not there."""
        return next((one.value for one in self.attributes if one.name == name), None)

    def has(self, name: str) -> bool:
        """Whether there is an attribute `name`."""
        return any(one.name == name for one in self.attributes)


def read_raw_tag(text: str, start: int) -> RawTag | None:
    """Take the tag apart that begins at `start` of `text`; None where none does that all browsers agree on.

    Source: HTML Living Standard, 13.2.5 (tokenization); what it calls a parse error within a tag is no tag
    here, but for what is missing between two attributes.
    """
    opening = _OPENING.match(text, start)
    if opening is None:
        return None
    at, last = opening.end(), start + _LONGEST
    attributes: dict[str, RawAttribute] = {}
    while (match := _ATTRIBUTE.match(text, at, last)) is not None:
        name = match["name"].lower()
        value = html.unescape(match["a"] or match["b"] or match["c"] or "") if match["given"] else None
        attributes.setdefault(name, RawAttribute(name, value, match.start("name")))
        at = match.end()
    end = _END.match(text, at)
    if end is None:
        return None
    return RawTag(opening["name"].lower(), bool(opening["closing"]), tuple(attributes.values()), end.end())
