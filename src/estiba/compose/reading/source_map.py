"""Where in the source the characters of a scalar's value stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from estiba.yaml_tree import Scalar

_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
_ESCAPED_LINE_END = re.compile(r"\\\n[ \t]*")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s*)+")
"""The tag and the anchor before a value."""
_SPACE = " \t\r\n"
_BLOCK_HEADER = re.compile(r"[|>][^\n]*\n?")


def source_offsets(source: str, scalar: Scalar) -> Sequence[int]:
    """Give the offset into `source` of each character of the scalar's text, and that of its end.

    Folded lines, indentation, quotes and escapes are followed; where a character stands for
    something longer, its offset is that of the first character of it.
    """
    at, end = scalar.start, scalar.end
    if properties := _PROPERTIES.match(source, at, end):
        at = properties.end()
    inside = at if scalar.plain else at + 1
    if source.startswith(scalar.text, inside) and len(scalar.text) == end - 2 * inside + at:
        return range(inside, inside + len(scalar.text) + 1)
    quote = source[at : at + 1] if not scalar.plain else ""
    if quote in ("'", '"'):
        at, end = at + 1, end - 1
    elif header := _BLOCK_HEADER.match(source, at, end):
        at = header.end() if not scalar.plain else at
    offsets: list[int] = []
    for character in scalar.text:
        at = _next(source, at, end, character, quote)
        offsets.append(min(at, end))
        at += _length(source, at, end, character, quote)
    offsets.append(min(at, end))
    return offsets


def _next(source: str, at: int, end: int, character: str, quote: str) -> int:
    """Skip what the value does not have: indentation, folds, escaped line ends."""
    while at < end and source[at] != character:
        if source[at] in _SPACE and character not in _SPACE:
            at += 1
        elif quote == '"' and (line_end := _ESCAPED_LINE_END.match(source, at, end)):
            at = line_end.end()
        else:
            break
    return at


def _length(source: str, at: int, end: int, character: str, quote: str) -> int:
    if quote == "'" and source.startswith("''", at):
        return 2
    if quote == '"' and (escape := _ESCAPE.match(source, at, end)):
        return len(escape[0])
    if at < end and source[at] != character and character in _SPACE:
        stop = at
        while stop < end and source[stop] in _SPACE:
            stop += 1
        return max(stop - at, 0)
    return 1
