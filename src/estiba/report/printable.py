"""Texts of others, made safe for a terminal."""

from __future__ import annotations

import json
import re
import unicodedata

_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def printable(text: str) -> str:
    r"""Show what steers a terminal, turns the writing direction or cannot be seen as its code point.

    >>> printable("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    return _HIDDEN.sub(lambda match: _code_point(match[0]), text)


def one_line(text: str) -> str:
    """Show `text`, which may hold a file's name with a line end in it, as `printable` does, in one line."""
    return printable(text).replace("\n", "\\n")


def encodable(text: str, encoding: str) -> str:
    r"""Write what `encoding` has no sign for as JSON would: a pipe on Windows takes few letters.

    >>> encodable("ñ 日", "cp1252")
    'ñ \\u65e5'
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_encodable(char, encoding) for char in text)
    return text


def columns(text: str) -> int:
    """Count the columns that `text` takes on a terminal."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _encodable(char: str, encoding: str) -> str:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return json.dumps(char)[1:-1]
    return char


def _code_point(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
