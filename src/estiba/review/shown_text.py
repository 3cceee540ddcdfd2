"""Texts of others, so that who reads them sees every character that is there."""

from __future__ import annotations

import re
import unicodedata

from markupsafe import Markup, escape

_PLAIN = re.compile(r"[^ -~\t\n]")
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"))
"""Categories of Unicode whose characters steer, turn the writing direction, or look like a space."""
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and marks by their category that look like nothing all the same."""
_MARK = Markup('<span class="estiba-review-unseen">{}</span>')


def with_code_points(text: str) -> str:
    r"""Write what cannot be seen in `text` as its code point; tab and line end stay.

    >>> with_code_points("a\u202eb")
    'a\\u202eb'
    """
    return _PLAIN.sub(lambda match: _code_point(match[0]) if _is_unseen(match[0]) else match[0], text)


def in_one_line(text: str) -> str:
    """Likewise, in one line: a file's name may hold a line end."""
    return with_code_points(text).replace("\n", "\\n").replace("\t", "\\t")


def marked(text: str) -> Markup:
    """Give `text` as HTML, each code point in an element by which it stands out."""
    parts: list[str] = []
    end = 0
    for match in _PLAIN.finditer(text):
        if _is_unseen(match[0]):
            parts += [escape(text[end : match.start()]), _MARK.format(_code_point(match[0]))]
            end = match.end()
    return Markup("").join([*parts, escape(text[end:])])


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in _UNSEEN or char in _BLANK


def _code_point(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
