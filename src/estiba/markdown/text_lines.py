"""What a line of Markdown is to the lines around it, once fences and HTML are placeholders.

Source: CommonMark 0.31.2, sections 4.1 (rules), 4.2 (headings), 5.1 (quotes), 5.2 (list items).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown.util import HTML_PLACEHOLDER_RE

RULE = re.compile(r"^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$", re.MULTILINE)
"""A line that is a rule."""
_ITEM = re.compile(r"(?P<indent> {0,3})(?P<marker>[-+*]|(?P<number>[0-9]{1,9})[.)])(?P<gap> +|$)")
_CONTAINERS = re.compile(r"(?: *(?:>|(?:[-+*]|[0-9]{1,9}[.)])(?= |$)))* *")
_PLACEHOLDER = re.compile(rf" *{HTML_PLACEHOLDER_RE.pattern} *")
_BLOCK = re.compile(r" {0,3}(?:>|#{1,6}(?: |$))")
_UNDERLINE = re.compile(r"(?:=+|-+) *")


@dataclass(frozen=True, slots=True)
class Marker:
    """The marker of a list item."""

    kind: str
    """The character that tells its list from another: `-`, `+`, `*`, `.`, `)`."""
    number: int | None
    """None in a list without numbers."""
    column: int
    """Where the content of the item begins, from 0."""
    content: str
    """What stands behind it on the line; indented code keeps its white space."""


def read_marker(line: str) -> Marker | None:
    """Read the marker with which `line` begins; None where it begins with none."""
    match = _ITEM.match(line)
    if match is None or is_rule(line):
        return None
    content = line[match.end() :]
    gap = len(match["gap"])
    if not content:
        gap = 1
    elif gap > 4:
        content, gap = " " * (gap - 1) + content, 1
    number = int(match["number"]) if match["number"] else None
    return Marker(match["marker"][-1], number, match.end("marker") + gap, content)


def is_rule(line: str) -> bool:
    """Whether `line` is a rule."""
    return RULE.match(line) is not None


def is_placeholder(line: str) -> bool:
    """Whether a fence or an HTML block stood where `line` is."""
    return _PLACEHOLDER.fullmatch(line) is not None


def is_text(line: str) -> bool:
    """Whether `line`, which begins no list item, can go on with a paragraph above it."""
    return not (_BLOCK.match(line) or is_rule(line) or is_placeholder(line))


def leaves_open(line: str, *, was_open: bool) -> bool:
    """Whether a paragraph is open below `line`, whatever it stands in.

    `was_open` tells that one was open above it.
    """
    text = line[_CONTAINERS.match(line).end() :]  # type: ignore[union-attr] # it matches nothing, too
    is_underline = was_open and _UNDERLINE.fullmatch(text)
    return bool(text) and is_text(text) and not is_underline


def not_underline(line: str) -> str:
    """Give `line`, which lacks the prefixes of what its paragraph stands in, so that it makes no heading."""
    return f" {line}" if line.startswith("=") else line


def indent_of(line: str) -> int:
    """Count the spaces with which `line` begins."""
    return len(line) - len(line.lstrip(" "))
