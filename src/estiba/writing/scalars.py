"""Texts -> YAML, on one line, quoted where something else than the text would be read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from estiba.vault.values import value_of
from estiba.yaml_tree import Scalar

_PLAIN = re.compile(r"[^\W\d_](?:[^\n:#]|:(?=\S)|(?<=\S)#)*(?<!\s)")
_IN_BRACKETS = re.compile(r"[,\[\]{}]")
_OTHER_IN_YAML = frozenset("true false null yes no on off y n".split())
"""Words that YAML 1.1, which other programs speak, takes for truth values."""
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def write_scalar(text: str, *, style: str = "", in_brackets: bool = False) -> str:
    """Write `text`, which has no surrogates, so that any reader of YAML reads that text.

    `style` is the quote to keep where it can be kept; without one, quotes stand only where they must.
    """
    if not style and _is_plain(text, in_brackets=in_brackets):
        return text
    single = style == "'" or (not style and '"' in text and "'" not in text)
    if single and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return '"' + _ESCAPED.sub(lambda match: _escape(match[0]), text) + '"'


def write_list(texts: Iterable[str]) -> str:
    """Write a list of texts in brackets."""
    return f"[{', '.join(write_scalar(text, in_brackets=True) for text in texts)}]"


def _is_plain(text: str, *, in_brackets: bool) -> bool:
    return (
        _PLAIN.fullmatch(text) is not None
        and text.isprintable()
        and text.casefold() not in _OTHER_IN_YAML
        and not (in_brackets and _IN_BRACKETS.search(text))
        and value_of(Scalar(text, 0, 0, plain=True)) == text
    )


def _escape(char: str) -> str:
    code = ord(char)
    return _ESCAPES.get(char) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
